"""The language `wyciąg`: rules that propose accounts, categories, entities and descriptions for lines of statements."""
