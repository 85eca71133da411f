"""The manual is complete and current: every name, command, code and field stands in it, and the site builds."""

from __future__ import annotations

import re
import subprocess
import sys
from importlib import import_module
from importlib.util import find_spec
from pathlib import Path

import code_table
import pytest
from manual_pages import DOCS, ROOT, blocks, pages
from public_names import SURFACE

import lawreport_parser
from lawreport_parser import Report, chunks, indicators, numbers, regions
from lawreport_parser.comparison import Comparison, PlanOutcome
from lawreport_parser.diagnostics import CODES
from lawreport_parser.frozen_model import FrozenModel
from lawreport_parser.report_fields import WrittenReport

API = (DOCS / "reference" / "api.md").read_text(encoding="utf-8")
MODEL = (DOCS / "reference" / "model.md").read_text(encoding="utf-8")
DIAGNOSTICS = (DOCS / "reference" / "diagnostics.md").read_text(encoding="utf-8")
MODELS = sorted(
    {
        each
        for module in (lawreport_parser, chunks, indicators, lawreport_parser.model, numbers, regions)
        for each in (getattr(module, name) for name in module.__all__)
        if isinstance(each, type) and issubclass(each, FrozenModel)
    }
    | {Comparison, PlanOutcome},
    key=lambda each: each.__name__,
)


def part(page: str, heading: str) -> str:
    """Return what stands under a heading of a page, up to the next heading of its level or above."""
    level = heading.split(" ")[0]
    start = page.index(f"\n{heading}\n")
    following = re.compile(rf"^#{{1,{len(level)}}} ", re.MULTILINE).search(page, start + len(heading) + 2)
    return page[start : following.start() if following else len(page)]


@pytest.mark.parametrize("module", ["lawreport_parser", *(f"lawreport_parser.{name}" for name in SURFACE)])
def test_every_public_name_is_in_the_reference(module: str) -> None:
    names = import_module(module).__all__
    missing = [name for name in names if not re.search(rf"(?<![\w.]){re.escape(name)}(?!\w)", API)]
    assert missing == []
    assert module == "lawreport_parser" or f"| `{module}` |" in API


def test_every_command_is_in_the_manual() -> None:
    pytest.importorskip("typer")
    from typer.main import get_command

    from lawreport_parser.cli.app import app

    manual = "".join(page.read_text(encoding="utf-8") for page in pages())
    commands = get_command(app).commands  # type: ignore[attr-defined]
    assert [name for name in commands if f"`lawreport {name}" not in manual] == []


@pytest.mark.parametrize("model", MODELS, ids=lambda model: model.__name__)
def test_every_field_of_a_model_has_a_row(model: type[FrozenModel]) -> None:
    rows = re.findall(r"^\| `(\w+)` \|", part(MODEL, f"## `{model.__name__}`"), re.MULTILINE)
    fields = WrittenReport.model_fields if model is Report else model.model_fields
    assert fields.keys() - set(rows) == set()


@pytest.mark.parametrize("page", code_table.TABLES, ids=lambda page: page.relative_to(DOCS).as_posix())
def test_the_table_of_codes_is_current(page: Path) -> None:
    text = page.read_text(encoding="utf-8")
    assert text == code_table.with_table(text, code_table.TABLES[page]()), "run: python tests/docs/code_table.py"


@pytest.mark.parametrize("code", CODES)
def test_every_code_has_an_example_that_shows_it(code: str) -> None:
    section = part(DIAGNOSTICS, f"### `{code}`")
    assert "```python\n>>> " in section
    example = section.split("```python\n")[1]
    lead = CODES[code].english.split("{")[0]
    assert code in example or (lead and lead in example)


def test_the_page_of_codes_has_no_others() -> None:
    assert set(re.findall(r"^### `([a-z-]+)`$", DIAGNOSTICS, re.MULTILINE)) == set(CODES)


def test_the_walk_through_a_report_has_the_tokens_of_the_grammar() -> None:
    walk = next(block.body for block in blocks(DOCS / "reference" / "grammar.md") if "\nMETADATA " in f"\n{block.body}")
    grammar = (ROOT / "grammar" / "report.lark").read_text(encoding="utf-8")
    tokens = {line.split()[0] for line in walk.splitlines()}
    assert [token for token in tokens if not re.search(rf"\b{token}\b", grammar)] == []
    assert {"OPEN", "CLOSE", "HAN_IS"} <= tokens


def test_the_readme_prints_two_commands_for_the_gate() -> None:
    marked = [(block.note, block.body) for block in blocks(ROOT / "README.md") if block.language == "sh"]
    assert [note for note, _ in marked] == ["ci:example", "ci:tests"]
    assert all(body.count("\n") == 1 for _, body in marked)


def test_a_file_that_a_page_shows_of_the_examples_is_that_file() -> None:
    shown = {block.file: block.body for page in pages() for block in blocks(page) if block.file}
    there = {name: body for name, body in shown.items() if name.startswith("examples/")}
    assert "examples/report.txt" in there
    assert {name for name, body in there.items() if (ROOT / name).read_text(encoding="utf-8") != body} == set()


@pytest.mark.parametrize("name", ["README.md", "CHANGELOG.md", "CONTRIBUTING.md"])
def test_links_to_files_lead_somewhere(name: str) -> None:
    text = (ROOT / name).read_text(encoding="utf-8")
    targets = [target.partition("#")[0] for target in re.findall(r"\]\((?!https?:)([^)]+)\)", text)]
    assert [target for target in targets if not (ROOT / target).exists()] == []


def test_the_site_builds_without_a_warning(tmp_path: Path) -> None:
    for package in ("sphinx", "furo", "myst_parser", "sphinx_copybutton"):
        if find_spec(package) is None:
            pytest.skip(f"{package} is not installed (extra docs)")
    command = [sys.executable, "-m", "sphinx", "-q", "-W", "--keep-going", "-b", "html", "-d", str(tmp_path / "cache")]
    done = subprocess.run(
        [*command, str(DOCS), str(tmp_path / "html")], capture_output=True, text=True, encoding="utf-8", check=False
    )
    assert done.returncode == 0, done.stderr
    for name in ("quickstart", "tutorial", "how-to/index"):
        page = (tmp_path / "html" / "zh" / f"{name}.html").read_text(encoding="utf-8")
        assert 'lang="zh-CN"' in page
        assert "下一页" in page
        assert "Back to top" not in page
        prose = re.sub(r"<pre>.*?</pre>", "", page, flags=re.DOTALL)
        assert not re.search(r"<p>[^<]*[\u3000-\uffef]\n[\u3000-\uffef]", prose), "a line end shows as a space"
    first = {name: (tmp_path / "html" / name).read_text(encoding="utf-8") for name in ("index.html", "zh/index.html")}
    assert 'href="zh/index.html"><span class="std std-doc">中文文档' in first["index.html"]
    assert 'href="../index.html"><span class="std std-doc">English' in first["zh/index.html"]
    assert 'lang="en"' in first["index.html"]
    assert all("view-wide.png" in page for page in first.values())
