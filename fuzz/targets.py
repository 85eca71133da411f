"""The fuzz targets: each takes bytes, calls one function of the library, and asserts what it promises.

No target needs a fuzzer: `python -m fuzz TARGET --replay FILE` runs one on the bytes of a file.
"""

from __future__ import annotations

import itertools
from collections.abc import Callable
from dataclasses import replace
from typing import Final

from fuzz.promises import (
    assert_compared,
    assert_exact,
    assert_explained,
    assert_found,
    assert_gives_itself_back,
    assert_in_markdown,
    assert_indicators,
    assert_lossless,
    assert_parted,
    assert_place,
    assert_quantities,
    assert_shown,
    assert_told,
    models_in,
)
from lawreport_parser import Report, compare, find_region, parse, parse_bytes
from lawreport_parser.errors import ComparisonError, MissingExtraError, NumeralError, ReadError, ReportError
from lawreport_parser.indicators import Codebook, find_indicators
from lawreport_parser.numbers import find_quantities, parse_numeral, quantity_json
from lawreport_parser.readers import Format, Limits

__all__ = ["TARGETS", "as_bytes", "as_text"]


def as_text(data: bytes) -> str:
    """Return any bytes as text: UTF-8 with lone surrogates; a byte that is none becomes a surrogate as well."""
    try:
        return data.decode("utf-8", "surrogatepass")
    except UnicodeDecodeError:
        return data.decode("utf-8", "surrogateescape")


def as_bytes(text: str) -> bytes:
    """Return bytes that `as_text` turns into `text`."""
    return text.encode("utf-8", "surrogatepass")


def fuzz_parse(data: bytes) -> None:
    """`parse` returns a report for every text: lossless, exact, with nothing mended silently."""
    text = as_text(data)
    report = parse(text)
    assert_lossless(report, text)
    assert_parted(report)
    assert_exact(text, models_in(report))
    assert_told(report)
    assert_indicators(report)
    assert_place(report.header.region)
    assert_shown(report)
    assert_in_markdown(report)
    assert_found(report)
    if not any("\ud800" <= one <= "\udbff" and "\udc00" <= two <= "\udfff" for one, two in itertools.pairwise(text)):
        assert_gives_itself_back(report)


def fuzz_explain(data: bytes) -> None:
    """`Report.explain` tells of every text, section and place, with sound places, and what it tells adds up."""
    text = as_text(data)
    report = parse(text)
    explanation = report.explain()
    assert_explained(report, explanation)
    str(explanation)
    explanation.to_json()
    for section in itertools.islice(report.walk(), 3):
        str(report.explain(section.id))
    if text:
        at = len(data) * 7 % len(text)
        verdict = report.explain(at=at).verdict
        assert verdict is not None
        assert verdict.start <= at < verdict.end


def fuzz_from_json(data: bytes) -> None:
    """`Report.from_json` gives a report or raises `ReportError`; a report it gives has sound spans and all views."""
    for given in (data, as_text(data)):
        try:
            report = Report.from_json(given)
        except ReportError:
            continue
        assert_exact(report.text, (model for model in models_in(report) if model is not report))
        list(report.segments())
        report.nodes()
        assert_shown(report)
        assert_gives_itself_back(report)


def fuzz_find_quantities(data: bytes) -> None:
    """`find_quantities` raises nothing, and what it finds is exact and in order."""
    text = as_text(data)
    quantities = find_quantities(text)
    assert_quantities(text, quantities)
    for quantity in quantities:
        quantity_json(quantity)


def fuzz_find_indicators(data: bytes) -> None:
    """`Report.indicators` are quantities of the report, each under one code."""
    report = parse(as_text(data))
    assert_indicators(report)
    assert find_indicators(report, Codebook.default()) == report.indicators


def fuzz_find_region(data: bytes) -> None:
    """`find_region` gives a place that is one, or none; the lines are an organ, a title, an addressee, and text."""
    issuer, title, addressee, text = [*as_text(data).split("\n", 3), "", "", ""][:4]
    found = find_region(issuer, title=title, addressee=addressee, text=text)
    assert_place(found)
    assert find_region(issuer, title=title, addressee=addressee, text=text) == found


def fuzz_parse_numeral(data: bytes) -> None:
    """`parse_numeral` gives a finite number or raises `NumeralError` with a place in the text."""
    text = as_text(data)
    refusal = None
    try:
        value = parse_numeral(text)
    except NumeralError as error:
        refusal = error
    if refusal is not None:
        assert 0 <= refusal.position <= len(text)
        assert text.startswith(refusal.text)
        return
    assert value.is_finite()
    assert parse_numeral(text) == value


def fuzz_compare(data: bytes) -> None:
    """`compare` holds any two reports against each other, or says why not; U+0000 stands between the two texts."""
    earlier, later = map(parse, [*as_text(data).split("\0", 1), ""][:2])
    forced = compare(earlier, later, force=True)
    assert_compared(earlier, later, forced)
    assert compare(earlier, later, force=True) == forced
    refusal = None
    try:
        assert compare(earlier, later) == forced
    except ComparisonError as error:
        refusal = error.code
    assert refusal is None or refusal in {note.code for note in forced.notes}, refusal


#: Encodings that a user may name.
_NAMED: Final = ("utf-8", "gbk", "utf-16", "big5", "utf-8-sig", "gb18030", "utf-7", "punycode", "idna")
#: What the readers are given to keep.
_LIMITS: Final = Limits(max_characters=20_000, max_unpacked_bytes=500_000, max_pages=9, max_depth=60)


def _fuzz_reader(data: bytes, form: Format) -> None:
    """`parse_bytes` gives a report within the limits or one line that says why not, told by content or by name."""
    told = None if len(data) % 3 else form
    refusal = None
    try:
        report = parse_bytes(data, name=f"a.{form}", format=told, limits=_LIMITS)
    except (ReadError, MissingExtraError) as error:
        refusal = str(error)
    if refusal is not None:
        assert len(refusal.splitlines()) == 1, f"no error of one line: {refusal!r}"
        return
    text = report.text
    assert 0 < len(text) <= _LIMITS.max_characters
    text.encode("utf-8")
    assert report.source is not None
    assert told is None or report.source.format == told
    assert_lossless(report, text)
    assert_exact(text, models_in(report))
    assert_gives_itself_back(report)
    if len(data) % 4 == 0:
        assert parse_bytes(data, name=f"a.{form}", format=told, limits=_LIMITS) == report
        close = replace(_LIMITS, max_characters=len(text) - 1)
        try:
            parse_bytes(data, name=f"a.{form}", format=told, limits=close)
        except ReadError:
            return
        raise AssertionError(f"the limit of {close.max_characters} characters does not hold")


def fuzz_text(data: bytes) -> None:
    """Bytes in any encoding, with and without its name."""
    _fuzz_reader(data, "text")
    named = _NAMED[len(data) % len(_NAMED)]
    try:
        report = parse_bytes(data, name="a.txt", format="text", encoding=named, limits=_LIMITS)
    except ReadError:
        return
    assert_lossless(report, report.text)


def fuzz_html(data: bytes) -> None:
    """Web pages."""
    _fuzz_reader(data, "html")


def fuzz_docx(data: bytes) -> None:
    """Word files."""
    _fuzz_reader(data, "docx")


def fuzz_pdf(data: bytes) -> None:
    """PDF files."""
    _fuzz_reader(data, "pdf")


TARGETS: Final[dict[str, Callable[[bytes], None]]] = {
    "parse": fuzz_parse,
    "explain": fuzz_explain,
    "from_json": fuzz_from_json,
    "find_quantities": fuzz_find_quantities,
    "find_indicators": fuzz_find_indicators,
    "find_region": fuzz_find_region,
    "parse_numeral": fuzz_parse_numeral,
    "compare": fuzz_compare,
    "text": fuzz_text,
    "html": fuzz_html,
    "docx": fuzz_docx,
    "pdf": fuzz_pdf,
}
