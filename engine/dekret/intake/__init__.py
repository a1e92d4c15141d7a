"""Readers of documents: from files of any kind to records of `model`, each with the place it was read from."""
