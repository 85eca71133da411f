"""The page around a report: what is metadata, title, addressee, signature or furniture, and where the body is.

The patterns are those of `grammar/page.lark`. `divide_page` reads lines from both ends of the page towards
the body and stops where the body begins; it looks at a bounded number of lines at either end.
"""

from __future__ import annotations

from lawreport_parser.page.division import divide_page
from lawreport_parser.page.markup import EMPHASIS, set_markup_aside, without_emphasis
from lawreport_parser.page.model import Found, Page, Piece, Signed, Stretch
from lawreport_parser.page.patterns import LONGEST, PAGE, SENTENCE_ENDS, begins_outline
from lawreport_parser.page.titles import Sureness, sureness, tidy_title

__all__ = [
    "EMPHASIS",
    "LONGEST",
    "PAGE",
    "SENTENCE_ENDS",
    "Found",
    "Page",
    "Piece",
    "Signed",
    "Stretch",
    "Sureness",
    "begins_outline",
    "divide_page",
    "set_markup_aside",
    "sureness",
    "tidy_title",
    "without_emphasis",
]
