"""Settings of the test run."""

import os

from hypothesis import settings

from postgres_server import postgres_address

__all__ = ["postgres_address"]

settings.register_profile("usual", max_examples=120, deadline=None)
settings.register_profile("thorough", max_examples=3000, deadline=None)
settings.load_profile(os.environ.get("DEKRET_HYPOTHESIS", "usual"))
