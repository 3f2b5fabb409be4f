"""What a Keras recurrent layer returns: calls, their tensors, what equals what. Needs neither Streamlit nor Keras."""
