"""Rules switched on and off, and given another severity, in the command and in files."""

from __future__ import annotations

from pathlib import Path

import pytest

from lawreport_parser.lint import RULES, Settings, SettingsError, load_settings
from lawreport_parser.lint.rules import RULES_BY_CODE
from lawreport_parser.lint.settings import find_config

TOML = """
[tool.lawreport.lint]
select = ["marks", "no-title"]
ignore = ["superfluous-dun"]
fail-on = "info"
[tool.lawreport.lint.severity]
no-title = "error"
"""
CFG = """
[lawreport:lint]
select = marks, no-title
ignore =
    superfluous-dun
fail_on = info
severity =
    no-title = error
"""


def on(settings: Settings) -> set[str]:
    return {rule.code for rule in RULES if settings.is_on(rule)}


def test_all_rules_are_on_and_warnings_fail_by_default() -> None:
    settings = load_settings(None)
    assert on(settings) == set(RULES_BY_CODE)
    assert [settings.fails(severity) for severity in ("info", "warning", "error")] == [False, True, True]


@pytest.mark.parametrize(("name", "text"), [("pyproject.toml", TOML), ("setup.cfg", CFG)])
def test_file_selects_ignores_and_regrades(tmp_path: Path, name: str, text: str) -> None:
    path = tmp_path / name
    path.write_text(text, encoding="utf-8")
    settings = load_settings(path)
    assert on(settings) == {rule.code for rule in RULES if rule.group == "marks"} - {"superfluous-dun"} | {"no-title"}
    assert settings.fail_on == "info"
    assert settings.severity(RULES_BY_CODE["no-title"]) == "error"


def test_options_come_on_top_of_the_file(tmp_path: Path) -> None:
    path = tmp_path / "pyproject.toml"
    path.write_text(TOML, encoding="utf-8")
    settings = load_settings(path)
    assert on(settings.with_options(select=["superfluous-dun,no-title"])) == {"superfluous-dun", "no-title"}
    assert "no-title" not in on(settings.with_options(ignore=["no-title"]))
    assert settings.with_options(fail_on="error").fail_on == "error"
    assert settings.with_options(severity=["no-title=info"]).severity(RULES_BY_CODE["no-title"]) == "info"


def test_nearest_file_with_settings_is_taken(tmp_path: Path) -> None:
    inner = tmp_path / "a" / "b"
    inner.mkdir(parents=True)
    (tmp_path / "setup.cfg").write_text(CFG, encoding="utf-8")
    (tmp_path / "a" / "pyproject.toml").write_text("[tool.other]\nx = 1\n", encoding="utf-8")
    assert find_config(inner) == tmp_path / "setup.cfg"
    (tmp_path / "a" / "setup.cfg").write_text(CFG, encoding="utf-8")
    assert find_config(inner) == tmp_path / "a" / "setup.cfg"
    (tmp_path / "a" / "pyproject.toml").write_text(TOML, encoding="utf-8")
    assert find_config(inner) == tmp_path / "a" / "pyproject.toml"


@pytest.mark.parametrize(
    ("name", "text", "said"),
    [
        ("pyproject.toml", "[tool.lawreport.lint]\nselect = ['no-titel']", "did you mean no-title"),
        ("pyproject.toml", "[tool.lawreport.lint]\nselect = 3", "select must be a list"),
        ("pyproject.toml", "[tool.lawreport.lint]\nselect = []", "the selection names no rule"),
        ("setup.cfg", "[lawreport:lint]\nselect =\n", "the selection names no rule"),
        ("pyproject.toml", "[tool.lawreport.lint]\nselekt = []", "no such setting: 'selekt'"),
        ("pyproject.toml", "[tool.lawreport.lint]\nfail-on = 'fatal'", "no such severity: 'fatal'"),
        ("pyproject.toml", "[tool.lawreport.lint]\nfail-on = 1", "fail-on must be"),
        ("pyproject.toml", "[tool.lawreport.lint]\nseverity = 1", "severity must be a table"),
        ("pyproject.toml", "[tool.lawreport]\nlint = 1", "must be a table"),
        ("pyproject.toml", "[tool", "pyproject.toml"),
        ("pyproject.toml", "[tool.x]\ny = 1", "no settings for the linter"),
        ("setup.cfg", "[lawreport:lint]\nseverity = no-title", "write CODE=LEVEL"),
        ("setup.cfg", "no section", "setup.cfg"),
        ("setup.cfg", "[lawreport:lint]\nignore = 10%", "no such rule: '10%'"),
    ],
)
def test_wrong_setting_is_named_with_its_file(tmp_path: Path, name: str, text: str, said: str) -> None:
    path = tmp_path / name
    path.write_text(text, encoding="utf-8")
    with pytest.raises(SettingsError) as caught:
        load_settings(path)
    assert said in str(caught.value)
    assert name in str(caught.value)


def test_missing_and_unreadable_files_are_named(tmp_path: Path) -> None:
    with pytest.raises(SettingsError, match="No such file"):
        load_settings(tmp_path / "setup.cfg")
    (tmp_path / "setup.cfg").write_bytes(b"\xff\xfe")
    with pytest.raises(SettingsError, match="not UTF-8"):
        load_settings(tmp_path / "setup.cfg")
