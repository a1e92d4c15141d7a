"""Charts as packs define them: found, expanded, run, shown, gone through, their cases."""
