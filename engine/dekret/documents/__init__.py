"""Documents as rules see them: their types, the macros and parts of each, examples, and conditions followed through."""
