"""`lawreport lint -o`: where copies with comments go, and what is refused before anything is written."""

from __future__ import annotations

import sys
from io import BytesIO
from pathlib import Path
from typing import NamedTuple

import pytest
from typer.testing import CliRunner

from lawreport_parser.cli.app import app
from lawreport_parser.lint import commented_copies

word = pytest.importorskip("docx", reason="python-docx is not installed")
sys.path.insert(0, str(Path(__file__).parents[1] / "readers"))

from word_files import docx, paragraph  # noqa: E402

TEXT = ("石湾县2023年工作总结", "一、主要成效", "落实“三项制度，退回案件。")
DRAFT = docx("".join(map(paragraph, TEXT)))
CLEAN = docx("".join(map(paragraph, (*TEXT[:2], "退回案件五件。"))))
FOUND, UNUSABLE = 1, 2


class Done(NamedTuple):
    status: int
    out: str
    told: list[str]


def lint(*arguments: str, given: bytes = b"") -> Done:
    done = CliRunner().invoke(app, ["lint", *arguments], input=given)
    return Done(done.exit_code, done.stdout, [line.removeprefix("lawreport: ") for line in done.stderr.splitlines()])


def comments(path: str | Path) -> int:
    return len(word.Document(BytesIO(Path(path).read_bytes())).comments)


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    Path("draft.docx").write_bytes(DRAFT)
    for name in ("drafts/甲.docx", "drafts/二/乙.docx"):
        Path(name).parent.mkdir(parents=True, exist_ok=True)
        Path(name).write_bytes(DRAFT)
    Path("drafts/二/clean.DOCX").write_bytes(CLEAN)
    Path("drafts/plain.txt").write_text("\n".join(TEXT), encoding="utf-8")
    return tmp_path


def files(folder: str) -> list[str]:
    return sorted(path.relative_to(folder).as_posix() for path in Path(folder).rglob("*") if path.is_file())


def test_one_file_has_its_copy_and_its_list() -> None:
    done = lint("draft.docx", "-o", "draft.commented.docx")
    assert done.status == FOUND
    assert done.out.startswith("draft.docx:3:3: unbalanced-quote ")
    assert done.told == ["1 finding in 1 file: 1 warning", "draft.commented.docx: 1 comment"]
    assert comments("draft.commented.docx") == 1
    assert Path("draft.docx").read_bytes() == DRAFT


def test_file_without_findings_is_copied_as_it_is() -> None:
    done = lint("drafts/二/clean.DOCX", "-o", "copy.docx")
    assert (done.status, done.told) == (0, ["copy.docx: 0 comments"])
    assert Path("copy.docx").read_bytes() == CLEAN


def test_folder_is_mirrored_and_other_files_are_named() -> None:
    done = lint("drafts", "-o", "new/commented")
    assert done.status == FOUND
    assert done.told == [
        "3 findings in 4 files: 3 warning",
        "drafts/plain.txt: no Word file, so it has no copy with comments",
        "new/commented: 2 comments in 3 files",
    ]
    assert files("new/commented") == ["二/clean.DOCX", "二/乙.docx", "甲.docx"]
    assert comments("new/commented/甲.docx") == 1


def test_several_files_and_one_in_a_folder_keep_their_names() -> None:
    assert lint("draft.docx", "drafts/甲.docx", "-o", "both").status == FOUND
    assert files("both") == ["draft.docx", "甲.docx"]
    assert lint("draft.docx", "-o", "one").status == FOUND
    assert files("one") == ["draft.docx"]


def test_what_is_there_is_replaced_only_where_that_is_said() -> None:
    Path("out.docx").write_text("x")
    Path("full").mkdir()
    Path("full/other.txt").write_text("x")
    for given, output in (("draft.docx", "out.docx"), ("drafts", "full")):
        done = lint(given, "-o", output)
        assert (done.status, done.out) == (UNUSABLE, "")
        assert done.told == [f"{output}: it is there already; give another name, or --overwrite"]
        assert lint(given, "-o", output, "--overwrite").status == FOUND
    assert comments("out.docx") == 1
    assert files("full") == ["other.txt", "二/clean.DOCX", "二/乙.docx", "甲.docx"]


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["draft.docx", "-o", "draft.docx"], "draft.docx: this is one of the reports"),
        (["draft.docx", "-o", "./drafts/../draft.docx", "--overwrite"], "draft.docx: this is one of the reports"),
        (["draft.docx", "-o", ".", "--overwrite"], "draft.docx: this is one of the reports"),
        (["drafts", "-o", "drafts", "--overwrite"], "drafts: it lies in drafts, which is read"),
        (["drafts", "-o", "drafts/new"], "drafts/new: it lies in drafts, which is read"),
        (["drafts/*.docx", "-o", "drafts", "--overwrite"], "drafts/甲.docx: this is one of the reports"),
        (["drafts", "draft.docx", "-o", "out.docx"], "out.docx: several files have their copies in a folder"),
        (["drafts", "-o", "out.docx"], "out.docx: several files have their copies in a folder"),
        (["draft.docx", "-o", "findings.json"], "findings.json: copies with comments are .docx files"),
        (["draft.docx", "-o", "", "--overwrite"], "the name of what is to be written is empty; give one"),
        (["draft.docx", "-o", "missing/out.docx"], "missing: no such folder; make it first"),
        (["draft.docx", "-o", "-"], "-o writes copies of files"),
        (["-", "-o", "out.docx"], "-o writes copies of files"),
        (["draft.docx", "--overwrite"], "there is nothing to overwrite without -o OUT"),
        (["--explain", "all", "-o", "out.docx"], "it explains a rule and checks no file"),
        (["drafts/甲.docx", "drafts/二/../二/乙.docx", "-o", "draft.docx/x"], "draft.docx/x"),
    ],
)
def test_what_cannot_be_meant_is_refused_and_no_file_touched(arguments: list[str], said: str) -> None:
    before = {name: Path(name).read_bytes() for name in files(".")}
    done = lint(*arguments)
    assert done.status == UNUSABLE
    assert said in done.told[-1]
    assert {name: Path(name).read_bytes() for name in files(".")} == before


def test_file_that_is_read_is_known_under_any_name() -> None:
    Path("out").mkdir()
    Path("out/甲.docx").symlink_to(Path("drafts/甲.docx").absolute())
    done = lint("drafts", "-o", "out", "--overwrite")
    assert (done.status, done.told[-1]) == (
        UNUSABLE,
        "out/甲.docx: this is one of the reports; give the copy another name",
    )
    assert Path("drafts/甲.docx").read_bytes() == DRAFT


def test_two_files_of_one_name_have_no_copy_in_one_folder() -> None:
    Path("other").mkdir()
    Path("other/draft.docx").write_bytes(DRAFT)
    done = lint("draft.docx", "other/draft.docx", "-o", "out")
    assert done.status == UNUSABLE
    assert "draft.docx and other/draft.docx would both be written here" in done.told[-1]
    assert not Path("out").exists()


def test_file_that_cannot_be_read_or_is_no_word_file_does_not_keep_the_others_back() -> None:
    Path("drafts/bad.docx").write_bytes(DRAFT[:200])
    done = lint("drafts", "-o", "out")
    assert done.status == UNUSABLE
    assert done.told[0].startswith("drafts/bad.docx: ")
    assert files("out") == ["二/clean.DOCX", "二/乙.docx", "甲.docx"]
    done = lint("drafts/plain.txt", "-o", "plain.docx")
    assert done.told[-1] == "drafts/plain.txt: no Word file, so it has no copy with comments"
    assert (done.status, Path("plain.docx").exists()) == (UNUSABLE, False)


def test_file_that_changed_while_it_was_checked_has_no_copy(monkeypatch: pytest.MonkeyPatch) -> None:
    checked = commented_copies.Checked("draft.docx", "docx", "0" * 64, ())
    told: list[str] = []
    assert not commented_copies.Copies(["draft.docx"], "out.docx").write([checked], told.append)
    assert told == ["draft.docx: it was changed while it was checked; check it again"]


def test_other_forms_of_the_list_go_with_copies() -> None:
    done = lint("draft.docx", "-o", "out.docx", "--format", "json")
    assert done.out.startswith("[\n")
    assert comments("out.docx") == 1
