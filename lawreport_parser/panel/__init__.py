"""Reports side by side: a table with a row for each report, and the tables of the library as files to analyse.

`lawreport panel` runs `write_panel`; `lawreport_parser.to_frame` gives the same tables as data frames.

>>> from lawreport_parser import parse
>>> from lawreport_parser.indicators import Codebook
>>> from lawreport_parser.panel import columns_of, table_rows
>>> report = parse("一、主要成效\\n全年受理行政复议案件53件。")
>>> row = table_rows(report, "a.txt", "long", Codebook.default())[0]
>>> row[3], row[6], int(row[8])
('reconsideration.accepted', 'actual', 53)
>>> [column.name for column in columns_of("panel", Codebook.default())][:2]
['issuer', 'year']
"""

from __future__ import annotations

from lawreport_parser.panel.columns import ALL_TABLES, AnyTable, PanelColumn, check_any_table, columns_of
from lawreport_parser.panel.files import PanelError
from lawreport_parser.panel.rows import table_rows
from lawreport_parser.panel.run import Labels, PanelSummary, write_panel, written_files

__all__ = [
    "ALL_TABLES",
    "AnyTable",
    "Labels",
    "PanelColumn",
    "PanelError",
    "PanelSummary",
    "check_any_table",
    "columns_of",
    "table_rows",
    "write_panel",
    "written_files",
]
