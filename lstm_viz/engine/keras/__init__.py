"""The engine that runs on Keras: instrumented layers, tracing of layers and models, and the check of a trace.

Importing this package imports no Keras; calling into it does.
"""
