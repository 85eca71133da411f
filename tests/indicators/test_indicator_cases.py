"""What each code counts, and what it does not: `cases.txt` sentence by sentence, `reports/` report by report."""

from __future__ import annotations

from pathlib import Path

import pytest
from marked_figures import HERE, REPORTS, disagreements, unmarked

from lawreport_parser import parse
from lawreport_parser.indicators import Codebook

CASES = [
    (number, line)
    for number, line in enumerate((HERE / "cases.txt").read_text(encoding="utf-8").splitlines(), 1)
    if line and not line.startswith("#")
]
_ISSUERS = {
    "": "青峦县人民政府",
    "局": "青峦县水利局",
    "司": "青峦县司法局",
    "镇": "石桥镇人民政府",
    "市": "云浦市人民政府",
    "省": "澜江省人民政府",
}
_HEAD = "{0}2023年度法治政府建设情况报告\n一、主要举措和成效\n"


def wrong(line: str) -> list[str]:
    kind, _, rest = line.partition(" ") if line[1:2] == " " else ("", "", line)
    issuer = _ISSUERS[kind]
    head = _HEAD.format(issuer)
    text, marks = unmarked(rest)
    report = parse(f"{head}{text}\n{issuer}\n2024年1月20日")
    return disagreements(report.text, marks, report.indicators, len(head))


def test_each_sentence_gives_what_is_marked_in_it() -> None:
    assert [f"line {number}: {each}" for number, line in CASES for each in wrong(line)] == []


def test_every_code_has_a_sentence_that_gives_it() -> None:
    given = {mark.code for _, line in CASES for mark in unmarked(line)[1]}
    assert given == set(Codebook.default())


@pytest.mark.parametrize("path", REPORTS, ids=lambda path: path.stem)
def test_a_report_gives_what_is_marked_in_it(path: Path) -> None:
    text, marks = unmarked(path.read_text(encoding="utf-8"))
    assert disagreements(text, marks, parse(text).indicators) == []
