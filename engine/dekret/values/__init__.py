"""Values of accounting: rounded money, identifiers, bank days, titles of transfers. No files, no documents."""
