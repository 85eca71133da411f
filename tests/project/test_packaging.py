"""What is installed is what the tree holds."""

from __future__ import annotations

import configparser
import subprocess
import sys
from pathlib import Path

from setuptools import find_packages

ROOT = Path(__file__).parents[2]


def setup_cfg() -> configparser.ConfigParser:
    parser = configparser.ConfigParser()
    parser.read(ROOT / "setup.cfg", encoding="utf-8")
    return parser


def test_every_package_is_listed() -> None:
    listed = set(setup_cfg()["options"]["packages"].split())
    found = set(find_packages(str(ROOT), include=["lawreport_parser", "lawreport_parser.*"]))
    assert listed == found | {"lawreport_parser.grammar"}


def test_import_does_no_work() -> None:
    code = (
        "import sys, lawreport_parser; "
        "heavy = {'lark', 'pydantic', 'cn2an', 'typer', 'rich'} & set(sys.modules); print(sorted(heavy))"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True, cwd=ROOT)
    assert done.stdout.strip() == "[]"


def test_parse_stays_a_function_after_its_module_is_imported() -> None:
    code = "import lawreport_parser.parsing; from lawreport_parser import parse; print(callable(parse))"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True, cwd=ROOT)
    assert done.stdout.strip() == "True"


def test_one_module_reads_grammars_and_one_imports_cn2an() -> None:
    sources = {
        path.relative_to(ROOT).as_posix(): path.read_text(encoding="utf-8")
        for path in (ROOT / "lawreport_parser").rglob("*.py")
    }
    assert [name for name, text in sources.items() if '.lark"' in text] == ["lawreport_parser/grammars.py"]
    assert [name for name, text in sources.items() if "import cn2an" in text or "from cn2an" in text] == [
        "lawreport_parser/numbers/numerals.py"
    ]
