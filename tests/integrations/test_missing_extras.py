"""Without the other library: an error that names the extra. These run whatever is installed."""

from __future__ import annotations

import configparser
import subprocess
import sys

import pytest
from sample import ROOT

from lawreport_parser.errors import MissingExtraError
from lawreport_parser.integrations import require

ADAPTERS = {
    "langchain": ("langchain_core", "langchain-core", "langchain"),
    "llama_index": ("llama_index", "llama-index-core", "llama-index"),
    "spacy": ("spacy", "spacy", "spacy"),
    "huggingface": ("datasets", "datasets", "datasets"),
}


@pytest.mark.parametrize("adapter", ADAPTERS)
def test_a_missing_package_is_named_with_its_extra(adapter: str) -> None:
    module, package, extra = ADAPTERS[adapter]
    code = f"import sys; sys.modules[{module!r}] = None; import lawreport_parser.integrations.{adapter}"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False, cwd=ROOT)
    assert f"MissingExtraError: {package} is not installed: pip install 'lawreport-parser[{extra}]'" in done.stderr


def test_every_module_here_has_its_adapter_listed() -> None:
    found = {path.stem for path in (ROOT / "lawreport_parser" / "integrations").glob("*.py")}
    assert found == {"__init__", *ADAPTERS}


@pytest.mark.parametrize("adapter", ADAPTERS)
def test_setup_cfg_has_the_extra(adapter: str) -> None:
    listed = configparser.ConfigParser()
    listed.read(ROOT / "setup.cfg", encoding="utf-8")
    _, package, extra = ADAPTERS[adapter]
    assert package in listed["options.extras_require"].get(extra, "")


def test_require_says_what_is_missing() -> None:
    with pytest.raises(MissingExtraError, match="sample-package is not installed") as caught:
        require("no_such_module_here", "sample-package", "sample")
    assert caught.value.extra == "sample"
