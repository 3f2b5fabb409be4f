"""The page Text: sentiment models, the sentences that they read, and the training on IMDB reviews."""
