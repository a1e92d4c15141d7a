"""Posting schemes: the language `schemat` and what runs it."""
