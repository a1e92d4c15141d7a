"""Exchange with chains in Comarch EDI: what goes into a file, as finished records; the files are templates and maps."""
