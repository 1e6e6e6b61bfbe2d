"""What is known: content in YAML, the shapes it must have, and a loader that refuses the rest."""
