"""The page Stateful: what a recurrent layer keeps between batches, for whom, and when it is reset."""
