"""Where results are kept: the journal as a file."""
