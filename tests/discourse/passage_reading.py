"""What is read of the roles of a text, in one line: how a row of `passages.tsv` says it."""

from __future__ import annotations

from lawreport_parser import parse


def told(text: str) -> str:
    """Return the passages of a text, each with its role, why it has it, its section, and its first words.

    ⏎ stands for a line end.
    """
    report = parse(text.replace("⏎", "\n"))
    passages = [
        f"{each.role} ({each.basis}{f', {each.section_id}' if each.section_id else ''})"
        f"={report.text[each.span.start : each.span.end].split()[0][:10]}"
        for each in report.passages
    ]
    return "; ".join(passages)
