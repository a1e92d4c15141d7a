"""Settings of the test run."""

import gc
import os

from hypothesis import settings

from demo_files import small_demo
from postgres_server import postgres_address

__all__ = ["postgres_address", "small_demo"]

settings.register_profile("usual", max_examples=120, deadline=None)
settings.register_profile("thorough", max_examples=3000, deadline=None)
settings.load_profile(os.environ.get("DEKRET_HYPOTHESIS", "usual"))


def pytest_collection_finish():
    """What was loaded to collect the tests stays to the end: the collector need not walk it again and again."""
    gc.collect()
    gc.freeze()
