"""The page Memory lab, part by part."""
