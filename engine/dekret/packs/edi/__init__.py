"""Comarch EDI as packs define it: which documents become which files, by which rules, templates and shapes."""
