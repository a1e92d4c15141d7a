"""Dekret: accounting rules as code. What a program may import stands in `dekret.api`."""

__version__ = "0.2.0"
