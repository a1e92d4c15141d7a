"""Purchases within the EU (WNT): purchase invoices made into internal sale documents (001:1–89)."""
