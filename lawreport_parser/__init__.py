"""Turns a 法治政府建设年度报告 into a lossless, typed section tree.

    >>> from lawreport_parser import parse
    >>> report = parse("一、主要成效\\n（一）强化学习。学法8次。\\n二、存在问题\\n一是宣传不够；二是人员不足。")
    >>> [item.text for item in report.problems]
    ['一是宣传不够；', '二是人员不足。']

These are the names of the first hour; the others stand in their modules: `lawreport_parser.model`, `.numbers`,
`.errors`, `.lexicon`, `.spans`, `.indicators` and more, which `docs/reference/api.md` lists. Names are imported on
first use: `import lawreport_parser` does no work.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from lawreport_parser._first_use import on_first_use
from lawreport_parser._version import __version__

if TYPE_CHECKING:
    from lawreport_parser.batch import parse_many
    from lawreport_parser.comparison import compare, compare_years
    from lawreport_parser.errors import LawReportError
    from lawreport_parser.files import parse_bytes, parse_file
    from lawreport_parser.frames import read_folder, to_frame
    from lawreport_parser.indicators import Indicator
    from lawreport_parser.lexicon import Lexicon
    from lawreport_parser.model import Diagnostic, Item, Passage, Section
    from lawreport_parser.numbers import Quantity, read_numbers
    from lawreport_parser.parsing import parse
    from lawreport_parser.readers import Limits
    from lawreport_parser.regions import find_region
    from lawreport_parser.report import Report
    from lawreport_parser.spans import Span

#: Where each public name lives.
_HOME = {
    "batch": ("parse_many",),
    "comparison": ("compare", "compare_years"),
    "errors": ("LawReportError",),
    "files": ("parse_bytes", "parse_file"),
    "frames": ("read_folder", "to_frame"),
    "indicators": ("Indicator",),
    "lexicon": ("Lexicon",),
    "model": ("Diagnostic", "Item", "Passage", "Section"),
    "numbers": ("Quantity", "read_numbers"),
    "parsing": ("parse",),
    "readers": ("Limits",),
    "regions": ("find_region",),
    "report": ("Report",),
    "spans": ("Span",),
}
#: Names that once stood here, and the modules that they are imported from now.
_MOVED = {
    "batch": ("Outcome",),
    "chunks": ("Chunk",),
    "comparison": ("Comparison", "PlanOutcome"),
    "errors": ("CodebookError", "ComparisonError", "MissingExtraError", "NumeralError", "ReadError", "ReportError"),
    "explain": ("Explanation",),
    "frames": ("FileWarning", "ReportFiles"),
    "indicators": ("Codebook", "CodebookEntry", "find_indicators"),
    "lexicon": ("DEFAULT_LEXICON", "Role"),
    "model": ("FlatNode", "Header", "Heading", "Marker", "Paragraph", "Segment", "Signature", "Source"),
    "numbers": (
        "Citation",
        "DateMention",
        "DocumentNumber",
        "Figures",
        "Subject",
        "citation_index",
        "find_citations",
        "find_dates",
        "find_quantities",
        "format_ordinal",
        "parse_numeral",
    ),
    "regions": ("Region",),
    "spans": ("LineMap", "OffsetMap"),
}
#: The modules that `docs/reference/api.md` lists, which completion offers.
_MODULES = (
    "arrow",
    "batch",
    "chunks",
    "comparison",
    "diagnostics",
    "errors",
    "explain",
    "frames",
    "indicators",
    "integrations",
    "lexicon",
    "lint",
    "model",
    "numbers",
    "panel",
    "readers",
    "regions",
    "schema",
    "spans",
    "view",
)
__getattr__, __dir__ = on_first_use(globals(), _HOME, _MOVED, _MODULES)

__all__ = [
    "Diagnostic",
    "Indicator",
    "Item",
    "LawReportError",
    "Lexicon",
    "Limits",
    "Passage",
    "Quantity",
    "Report",
    "Section",
    "Span",
    "__version__",
    "compare",
    "compare_years",
    "find_region",
    "parse",
    "parse_bytes",
    "parse_file",
    "parse_many",
    "read_folder",
    "read_numbers",
    "to_frame",
]
