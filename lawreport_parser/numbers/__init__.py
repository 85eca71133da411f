"""Numerals, quantities, dates and citations in a text, with exact values."""

from lawreport_parser.numbers.citations import citation_index, find_citations, find_document_numbers
from lawreport_parser.numbers.dates import find_dates, parse_date
from lawreport_parser.numbers.defects import NumberProblem, NumberProblemCode
from lawreport_parser.numbers.figures import Figures, find_quantities, read_numbers
from lawreport_parser.numbers.limits import Qualifier
from lawreport_parser.numbers.model import (
    Citation,
    CitationKind,
    DateMention,
    DatePrecision,
    DocumentNumber,
    Quantity,
    Subject,
    quantity_json,
)
from lawreport_parser.numbers.numerals import format_integer, format_ordinal, parse_numeral, parse_ordinal
from lawreport_parser.numbers.units import QuantityKind

__all__ = [
    "Citation",
    "CitationKind",
    "DateMention",
    "DatePrecision",
    "DocumentNumber",
    "Figures",
    "NumberProblem",
    "NumberProblemCode",
    "Qualifier",
    "Quantity",
    "QuantityKind",
    "Subject",
    "citation_index",
    "find_citations",
    "find_dates",
    "find_document_numbers",
    "find_quantities",
    "format_integer",
    "format_ordinal",
    "parse_date",
    "parse_numeral",
    "parse_ordinal",
    "quantity_json",
    "read_numbers",
]
