"""A PostgreSQL server of its own for a run of the tests, in a temporary folder, on a socket; gone afterwards."""

import os
import shutil
import subprocess
import tempfile
from pathlib import Path

import pytest


def _binaries() -> Path | None:
    found = shutil.which("initdb")
    if os.name == "nt":  # a socket in a folder and pg_ctl as another user are not to be had
        return None
    if found:
        return Path(found).parent
    there = sorted(Path("/usr/lib/postgresql").glob("*/bin/initdb"), key=lambda each: int(each.parts[-3]))
    return there[-1].parent if there else None


def _as_other_user() -> list[str]:
    """PostgreSQL will not run as root; an ordinary user of the system does."""
    if os.name == "nt" or os.geteuid() != 0:
        return []
    import pwd  # not there on Windows

    user = pwd.getpwnam("nobody")
    return ["setpriv", f"--reuid={user.pw_uid}", f"--regid={user.pw_gid}", "--clear-groups"]


@pytest.fixture(scope="session")
def postgres_address():
    """The address of an empty database. `DEKRET_NEEDS_POSTGRES=1`, as CI sets it, makes a missing server an error."""
    needed = os.environ.get("DEKRET_NEEDS_POSTGRES") == "1"
    binaries = _binaries()
    if binaries is None:
        assert not needed, "there is no PostgreSQL here (apt-get install postgresql)"
        pytest.skip("no PostgreSQL here (apt-get install postgresql)")
    if not needed:
        pytest.importorskip("psycopg", reason="no psycopg here (pip install 'dekret[postgres]')")
    with tempfile.TemporaryDirectory(prefix="dekret-pg-") as folder:
        Path(folder).chmod(0o777)
        data, run = f"{folder}/data", _as_other_user()
        quick = "-c fsync=off -c full_page_writes=off -c synchronous_commit=off -c shared_buffers=32MB"
        options = f"{quick} -c listen_addresses='' -c unix_socket_directories={folder} -c max_connections=20"
        made = [binaries / "initdb", "-D", data, "-U", "dekret", "-A", "trust", "-E", "UTF8", "--no-locale", "-N"]
        subprocess.run([*run, *made], check=True, capture_output=True)
        start = [binaries / "pg_ctl", "-D", data, "-o", options, "-l", f"{folder}/log", "-w", "start"]
        subprocess.run([*run, *start], check=True, capture_output=True)
        try:
            yield f"postgresql://dekret@/postgres?host={folder}"
        finally:
            stop = [binaries / "pg_ctl", "-D", data, "-m", "immediate", "stop"]
            subprocess.run([*run, *stop], check=True, capture_output=True)
