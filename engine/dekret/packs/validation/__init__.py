"""What packs do with rules for documents: which rules hold, documents checked by them, their cases, explanations."""
