"""Values of accounting: rounded and split money, dates, identifiers. No files, no documents."""
