"""Runs the rules over a report."""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Final

from lawreport_parser.diagnostics import languages
from lawreport_parser.escaping import escape_controls
from lawreport_parser.lint.rules import RULES, Rule
from lawreport_parser.lint.settings import Settings
from lawreport_parser.lint.subject import Hit, Subject
from lawreport_parser.model import Severity
from lawreport_parser.report import Report
from lawreport_parser.spans import LineMap, OffsetMap, OffsetUnit

__all__ = ["Finding", "counted_in", "lint"]

#: A slip of form made more often than this is one finding, at its first place, with the number of places.
_MOST: Final = 5


@dataclass(frozen=True)
class Finding:
    """What a rule found: where (lines and columns from 1, in code points; `start` and `end` as offsets) and what.

    `message` is in English, then in Chinese, with nothing in it that a terminal obeys. `count` is the number of
    places that this finding stands for. `offset_unit` is what `start` and `end` count; `lint` gives code points.
    """

    file: str
    line: int
    column: int
    end_line: int
    end_column: int
    start: int
    end: int
    code: str
    severity: Severity
    message: str
    count: int = 1
    offset_unit: OffsetUnit = "codepoint"


def lint(report: Report, settings: Settings | None = None, *, name: str = "") -> list[Finding]:
    """Return what the rules find in a report, in the order of the text. `name` is the file that findings name."""
    settings = settings or Settings()
    subject = Subject(report)
    hits = {rule.code: _gathered(rule, _once(rule.check(subject))) for rule in RULES}
    places = LineMap(report.text)
    findings = []
    for rule in RULES:
        if not settings.is_on(rule):
            continue
        betters = sorted((hit.start, hit.end) for code in rule.yields_to for hit, _ in hits[code])
        for hit, count in hits[rule.code]:
            before = bisect_left(betters, (hit.end, 0)) - 1
            if before >= 0 and betters[before][1] > hit.start:
                continue
            line, column = places.place(hit.start)
            end_line, end_column = places.place(hit.end)
            findings.append(
                Finding(
                    file=name,
                    line=line,
                    column=column,
                    end_line=end_line,
                    end_column=end_column,
                    start=hit.start,
                    end=hit.end,
                    code=rule.code,
                    severity=settings.severity(rule),
                    message=_message(rule, hit, count),
                    count=count,
                )
            )
    findings.sort(key=lambda each: (each.start, each.end, each.code))
    return findings


def counted_in(findings: Sequence[Finding], unit: OffsetUnit, text: str) -> list[Finding]:
    """Return findings on `text`, which count code points, with `start` and `end` in `unit`, which each then names."""
    offsets = OffsetMap(text, unit)
    return [
        replace(each, start=offsets.of(each.start), end=offsets.of(each.end), offset_unit=unit) for each in findings
    ]


def _once(hits: Iterator[Hit]) -> list[Hit]:
    """Return each hit once: the same place with the same kind is the same cause."""
    unique: dict[tuple[int, int, str], Hit] = {}
    for hit in hits:
        # What concerns the whole report stands at one place, whatever it is.
        unique.setdefault((hit.start, hit.end, hit.kind), hit)
    return sorted(unique.values(), key=lambda hit: (hit.start, hit.end))


def _gathered(rule: Rule, hits: Sequence[Hit]) -> list[tuple[Hit, int]]:
    """Return the hits with the number of places each stands for; frequent slips of form become one."""
    by_kind: defaultdict[str, list[Hit]] = defaultdict(list)
    for hit in hits:
        by_kind[hit.kind].append(hit)
    gathered: list[tuple[Hit, int]] = []
    for kind, alike in by_kind.items():
        if kind and rule.severity == "info" and len(alike) > _MOST:
            gathered.append((alike[0], len(alike)))
        else:
            gathered.extend((hit, 1) for hit in alike)
    return gathered


def _message(rule: Rule, hit: Hit, count: int) -> str:
    message = hit.message or f"{rule.english} / {rule.chinese}".format(*hit.values, kind=hit.kind)
    if count > 1:
        english, chinese = languages(message)
        message = f"{english} ({count} places, this is the first) / {chinese}（共{count}处，此为首处）"
    return escape_controls(message)
