"""Awizos in files: read with their place, made of orders, changed, numbered with SSCC, shown, made labels of."""
