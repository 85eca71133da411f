"""Turns a 法治政府建设年度报告 into a lossless, typed section tree.

    >>> from lawreport_parser import parse
    >>> report = parse("一、主要成效\\n（一）强化学习。学法8次。\\n二、存在问题\\n一是宣传不够；二是人员不足。")
    >>> [item.text for item in report.problems]
    ['一是宣传不够；', '二是人员不足。']

Names are imported on first use: `import lawreport_parser` does no work.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from lawreport_parser._first_use import on_first_use
from lawreport_parser._version import __version__

if TYPE_CHECKING:
    from lawreport_parser.batch import Outcome, parse_many
    from lawreport_parser.chunks import Chunk
    from lawreport_parser.comparison import Comparison, PlanOutcome, compare, compare_years
    from lawreport_parser.errors import (
        CodebookError,
        ComparisonError,
        LawReportError,
        MissingExtraError,
        NumeralError,
        ReadError,
        ReportError,
    )
    from lawreport_parser.explain import Explanation
    from lawreport_parser.files import parse_bytes, parse_file
    from lawreport_parser.frames import FileWarning, ReportFiles, read_folder, to_frame
    from lawreport_parser.indicators import Codebook, CodebookEntry, Indicator, find_indicators
    from lawreport_parser.lexicon import DEFAULT_LEXICON, Lexicon, Role
    from lawreport_parser.model import (
        Diagnostic,
        FlatNode,
        Header,
        Heading,
        Item,
        Marker,
        Paragraph,
        Passage,
        Section,
        Segment,
        Signature,
        Source,
    )
    from lawreport_parser.numbers import (
        Citation,
        DateMention,
        DocumentNumber,
        Figures,
        Quantity,
        citation_index,
        find_citations,
        find_dates,
        find_quantities,
        format_ordinal,
        parse_numeral,
        read_numbers,
    )
    from lawreport_parser.numbers.model import Subject
    from lawreport_parser.parsing import parse
    from lawreport_parser.readers import Limits
    from lawreport_parser.regions import Region, find_region
    from lawreport_parser.report import Report
    from lawreport_parser.spans import LineMap, OffsetMap, Span

#: Where each public name lives.
_HOME = {
    "chunks": ("Chunk",),
    "batch": ("Outcome", "parse_many"),
    "comparison": ("Comparison", "PlanOutcome", "compare", "compare_years"),
    "errors": (
        "CodebookError",
        "ComparisonError",
        "LawReportError",
        "MissingExtraError",
        "NumeralError",
        "ReadError",
        "ReportError",
    ),
    "explain": ("Explanation",),
    "files": ("parse_bytes", "parse_file"),
    "frames": ("FileWarning", "ReportFiles", "read_folder", "to_frame"),
    "indicators": ("Codebook", "CodebookEntry", "Indicator", "find_indicators"),
    "lexicon": ("DEFAULT_LEXICON", "Lexicon", "Role"),
    "model": (
        "Diagnostic",
        "FlatNode",
        "Header",
        "Heading",
        "Item",
        "Marker",
        "Paragraph",
        "Passage",
        "Section",
        "Segment",
        "Signature",
        "Source",
    ),
    "numbers": (
        "Citation",
        "DateMention",
        "DocumentNumber",
        "Figures",
        "Quantity",
        "citation_index",
        "find_citations",
        "find_dates",
        "find_quantities",
        "format_ordinal",
        "parse_numeral",
        "read_numbers",
    ),
    "numbers.model": ("Subject",),
    "parsing": ("parse",),
    "readers": ("Limits",),
    "regions": ("Region", "find_region"),
    "report": ("Report",),
    "spans": ("LineMap", "OffsetMap", "Span"),
}
__getattr__, __dir__ = on_first_use(globals(), _HOME)

__all__ = [
    "DEFAULT_LEXICON",
    "Chunk",
    "Citation",
    "Codebook",
    "CodebookEntry",
    "CodebookError",
    "Comparison",
    "ComparisonError",
    "DateMention",
    "Diagnostic",
    "DocumentNumber",
    "Explanation",
    "Figures",
    "FileWarning",
    "FlatNode",
    "Header",
    "Heading",
    "Indicator",
    "Item",
    "LawReportError",
    "Lexicon",
    "Limits",
    "LineMap",
    "Marker",
    "MissingExtraError",
    "NumeralError",
    "OffsetMap",
    "Outcome",
    "Paragraph",
    "Passage",
    "PlanOutcome",
    "Quantity",
    "ReadError",
    "Region",
    "Report",
    "ReportError",
    "ReportFiles",
    "Role",
    "Section",
    "Segment",
    "Signature",
    "Source",
    "Span",
    "Subject",
    "__version__",
    "citation_index",
    "compare",
    "compare_years",
    "find_citations",
    "find_dates",
    "find_indicators",
    "find_quantities",
    "find_region",
    "format_ordinal",
    "parse",
    "parse_bytes",
    "parse_file",
    "parse_many",
    "parse_numeral",
    "read_folder",
    "read_numbers",
    "to_frame",
]
