"""Two languages about the company itself: `plan` (chart of accounts) and `kartoteka` (parties and categories)."""
