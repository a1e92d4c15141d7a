"""Files exchanged with banks, and what is asked before a payment goes out."""
