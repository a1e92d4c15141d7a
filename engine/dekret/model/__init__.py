"""Neutral records: documents as every reader gives them, accounts, entries of the journal. Nothing is posted here."""
