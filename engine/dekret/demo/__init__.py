"""The sample company of `dekret demo`: parties and documents of all types in any number, posted by standard rules."""
