"""Text the user wrote: where it stands, what is wrong with it, how that is shown. Knows nothing of accounting."""
