"""Internal sales (FSW) made of purchase invoices by the rules of a library, and taken back (001:50–89)."""
