"""Packs of rules: which files there are, what they define, which definition holds, and the cases that test them."""
