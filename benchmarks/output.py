"""What the library makes of the documents, short enough to keep and to compare with a later version."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from typing import Any

from lawreport_parser import Quantity, Report, parse

__all__ = ["differences", "output_of"]


def output_of(text: str) -> dict[str, Any]:
    """Return what is found in a document, from nodes to indicators and diagnostics, as lists of short lines."""
    report: Report = parse(text)
    return {
        "nodes": [
            f"{each.id} {each.marker.text!r} at {each.span.start}: {each.heading.text if each.heading else '-'}"
            for each in report.walk()
        ],
        "roles": [f"{each.id} {'+'.join(each.roles) or '-'} by {each.role_basis or '-'}" for each in report.walk()],
        "header": [f"{name}: {value}" for name, value in report.header.model_dump(mode="json").items() if value],
        "quantities": [
            f"{each.span.start} {each.text!r} = {each.value} {each.unit or ''} {each.qualifier} of {_measured(each)}"
            for each in report.quantities
        ],
        "dates": [f"{each.span.start} {each.text!r} = {each.start}/{each.end}" for each in report.dates],
        "citations": [f"{each.span.start} {each.text!r} {each.kind}" for each in report.citations],
        "indicators": [
            f"{each.span.start} {each.code} = {each.value}/{each.high} {each.unit} {each.time}"
            for each in report.indicators
        ],
        "diagnostics": [f"{each.code} at {each.span.start}" for each in report.diagnostics],
        "items": [
            f"{role} {each.span.start}–{each.span.end}"
            for role in ("achievements", "problems", "responsibility", "plans")
            for each in getattr(report, role)
        ],
    }


def _measured(quantity: Quantity) -> str:
    return f"{quantity.subject.text} {quantity.measure}" if quantity.subject else str(quantity.measure)


def differences(before: dict[str, Any], now: dict[str, Any]) -> Iterator[str]:
    """Yield what one version found in the documents and the other did not."""
    for name in sorted(before.keys() | now.keys()):
        if name not in before or name not in now:
            yield f"{name}: {'not measured now' if name in before else 'not measured before'}"
            continue
        for kind in now[name]:
            old, new = Counter(before[name].get(kind, [])), Counter(now[name][kind])
            for line in (old - new).elements():
                yield f"{name}, {kind}: - {line}"
            for line in (new - old).elements():
                yield f"{name}, {kind}: + {line}"
