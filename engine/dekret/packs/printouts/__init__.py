"""Printouts: from files of documents to finished records, and templates run over them."""
