"""The command `dekret`. Help and dispatch import nothing else; every command imports what it needs."""
