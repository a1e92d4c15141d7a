"""Where text lands: whole files, links, pipes."""

import os
import stat
import subprocess
import sys
import threading
from contextlib import suppress
from pathlib import Path

import pytest

from dekret.errors import FileError
from dekret.store.files import Output, whole_file, write_whole

no_fifo = pytest.mark.skipif(sys.platform == "win32", reason="Windows has no pipes in folders")
no_links = pytest.mark.skipif(sys.platform == "win32", reason="links need a privilege on Windows")


def left(folder):
    return sorted(path.name for path in folder.iterdir())


def test_a_file_is_replaced_whole_and_keeps_its_mode(tmp_path):
    target = tmp_path / "dziennik.jsonl"
    target.write_text("old", encoding="utf-8")
    target.chmod(0o640)
    write_whole(target, "zażółć\n")
    assert target.read_bytes() == "zażółć\n".encode()
    assert sys.platform == "win32" or stat.S_IMODE(target.stat().st_mode) == 0o640
    assert left(tmp_path) == ["dziennik.jsonl"]


def test_nothing_is_kept_without_keep(tmp_path):
    target = tmp_path / "dziennik.jsonl"
    target.write_text("old", encoding="utf-8")
    with Output(target) as output:
        output.write("half")
    assert target.read_text(encoding="utf-8") == "old"
    assert left(tmp_path) == ["dziennik.jsonl"]


@no_fifo
def test_a_pipe_is_written_into_and_stays(tmp_path):
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    got = []
    reader = threading.Thread(target=lambda: got.append(pipe.read_text(encoding="utf-8")))
    reader.start()
    write_whole(pipe, "wiersz\n" * 20_000)
    reader.join(10)
    assert got == ["wiersz\n" * 20_000]
    assert stat.S_ISFIFO(pipe.stat().st_mode)
    assert left(tmp_path) == ["pipe"]


@no_fifo
def test_a_link_to_a_pipe_is_followed(tmp_path):
    os.mkfifo(tmp_path / "pipe")
    (tmp_path / "link").symlink_to("pipe")
    got = []
    reader = threading.Thread(target=lambda: got.append((tmp_path / "pipe").read_text(encoding="utf-8")))
    reader.start()
    write_whole(tmp_path / "link", "a")
    reader.join(10)
    assert got == ["a"]
    assert left(tmp_path) == ["link", "pipe"]


@no_links
@pytest.mark.parametrize("there", [True, False])
def test_a_link_stays_and_its_file_is_written(tmp_path, there):
    (tmp_path / "archive").mkdir()
    file = tmp_path / "archive" / "2026.jsonl"
    if there:
        file.write_text("old", encoding="utf-8")
    link = tmp_path / "link"
    link.symlink_to(file)
    write_whole(link, "new")
    assert link.is_symlink()
    assert file.read_text(encoding="utf-8") == "new"
    assert left(tmp_path / "archive") == ["2026.jsonl"]


@no_links
def test_a_link_to_itself_is_a_file_error(tmp_path):
    (tmp_path / "a").symlink_to("b")
    (tmp_path / "b").symlink_to("a")
    with pytest.raises(FileError):
        write_whole(tmp_path / "a", "x")
    assert left(tmp_path) == ["a", "b"]


@pytest.mark.skipif(not Path("/proc/self/fd").exists(), reason="the system shows no open files")
def test_a_file_held_open_is_added_to(tmp_path):
    with (tmp_path / "out.txt").open("w", encoding="utf-8") as held:
        held.write("before\n")
        held.flush()
        inode = os.fstat(held.fileno()).st_ino
        write_whole(Path(f"/proc/self/fd/{held.fileno()}"), "text\n")
    assert (tmp_path / "out.txt").read_text(encoding="utf-8") == "before\ntext\n"
    assert (tmp_path / "out.txt").stat().st_ino == inode


def test_a_folder_is_refused_as_one(tmp_path):
    with pytest.raises(FileError) as refused:
        Output(tmp_path)
    assert "to jest folder" in refused.value.pl
    assert "it is a folder" in refused.value.en


def test_a_missing_folder_is_told_in_polish(tmp_path):
    with pytest.raises(FileError) as refused:
        Output(tmp_path / "nie" / "ma.jsonl")
    assert "nie ma takiego pliku ani folderu. Sprawdź ścieżkę." in refused.value.pl
    assert "No such file" not in refused.value.pl


def test_a_file_in_the_way_is_told(tmp_path):
    (tmp_path / "plik").touch()
    with pytest.raises(FileError) as refused:
        Output(tmp_path / "plik" / "a.jsonl")
    assert "jest plikiem" in refused.value.pl


_FULL = """
import resource, signal, sys
from pathlib import Path
from dekret.errors import FileError
from dekret.store.files import Output
signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
resource.setrlimit(resource.RLIMIT_FSIZE, (100, 100))
with Output(Path("a.txt")) as output:
    output.write("x" * 200)
    try:
        getattr(output, sys.argv[1])()
    except FileError:
        print("told")
print(sorted(Path().iterdir()))
"""


@pytest.mark.skipif(sys.platform == "win32", reason="limits of the process")
@pytest.mark.parametrize("step", ["keep", "sha256", "lines"])
def test_a_full_disk_is_told_and_leaves_nothing(tmp_path, step):
    engine = Path(__file__).parents[2] / "engine"
    run = subprocess.run(
        [sys.executable, "-c", _FULL, step],
        cwd=tmp_path, env={**os.environ, "PYTHONPATH": str(engine)}, capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert run.stdout == "told\n[]\n", run.stderr


def test_a_file_that_something_else_writes_takes_its_place_at_the_end(tmp_path):
    target = tmp_path / "baza.duckdb"
    target.write_text("old", encoding="utf-8")
    with whole_file(target) as beside:
        beside.write_text("new", encoding="utf-8")
        beside.with_name("beside.wal").write_text("gone", encoding="utf-8")
        assert target.read_text(encoding="utf-8") == "old"
    assert target.read_text(encoding="utf-8") == "new"
    assert left(tmp_path) == ["baza.duckdb"]


def test_a_file_that_something_else_did_not_finish_is_gone(tmp_path):
    with suppress(UnicodeEncodeError), whole_file(tmp_path / "baza.duckdb") as beside:
        beside.write_text("half", encoding="utf-8")
        beside.write_text("połowa", encoding="ascii")
    assert left(tmp_path) == []
    with pytest.raises(FileError), whole_file(tmp_path):
        pass
    with pytest.raises(FileError), whole_file(tmp_path / "no" / "folder.duckdb"):
        pass
