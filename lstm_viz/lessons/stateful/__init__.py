"""The page Stateful: which states a recurrent layer keeps between batches, for which sample, and until when."""
