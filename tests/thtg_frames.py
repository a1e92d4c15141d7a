"""What stands around the examples of problems of the exchange with the THTG Integrator: `thtg: ` and a config.json."""

from dekret.packs.thtg.config import read_config
from dekret.text.diagnostic import Diagnostic


def is_of_thtg(example: str) -> bool:
    """Whether an example is for this module."""
    return example.startswith("thtg: ")


def run(example: str) -> list[Diagnostic]:
    """Everything that is said of an example."""
    return list(read_config("config.json", example.removeprefix("thtg: ").encode()).diagnostics)
