"""Rules of validation and eligibility: the language `reguly` and what runs it."""
