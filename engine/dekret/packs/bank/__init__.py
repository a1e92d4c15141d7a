"""Bank files as packs define them: formats and registers found, transfers out, statements in, their cases."""
