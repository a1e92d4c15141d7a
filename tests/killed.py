"""Programs that are killed in the middle of keeping something, for tests of stores."""

import subprocess
import sys
import time
from pathlib import Path

ENGINE = Path(__file__).parents[1] / "engine"
TESTS = Path(__file__).parent


def child(code, **more):
    """A Python of its own with the engine and the tests at hand."""
    script = f"import sys\nsys.path[:0] = {[str(ENGINE), str(TESTS)]!r}\nfrom pathlib import Path\n{code}"
    return subprocess.Popen([sys.executable, "-c", script], stdout=subprocess.PIPE, text=True, **more)


def told_until_killed(code, chance, *, in_commit):
    """What code that says ready, commit and done has said by the time it was killed: in its work, or in its commit."""
    with child(code) as run:
        assert run.stdout.readline() == "ready\n"
        told = run.stdout.readline() if in_commit else ""
        time.sleep(chance.uniform(0, 0.04 if told else 0.5))
        run.kill()
        return told + run.stdout.read()
