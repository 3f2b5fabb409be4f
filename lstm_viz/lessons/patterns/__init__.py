"""What the page Patterns shows: models as plain data, their tasks, what came of training them. No Keras."""
