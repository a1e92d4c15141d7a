"""MT940 and MT942: their part of the language `format`, and the reading of their files (bank fact sheet 3)."""
