"""The wheel: built, installed into a fresh environment outside the checkout, and used to post."""

import os
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]


def run(*words, **settings):
    result = subprocess.run(
        [str(word) for word in words], capture_output=True, text=True, encoding="utf-8", check=False, **settings
    )
    assert result.returncode == 0, result.stdout + result.stderr
    return result.stdout


@pytest.fixture(scope="module")
def wheel(tmp_path_factory):
    folder = tmp_path_factory.mktemp("wheel")
    run(
        sys.executable,
        "-m",
        "pip",
        "wheel",
        "--quiet",
        "--no-deps",
        "--no-build-isolation",
        "--wheel-dir",
        folder,
        ROOT,
    )
    (found,) = folder.glob("dekret-*.whl")
    return found


def test_the_wheel_carries_grammars_rules_and_templates(wheel):
    names = zipfile.ZipFile(wheel).namelist()
    for name in ("grammars/rulefile.lark", "grammars/expression.lark", "rules/ksiegowosc/wzorcowy.plan", "py.typed"):
        assert f"dekret/{name}" in names
    assert any(name.startswith("dekret/rules/demo/ksef/") for name in names)
    assert not [name for name in names if "/kept/" in name or name.startswith(("tests", "engine"))]


def test_the_wheel_posts_outside_the_checkout(wheel, tmp_path):
    environment = {name: value for name, value in os.environ.items() if name not in ("PYTHONPATH", "PYTHONHOME")}
    fresh = tmp_path / "venv"
    run(sys.executable, "-m", "venv", "--without-pip", fresh)
    scripts = fresh / ("Scripts" if os.name == "nt" else "bin")
    install = ("-m", "pip", "--python", scripts / "python", "install", "--quiet", wheel)
    run(sys.executable, *install, cwd=tmp_path, env=environment)
    said = run(scripts / "dekret", "demo", "wynik", "--count", "3", cwd=tmp_path, env=environment)
    assert "KSEF-ZAKUP" in said
    assert (tmp_path / "wynik" / "dziennik.jsonl").read_text(encoding="utf-8").count("\n") > 20
    invoices = tmp_path / "wynik" / "dokumenty" / "zakupy.jsonl"
    words = ("post", "-s", "KSEF-ZAKUP", "--rules", "wynik/reguly/demo.kartoteka", invoices, "-o", "d.jsonl")
    run(scripts / "dekret", *words, cwd=tmp_path, env=environment)
    assert (tmp_path / "d.jsonl").stat().st_size > 1000
    assert "dekret" in run(
        scripts / "python", "-c", "import dekret; print(dekret.__file__)", cwd=tmp_path, env=environment
    )
