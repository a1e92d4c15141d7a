"""Bank files: the language `format`, what it writes and reads, and the transfers that leave by it."""
