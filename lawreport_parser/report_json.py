"""The JSON of a report: written, and read from strangers."""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING, Any, Final

from lawreport_parser.errors import ReportError
from lawreport_parser.offsets import convert_report, in_code_points, json_objects
from lawreport_parser.report_fields import SCHEMA_VERSION, ReportFields, WrittenReport
from lawreport_parser.spans import OffsetUnit, Span

if TYPE_CHECKING:
    from pydantic import ValidationError

__all__ = ["read_json", "with_first", "with_surrogates_escaped", "write_json"]

#: What of lone surrogates JSON has to escape.
_SURROGATE: Final = re.compile(r"(?<![\ud800-\udbff])[\udc00-\udfff]|[\ud800-\udbff]")
#: A value of a quantity that no binary floating point number holds exactly: written as a string first.
_EXACT: Final = re.compile(r'"(value|high)":( ?)"(-?\d+(?:\.\d+)?)"')
_QUANTITIES: Final = ('"quantities":[', '"quantities": [')
#: So many decimal digits a double always holds: what is written shorter needs no such care.
_DOUBLE_DIGITS: Final = 15
#: Sections of JSON from strangers nest no deeper: pickling and walking such a report still works. (`parse` makes 32.)
_DEEPEST: Final = 100


def write_json(report: WrittenReport, indent: int | None, offsets: OffsetUnit) -> str:
    """Return the JSON of a report: with every digit of its numbers, lone surrogates escaped, spans in a unit."""
    from pydantic_core import PydanticSerializationError, to_json

    dump: dict[str, Any] | None = None
    if offsets != "codepoint":
        dump = report.model_dump(mode="json")
        convert_report(dump, offsets)
    try:
        if any(map(_SURROGATE.search, report.header.other)):
            raise PydanticSerializationError("pydantic would replace lone surrogates in a key")
        written = report.model_dump_json(indent=indent) if dump is None else to_json(dump, indent=indent).decode()
    except PydanticSerializationError:
        # Lone surrogates: JSON can escape them, UTF-8 cannot hold them. Of two that would read as one
        # character, the second is left as it is.
        dump = report.model_dump(mode="json") if dump is None else dump
        dump["header"]["other"] = dict(report.header.other)
        written = with_surrogates_escaped(dump, indent)
    if any(each.kind == "fraction" or len(each.text) > _DOUBLE_DIGITS for each in report.quantities):
        # Behind the name of the list: a label of the page may be called "value" too.
        at = max(map(written.rfind, _QUANTITIES))
        written = written[:at] + _EXACT.sub(r'"\1":\2\3', written[at:])
    return written


def with_surrogates_escaped(dump: dict[str, Any], indent: int | None) -> str:
    """Return the JSON of what a model dumps in JSON mode, in the form that pydantic writes."""
    separators = (",", ":") if indent is None else None
    written = json.dumps(dump, ensure_ascii=False, indent=indent, separators=separators)
    return _SURROGATE.sub(lambda found: f"\\u{ord(found.group()):04x}", written)


def with_first(members: str, written: str) -> str:
    """Return a JSON object with the members of another before its own; neither is empty."""
    return members.rstrip().removesuffix("}").rstrip() + "," + written.removeprefix("{")


def read_json(data: str | bytes) -> ReportFields:
    """Return the fields of the report that JSON holds, with spans in code points, and all of them checked.

    `ReportError` where the JSON is none, of another major version of the schema, of wrong types, or where a span does
    not cover the text it claims.
    """
    from pydantic import ValidationError

    try:
        report = ReportFields.model_validate_json(data, strict=True)
    except (ValidationError, UnicodeEncodeError) as error:
        report = _from_escaped(data, error)
    major = report.schema_version.partition(".")[0]
    if major != SCHEMA_VERSION.partition(".")[0]:
        raise ReportError(_other_version(report.schema_version))
    if report.offset_unit != "codepoint":
        report = in_code_points(report)
    _verify(report)
    return report


def _from_escaped(data: str | bytes, error: ValidationError | UnicodeEncodeError) -> ReportFields:
    """Read JSON that only Python's own reader takes (escaped lone surrogates), or say what is wrong."""
    from pydantic import ValidationError

    try:
        raw = json.loads(data)
    except (ValueError, RecursionError) as problem:
        raise ReportError(f"this is no JSON: {_first_line(problem)}") from None
    if not isinstance(raw, dict):
        raise ReportError(f"a report is a JSON object, this is a {type(raw).__name__}")
    version = raw.get("schema_version")
    if isinstance(version, str) and version.partition(".")[0] != SCHEMA_VERSION.partition(".")[0]:
        raise ReportError(_other_version(version))
    if isinstance(error, ValidationError) and any(
        each["type"] not in ("json_invalid", "string_unicode")
        for each in error.errors(include_url=False, include_input=False)
    ):
        raise ReportError(_first_problem(error))
    _leave_out_unreadable_names(raw)
    try:
        return ReportFields.model_validate(raw)
    except ValidationError as problem:
        raise ReportError(_first_problem(problem)) from None


def _first_line(problem: Exception) -> str:
    return str(problem).splitlines()[0] if str(problem) else type(problem).__name__


def _leave_out_unreadable_names(raw: dict[str, Any]) -> None:
    """Take out the fields whose names hold lone surrogates: pydantic cannot read them, and they are none of ours."""
    for found in json_objects(raw):
        for name in [name for name in found if _SURROGATE.search(name)]:
            del found[name]


def _first_problem(error: ValidationError) -> str:
    first = error.errors(include_url=False, include_input=False)[0]
    place = ".".join(str(step) for step in first["loc"])
    return f"this is no report: {place or 'the whole'}: {first['msg']} ({error.error_count()} in all)"


def _other_version(version: str) -> str:
    return (
        f"schema version {version!r} cannot be read by this version of lawreport_parser, which reads {SCHEMA_VERSION}"
    )


def _verify(report: ReportFields) -> None:
    """Check that every span lies in the text and covers the words that it claims."""
    size = len(report.text)

    def check(span: Span, words: str | None, where: str) -> None:
        if not 0 <= span.start <= span.end <= size:
            raise ReportError(f"{where}: the span {span.start}–{span.end} is outside the text (0–{size})")
        if words is not None and report.text[span.start : span.end] != words:
            raise ReportError(f"{where}: the text at {span.start}–{span.end} is not what the piece says")

    # Level by level, for what nests too deep must not be walked.
    level, depth = report.sections, 0
    while level:
        depth += 1
        if depth > _DEEPEST:
            raise ReportError(f"section {level[0].id}: sections nest deeper than {_DEEPEST} levels")
        level = [child for section in level for child in section.children]
    for name in ("preamble", "closing", "furniture"):
        for at, paragraph in enumerate(getattr(report, name)):
            check(paragraph.span, paragraph.text, f"{name}[{at}]")
    for section in (section for outermost in report.sections for section in outermost.walk()):
        where = f"section {section.id}"
        check(section.span, None, where)
        check(section.marker.span, section.marker.text, f"{where}, marker")
        if section.heading is not None:
            check(section.heading.span, section.heading.text, f"{where}, heading")
        for paragraph in section.body:
            check(paragraph.span, paragraph.text, f"{where}, body")
    for name, span in report.header.evidence.items():
        check(span, None, f"header.evidence.{name}")
    if report.signature is not None:
        check(report.signature.span, None, "signature")
    end = 0
    for at, passage in enumerate(report.passages):
        check(passage.span, None, f"passages[{at}]")
        if passage.span.start < end:
            raise ReportError(f"passages[{at}]: it begins at {passage.span.start}, before the one before it ends")
        end = passage.span.end
    for segment in report.page:
        check(segment.span, None, "page")
    for diagnostic in report.diagnostics:
        check(diagnostic.span, None, f"diagnostic {diagnostic.code}")
