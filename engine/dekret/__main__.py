"""`python -m dekret` is the command."""

from dekret.cli.main import main

if __name__ == "__main__":
    raise SystemExit(main())
