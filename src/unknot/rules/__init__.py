"""A tiny language for conditions over facts. Imports nothing else of Unknot's."""
