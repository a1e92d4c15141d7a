"""Rule files: from text to checked fields and back. One structure for every language; Lark lives here."""
