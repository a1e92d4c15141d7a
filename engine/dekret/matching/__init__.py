"""What a bank line pays: open items, their numbers in titles, proposals with scores. Nothing is ever settled here."""
