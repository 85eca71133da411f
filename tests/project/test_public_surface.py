"""The public names: what a user may import, and from where. One is added on purpose, and in docs/reference/api.md."""

from __future__ import annotations

import subprocess
import sys
import warnings
from importlib import import_module
from pathlib import Path

import pytest
from public_names import MOVED, SURFACE, TOP_LEVEL

import lawreport_parser

ROOT = Path(__file__).parents[2]


def test_the_top_level_has_what_a_first_program_needs_and_no_more() -> None:
    assert sorted(lawreport_parser.__all__) == sorted(TOP_LEVEL)
    assert len(TOP_LEVEL) <= 24


def test_completion_offers_these_names_and_the_modules_of_the_manual() -> None:
    rows = (ROOT / "docs/reference/api.md").read_text(encoding="utf-8").partition("\n## Modules\n")[2].splitlines()
    modules = {line.split("`")[1].removeprefix("lawreport_parser.") for line in rows if line.startswith("| `lawrep")}
    assert set(SURFACE) <= modules
    assert dir(lawreport_parser) == sorted({*TOP_LEVEL, *modules})


def test_a_module_that_completion_offers_need_not_be_imported() -> None:
    code = "import lawreport_parser as lp\nfor name in dir(lp): getattr(lp, name)\nprint(lp.batch.parse_many.__name__)"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True, cwd=ROOT)
    assert (done.stdout, done.stderr) == ("parse_many\n", "")


@pytest.mark.parametrize("module", SURFACE)
def test_a_module_names_its_public_names(module: str) -> None:
    assert sorted(import_module(f"lawreport_parser.{module}").__all__) == sorted(SURFACE[module])


def test_every_public_name_is_there_and_is_the_same_everywhere() -> None:
    found: dict[str, object] = {}
    for module in ("", *SURFACE):
        home = import_module(f"lawreport_parser.{module}".rstrip("."))
        for name in home.__all__:
            value = getattr(home, name)
            # What became of a file, and of a candidate that is explained.
            if (module, name) != ("explain", "Outcome"):
                assert found.setdefault(name, value) is value, f"{module}.{name}"


@pytest.mark.parametrize("name", MOVED)
def test_a_name_that_moved_is_still_found_and_tells_its_module(name: str) -> None:
    home = f"lawreport_parser.{MOVED[name]}"
    with pytest.warns(DeprecationWarning, match=rf"^import {name} from {home}: ") as told:
        value = getattr(lawreport_parser, name)
    assert value is getattr(import_module(home), name)
    assert told[0].filename == __file__
    assert name in SURFACE[MOVED[name]]
    assert name not in lawreport_parser.__all__


def test_an_import_of_it_tells_the_line_that_holds_it(tmp_path: Path) -> None:
    program = tmp_path / "program.py"
    program.write_text("import sys\nfrom lawreport_parser import FlatNode\n", encoding="utf-8")
    done = subprocess.run(
        [sys.executable, "-W", "default", str(program)],
        capture_output=True, text=True, encoding="utf-8", check=True, cwd=ROOT,
        env={"PYTHONPATH": str(ROOT), "PYTHONIOENCODING": "utf-8"},
    )  # fmt: skip
    assert f"{program}:2: DeprecationWarning: import FlatNode from lawreport_parser.model" in done.stderr
    assert done.stderr.count("DeprecationWarning") == 1


def test_the_public_names_give_no_warning() -> None:
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        for name in TOP_LEVEL:
            getattr(lawreport_parser, name)


def test_what_was_never_there_is_an_error() -> None:
    with pytest.raises(AttributeError, match="module 'lawreport_parser' has no attribute 'parse_folder'"):
        _ = lawreport_parser.parse_folder
