"""`dekret awizo` as it is typed: from orders to labels, refused and written whole."""

import json
import re
import shlex
from pathlib import Path

import pytest

from dekret import api
from dekret.cli.main import main
from dekret.despatch.problem_examples import ADVICE, ORDER, OTHER_ORDER
from dekret.store.files import Output

DIRECTORY = """kartoteka "MOJA"
[Firma]
nazwa = Bursztyn sp. z o.o.
nip = 5580730219
gln = 5900000000060
[Podmioty]
| Kod    | Nazwa                 | GLN           |
|--------|-----------------------|---------------|
| MARKET | Market Dom sp. z o.o. | 5900000000015 |
| SKLEP1 | Market Dom 1 Wrocław  | 5900000000039 |
[Kody SSCC]
cyfra uzupełniająca = 3
prefiks gs1 = 590
numer identyfikacyjny firmy = 1234567
numer seryjny od = 000042
"""
NUMBERS = ["359012345670000429", "359012345670000436", "359012345670000443"]


@pytest.fixture(autouse=True)
def firma(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    Path("moja.kartoteka").write_text(DIRECTORY, encoding="utf-8")
    Path("ro1.json").write_text(ORDER, encoding="utf-8")
    Path("ro2.json").write_text(OTHER_ORDER, encoding="utf-8")
    Path("a.json").write_text(ADVICE, encoding="utf-8")
    return tmp_path


def awizo(path="a.json"):
    return json.loads(Path(path).read_text(encoding="utf-8"))


def run(line):
    return main(["awizo", *line.split()])


def test_from_orders_to_labels(capsys):
    assert run("create ro1.json ro2.json --no-standard --date 2026-04-16 -o n.json") == 0
    assert run("add n.json --type 201 --db f.duckdb --no-standard") == 0
    assert run("add n.json --type CT --parent 1 --weight 12,5 --volume 0.1 --db f.duckdb --no-standard") == 0
    assert run("pack n.json --package 2 --position 1 --quantity 4") == 0
    assert run("approve n.json") == 0
    assert "not-packed" in capsys.readouterr().err
    assert run("pack n.json --package 2") == 1
    assert run("restore n.json") == 0
    assert run("pack n.json --package 2") == 0
    assert run("edit n.json --package 2 --position 1 --quantity 10") == 0
    assert run("add n.json --type CT --parent 1 --weight 3 --volume 0.1 --db f.duckdb --no-standard") == 0
    assert run("pack n.json --package 3") == 0
    assert run("check n.json") == 0
    assert run("approve n.json") == 0
    assert run("labels n.json --portrait --no-standard -o l.json") == 0
    advice, labels = awizo("n.json"), awizo("l.json")
    assert advice["number"] == "17042026"
    assert [each["sscc"] for each in advice["packages"]] == NUMBERS
    assert [each.get("contents") for each in advice["packages"]] == [
        None,
        [{"position": 1, "quantity": "10"}],
        [{"position": 2, "quantity": "10"}],
    ]
    assert [page[0]["sscc_text"] for page in labels["pages"]] == [f"(00){each}" for each in NUMBERS]
    assert labels["pages"][0][0]["goods_issue"] == "ZGRUPOWANA"
    assert labels["sender"] == {"name": "Bursztyn sp. z o.o.", "tax_id": "5580730219", "gln": "5900000000060"}
    capsys.readouterr()
    assert run("numbers --db f.duckdb") == 0
    assert capsys.readouterr().out.count("17042026") == 3


def test_an_awizo_in_a_folder_keeps_its_orders_from_another(capsys):
    Path("awiza").mkdir()
    assert run("create ro1.json --no-standard -o awiza/1.json") == 0
    assert "--existing" in capsys.readouterr().err
    assert run("create ro1.json --no-standard --existing awiza -o awiza/2.json") == 1
    assert "awizo/order-advised" in capsys.readouterr().err
    assert not Path("awiza/2.json").exists()
    assert run("create ro2.json --no-standard --existing awiza -o awiza/2.json") == 0
    assert awizo("awiza/2.json")["number"] == "1704202601"
    capsys.readouterr()
    assert run("check awiza") == 1
    said = capsys.readouterr().out
    assert said.count("awizo/no-packages") == 2
    assert "awizo/order-on-another" not in said


def test_orders_of_others_are_refused_with_both_places(capsys):
    Path("ro2.json").write_text(OTHER_ORDER.replace("D-17", "D-18"), encoding="utf-8")
    assert run("create ro1.json ro2.json --no-standard -o n.json") == 1
    said = capsys.readouterr().err
    assert "ro2.json:5:" in said
    assert "ro1.json:5:" in said
    assert not Path("n.json").exists()


@pytest.mark.parametrize(
    "line",
    [
        "pack a.json --package 1 --position 2",
        "unpack a.json --package 9",
        "add a.json --parent 3",
        "edit a.json --package 3 --order ZAM-7",
        "remove a.json --package 9",
        "restore a.json",
        "labels a.json --no-standard",
    ],
)
def test_what_is_refused_leaves_the_file_as_it_was(line, capsys):
    assert run(line) == 1
    assert "awizo/" in capsys.readouterr().err
    assert Path("a.json").read_text(encoding="utf-8") == ADVICE


@pytest.mark.parametrize(
    "line",
    [
        "edit a.json",
        "edit a.json --package 3",
        "edit a.json --quantity 3 --package 3",
        "edit a.json --position 1 --weight 3",
        "edit a.json --position 1 --package 3 --quantity 3 --type CT",
        "edit a.json --package 3 --item-code 7",
        "edit a.json --package 3 --customer 12",
        "pack a.json --package 3 --quantity 3",
        "pack a.json --package 3 --position 2 --quantity -1",
        "pack a.json --package 3 --position 2 --quantity x",
        "pack a.json --package 3",
        "create ro1.json --terms XYZ --no-standard",
        "create ro1.json --transport 99 --no-standard",
        "delete -",
        "packk a.json",
    ],
)
def test_wrong_usage(line, capsys):
    try:
        code = run(line)
    except SystemExit as ended:
        code = ended.code
    assert code == 2
    assert capsys.readouterr().err
    assert Path("a.json").read_text(encoding="utf-8") == ADVICE


def test_a_file_of_several_documents_is_not_written_over(capsys):
    Path("a.json").write_text(f"[{ADVICE}, {ORDER}]", encoding="utf-8")
    assert run("add a.json") == 1
    assert run("delete a.json") == 1
    assert capsys.readouterr().err.count("awizo/not-one") == 2
    assert Path("a.json").exists()


def test_a_full_disk_leaves_the_awizo_as_it_was(monkeypatch):
    def full(self, show=None):
        from dekret.errors import FileError

        raise FileError("pełny", "full")

    monkeypatch.setattr(Output, "keep", full)
    assert run("add a.json") == 1
    assert Path("a.json").read_text(encoding="utf-8") == ADVICE


def test_an_awizo_is_deleted_from_the_buffer_alone(capsys):
    assert run("approve a.json") == 0
    assert run("delete a.json") == 1
    assert "awizo/approved" in capsys.readouterr().err
    assert run("restore a.json") == 0
    assert run("delete a.json") == 0
    assert not Path("a.json").exists()


def test_another_file_is_written_where_it_is_named(capsys):
    assert run("remove a.json --package 1 -o b.json") == 0
    assert [each["number"] for each in awizo("b.json")["packages"]] == [3]
    assert len(awizo()["packages"]) == 3


@pytest.mark.parametrize(
    "line",
    [
        "sscc a.json --package 1 --db f.duckdb",
        "add a.json --db f.duckdb",
        "add a.json",
        "edit a.json --package 1 --weight 3",
        "remove a.json --package 1",
        "unpack a.json --package 3",
        "restore approved.json",
        "approve a.json",
    ],
)
@pytest.mark.parametrize("output", ["f.duckdb", "moja.kartoteka", "ro1.json", "two.json"])
def test_what_is_no_awizo_is_never_written_over(line, output, capsys):
    assert run("sscc a.json --package 3 --db f.duckdb -o first.json") == 0
    assert run("approve first.json -o approved.json") == 0
    Path("two.json").write_text(f"[{ADVICE}, {ADVICE}]", encoding="utf-8")
    before = Path(output).read_bytes()
    assert run(f"{line} -o {output}") == 2
    assert output in capsys.readouterr().err
    assert Path(output).read_bytes() == before


@pytest.mark.parametrize("output", ["f.duckdb", "ro1.json", "b.json"])
def test_labels_replace_labels_alone(output, capsys):
    Path("b.json").write_text(ADVICE, encoding="utf-8")
    assert run("sscc a.json --package 1 --db f.duckdb") == 0
    assert run("approve a.json") == 0
    before = Path(output).read_bytes()
    assert run(f"labels a.json -o {output}") == 2
    assert Path(output).read_bytes() == before
    assert run("labels a.json -o l.json") == 0
    assert run("labels a.json --portrait -o l.json") == 0
    assert awizo("l.json")["layout"] == "portrait"


def test_a_store_that_is_not_there_yet_is_no_result(capsys):
    assert run("sscc a.json --package 1 --db f.duckdb -o f.duckdb") == 2
    assert "wśród plików wejściowych" in capsys.readouterr().err
    assert not Path("f.duckdb").exists()


def test_another_awizo_may_be_replaced_and_the_result_shown(capsys):
    Path("b.json").write_text(ADVICE, encoding="utf-8")
    assert run("remove a.json --package 1 -o b.json") == 0
    assert len(awizo("b.json")["packages"]) == 1
    assert run("approve a.json --existing b.json -o b.json") == 2
    assert run("approve a.json") == 0
    capsys.readouterr()
    assert run("restore a.json -o -") == 0
    assert json.loads(capsys.readouterr().out)["number"] == "17042026"
    assert not Path("-").exists()


def test_an_awizo_with_packages_or_approved_is_not_made_anew(capsys):
    assert run("create ro1.json ro2.json --no-standard -o a.json") == 2
    assert "dekret awizo delete a.json" in capsys.readouterr().err
    assert Path("a.json").read_text(encoding="utf-8") == ADVICE
    assert run("create ro1.json --no-standard -o n.json") == 0
    assert run("create ro1.json ro2.json --no-standard -o n.json") == 0
    assert len(awizo("n.json")["positions"]) == 2
    Path("n.json").write_text(
        Path("n.json").read_text(encoding="utf-8").replace("{", '{"approved": true,', 1), encoding="utf-8"
    )
    assert run("create ro1.json --no-standard -o n.json") == 2
    assert len(awizo("n.json")["positions"]) == 2


def test_what_somebody_else_wrote_meanwhile_stays(monkeypatch, capsys):
    def slow(opened, fields):
        Path("a.json").write_text(ADVICE.replace("17042026", "18042026"), encoding="utf-8")
        return add(opened, fields)

    add = api.add_package
    monkeypatch.setattr(api, "add_package", slow)
    assert run("add a.json") == 1
    assert "zmienił się" in capsys.readouterr().err
    assert awizo()["number"] == "18042026"
    assert len(awizo()["packages"]) == 3
    assert not list(Path().glob(".a.json*"))


def test_no_number_is_used_up_where_the_result_cannot_be_written(capsys):
    assert run("sscc a.json --package 1 --db f.duckdb -o brak/x.json") == 1
    assert "brak/x.json" in capsys.readouterr().err
    assert not Path("f.duckdb").exists()
    assert run("sscc a.json --package 1 --db f.duckdb") == 0
    assert awizo()["packages"][0]["sscc"] == NUMBERS[0]


def test_what_is_wrong_with_the_file_is_told(capsys):
    Path("a.json").write_text(ADVICE.replace('"quantity": "4"}]', '"quantity": "dużo"}]'), encoding="utf-8")
    assert run("show a.json") == 1
    assert "contents[1].quantity" in capsys.readouterr().err
    assert run("check ro1.json") == 1
    assert run("show nie-ma.json") == 1


@pytest.mark.parametrize(("language", "word"), [("pl", "nadrzędne"), ("en", "outer")])
def test_show(language, word, capsys):
    assert run(f"show a.json --lang {language}") == 0
    page = capsys.readouterr().out
    assert word in page
    assert "359012345670000016" not in page
    assert run(f"show a.json --all --lang {language}") == 0
    assert "359012345670000016" in capsys.readouterr().out


def test_numbers_without_settings_or_a_store(capsys):
    Path("moja.kartoteka").write_text(DIRECTORY[: DIRECTORY.index("[Kody")], encoding="utf-8")
    assert run("sscc a.json --package 1 --db f.duckdb --no-standard") == 1
    assert "awizo/no-sscc-settings" in capsys.readouterr().err
    assert not Path("f.duckdb").exists()
    assert run("numbers --db nie-ma.duckdb") == 1


@pytest.mark.parametrize("language", ["pl", "en"])
def test_the_tutorial_runs_as_it_is_printed(language, capsys):
    assert main(["docs", "awizo", "--lang", language]) == 0
    page = capsys.readouterr().out.partition("## Reg")[0].partition("## Rules")[0]
    (sections,) = re.findall(r"```\n(.*?)```", page, re.DOTALL)
    commands = re.findall(r"^    dekret (.*)$", page, re.MULTILINE)
    assert len(commands) > 12
    assert "dekret edi export a.json -o pliki" in " ".join(page.split())
    for name in ("moja.kartoteka", "ro1.json", "a.json"):
        Path(name).unlink()
    for command in commands:
        assert main(shlex.split(command)) == 0, command
        if command.startswith("new kartoteka"):
            with Path("moja.kartoteka").open("a", encoding="utf-8") as file:
                file.write("\n" + sections)
    assert "no-" not in capsys.readouterr().out, "the awizo of the tutorial has all it needs"


def test_the_page_names_every_rule_and_field(capsys):
    assert main(["docs", "awizo"]) == 0
    page = capsys.readouterr().out
    for problem in api.catalogue():
        if problem.id.startswith("awizo/"):
            assert f"| {problem.id} " in page
    assert "packages[].contents[].quantity*" in page
