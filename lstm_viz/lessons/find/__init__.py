"""The page Find: a search over questions, terms, pages and the links to try."""
