"""Where the Ministry's sample invoices are: not in the project, but perhaps beside it."""

import os
from pathlib import Path

_PLACES = (os.environ.get("DEKRET_KSEF_SAMPLES"), Path(__file__).parents[2] / "shared" / "samples" / "ksef-fa3")
OFFICIAL = next((Path(place) for place in _PLACES if place and Path(place).is_dir()), None)
