"""The one expression language: parsed, checked by kind, compiled to Python. Knows nothing of accounting."""
