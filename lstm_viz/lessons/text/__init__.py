"""The models of the page Text, and what they make of a sentence."""
