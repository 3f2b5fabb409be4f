"""The pages of the app, a folder each: its settings, what it computes, its charts and what draws it."""
