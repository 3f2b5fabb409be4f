"""The engine that runs on Keras: instrumented layers, tracing of layers and models, and the check of a trace.

Importing this package does not import Keras; importing its modules does.
"""
