"""A report written otherwise is the same report: spans change, the tree does not."""

# ruff: noqa: E501 — tables of texts
from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from outlines import Entry, Rendering, outlines, renderings

from lawreport_parser import Report, Section, parse

EXAMPLES = sorted((Path(__file__).parents[2] / "examples" / "reports").glob("*.txt"))

_LINE_START = re.compile(r"(?m)^[ \t\xa0\u3000]+(?=\S)")
_WIDE = {ord(half): full for half, full in zip("0123456789().", "０１２３４５６７８９（）．", strict=True)}
_NARROW = {ord(full): half for half, full in zip("0123456789().", "０１２３４５６７８９（）．", strict=True)}
_PUNCTUATION = {ord(half): full for half, full in zip(",;:?!()", "，；：？！（）", strict=True)}
_BACK = {ord(full): half for half, full in zip(",;:?!()", "，；：？！（）", strict=True)}
#: A marker with Arabic digits or brackets at the start of a line or behind a full stop.
_MARKER = re.compile(
    r"(?m)(?:^[ \t\xa0\u3000]*|(?<=[。；]))(?:[（(][一二三四五六七八九十0-9０-９]{1,3}[）)]|[0-9０-９]{1,2}[.．](?![0-9０-９])|[0-9０-９]{1,2}[、）)])"
)


def _markers(table: dict[int, str]) -> Callable[[str], str]:
    return lambda text: _MARKER.sub(lambda found: found.group().translate(table), text)


def _indented(indent: str) -> Callable[[str], str]:
    return lambda text: re.sub(r"(?m)^[ \t\xa0\u3000]*(?=[^\s])", indent, text)


CHANGES: dict[str, Callable[[str], str]] = {
    "markers full-width": _markers(_WIDE),
    "markers half-width": _markers(_NARROW),
    "punctuation full-width": lambda text: text.translate(_PUNCTUATION),
    "punctuation half-width": lambda text: text.translate(_BACK),
    "digits full-width": lambda text: text.translate(
        {key: value for key, value in _WIDE.items() if chr(key).isdigit()}
    ),
    "no indentation": _indented(""),
    "ideographic spaces": _indented("\u3000\u3000"),
    "no-break spaces": _indented("\xa0\xa0\xa0\xa0"),
    "tabs": _indented("\t"),
    "zero-width spaces": _indented("\u200b"),
    "CR LF": lambda text: text.replace("\n", "\r\n"),
    "CR": lambda text: text.replace("\n", "\r"),
    "U+2028": lambda text: text.replace("\n", "\u2028"),
    "U+0085": lambda text: text.replace("\n", "\x85"),
    "blank lines added": lambda text: text.replace("\n", "\n\n"),
    "blank lines with blanks": lambda text: text.replace("\n", "\n \u3000\n\xa0\n"),
    "blank lines removed": lambda text: re.sub(r"\n(?:[ \t\xa0\u3000]*\n)+", "\n", text),
    "byte order mark": lambda text: "\ufeff" + text,
    "blanks at the end": lambda text: text + "\n\u3000\n\n",
}

_NORMAL = {**_NARROW, **_BACK}


def _words(words: str | None) -> str | None:
    return None if words is None else re.sub(r"[\s\u200b\ufeff]+", "", words).translate(_NORMAL)


def tree(report: Report) -> list[object]:
    """Return what must stay: nesting, styles, ordinals, inference, headings, roles; nothing of places or widths."""

    def rows(sections: list[Section]) -> list[object]:
        return [
            (
                each.marker.style,
                each.marker.ordinal,
                each.marker.inferred,
                _words(each.heading.text) if each.heading else None,
                tuple(each.roles),
                [_words(paragraph.text) for paragraph in each.body],
                rows(each.children),
            )
            for each in sections
        ]

    return rows(report.sections)


def items(report: Report) -> list[object]:
    return [
        [(_words(item.text), item.basis) for item in getattr(report, role)]
        for role in ("achievements", "problems", "responsibility", "plans")
    ]


def header(report: Report) -> dict[str, object]:
    plain = report.header.model_dump(exclude={"evidence", "other"})
    return {name: _words(value) if isinstance(value, str) else value for name, value in plain.items()}


@pytest.mark.parametrize("path", EXAMPLES, ids=lambda path: path.stem)
@pytest.mark.parametrize("change", list(CHANGES))
def test_an_example_written_otherwise_is_the_same_report(change: str, path: Path) -> None:
    text = path.read_bytes().decode("utf-8")
    before, after = parse(text), parse(CHANGES[change](text))
    assert tree(after) == tree(before)
    assert items(after) == items(before)
    assert header(after) == header(before)
    assert (after.signature is None) == (before.signature is None)
    if before.signature is not None and after.signature is not None:
        assert _words(after.signature.issuer) == _words(before.signature.issuer)
        assert after.signature.date == before.signature.date
    assert [_words(each.text) for each in after.closing] == [_words(each.text) for each in before.closing]


@given(outlines(), renderings(broken=True), st.sampled_from(sorted(CHANGES)))
def test_a_generated_report_written_otherwise_is_the_same(
    outline: list[Entry], rendering: Rendering, change: str
) -> None:
    rendering.line_end = "\n"
    text, _ = rendering.render(outline)
    assert tree(parse(CHANGES[change](text))) == tree(parse(text)), repr(text)


@given(outlines(), st.integers(0, 6), st.integers(0, 6))
def test_the_form_of_the_markers_does_not_matter(outline: list[Entry], one: int, other: int) -> None:
    first, _ = Rendering(forms=one).render(outline)
    second, _ = Rendering(forms=other).render(outline)
    assert tree(parse(first)) == tree(parse(second)), repr((first, second))
