"""Views: read the request, call the engine, hand ready words to a template."""
