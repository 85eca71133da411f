"""Reports whose passages are marked: pairs of words and the role that they have, `None` for what is no body."""

from __future__ import annotations

from collections.abc import Sequence

from lawreport_parser import Report, parse
from lawreport_parser.lexicon import Role

#: Words and their role; `None` for title, signature and the like.
Part = tuple[str, "Role | None"]


def joined(parts: Sequence[Part]) -> str:
    return "".join(words for words, _ in parts)


def expected(parts: Sequence[Part]) -> list[tuple[Role, str]]:
    """Return the passages of marked parts: roles, and the words without their blanks."""
    found: list[tuple[Role, str]] = []
    for words, role in parts:
        words = "".join(words.split())
        if role is not None and words:
            if found and found[-1][0] == role:
                words = found.pop()[1] + words
            found.append((role, words))
    return found


def passages(report: Report) -> list[tuple[Role, str]]:
    """Return the passages of a report in the same way."""
    return [(each.role, "".join(each.span.of(report.text).split())) for each in report.passages]


def assert_told(*parts: Part) -> Report:
    """The passages of the text are those marked, to the character."""
    report = parse(joined(parts))
    assert passages(report) == expected(parts)
    return report


def roles_of(report: Report, words: str) -> set[Role]:
    """Return the roles of the passages that hold any of `words`, which stand once in the text."""
    assert report.text.count(words) == 1, words
    start = report.text.index(words)
    return {each.role for each in report.passages if each.span.start < start + len(words) and start < each.span.end}
