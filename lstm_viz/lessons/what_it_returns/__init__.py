"""The page What it returns: calls of a recurrent layer, the tensors they return, and which tensors are equal."""
