"""The files that a table is written to, row by row: CSV, Excel, Parquet, Stata.

Each is opened under a name in a folder of its own, and is put in its place when it is whole.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date
from decimal import Decimal
from itertools import islice
from pathlib import Path
from typing import Any, Final, NamedTuple, Protocol

from lawreport_parser.arrow.rows import Row
from lawreport_parser.batch.failures import Failure
from lawreport_parser.errors import LawReportError
from lawreport_parser.extras import require
from lawreport_parser.panel.columns import Labels, PanelColumn, headers_of
from lawreport_parser.panel.rows import as_double, plain_value
from lawreport_parser.panel.stata_names import stata_label, stata_names
from lawreport_parser.spans import without_surrogates
from lawreport_parser.spreadsheets import BYTE_ORDER_MARK, csv_cell, csv_lines

__all__ = ["ENDINGS", "PanelError", "TableFile", "open_table"]

#: What a sheet of Excel holds (its "specifications and limits").
_SHEET_ROWS: Final = 1_048_576
_SHEET_COLUMNS: Final = 16_384
_CELL_CHARACTERS: Final = 32_767
#: Rows that are turned into bytes at once.
_LINES_AT_ONCE: Final = 256
#: Bytes that a plain string of Stata holds; a longer one is a strL.
_STRING_BYTES: Final = 2045


#: The columns of the sheet that explains them, with their widths.
_EXPLAINED: Final = (
    *(("column", 38), ("中文名", 32), ("English name", 40), ("unit", 7)),
    *(("说明", 60), ("what it holds", 70)),
)
_LINE_HEIGHT: Final = 15


class _Sheets(NamedTuple):
    """What the sheets beside the table are called, and the columns of that on failures, with their widths."""

    explained: str
    failures: str
    failed: tuple[tuple[str, int], ...]


_IN_ENGLISH: Final = _Sheets("columns", "failures", (("file", 60), ("code", 24), ("reason", 90)))
_SHEETS: Final[dict[Labels, _Sheets]] = {
    "names": _IN_ENGLISH,
    "en": _IN_ENGLISH,
    "zh": _Sheets("列说明", "读取失败", (("文件", 60), ("代码", 24), ("原因", 90))),
}


class PanelError(LawReportError):
    """A table that cannot be written: its file is there, has an unknown ending, holds too little, cannot be written."""


class TableFile(Protocol):
    """A file that a table is written to."""

    #: How many texts were too long for a cell, and were cut.
    cut: int

    def add(self, row: Row) -> None:
        """Write a row."""

    def close(self, failures: Iterable[Failure], /) -> None:
        """Write what is left, in a workbook also the files that gave no report; the file is whole then."""


def open_table(path: Path, table: str, columns: Sequence[PanelColumn], labels: Labels) -> TableFile:
    """Open the file that the ending of `path` stands for; `labels` says what the first row of spreadsheets holds.

    `MissingExtraError` where a package for it is missing.
    """
    made: TableFile = ENDINGS[path.suffix.lower()](path, table, columns, labels)
    return made


class _CsvFile:
    """UTF-8 with a byte order mark, for spreadsheets; numbers are exact."""

    def __init__(self, path: Path, _table: str, columns: Sequence[PanelColumn], labels: Labels) -> None:
        self.cut = 0
        self._file = path.open("wb")
        self._file.write(BYTE_ORDER_MARK)
        self._lines: list[Sequence[Any]] = [headers_of(columns, labels)]

    def add(self, row: Row) -> None:
        self._lines.append([_csv_value(value) for value in row])
        if len(self._lines) >= _LINES_AT_ONCE:
            self._write()

    def close(self, _failures: Iterable[Failure], /) -> None:
        self._write()
        self._file.close()

    def _write(self) -> None:
        self._file.write(csv_lines(self._lines))
        self._lines.clear()


def _csv_value(value: Any) -> Any:
    # Most cells of a panel are empty or counts.
    return value if value is None or type(value) is int else csv_cell(plain_value(value))


class _ExcelFile:
    """A workbook: the table with a frozen header and filters, and a sheet that explains the columns."""

    def __init__(self, path: Path, table: str, columns: Sequence[PanelColumn], labels: Labels) -> None:
        xlsxwriter = require("xlsxwriter", "xlsxwriter", "excel")
        if len(columns) > _SHEET_COLUMNS:
            raise PanelError(
                f"{path.name}: {len(columns):,} columns, and a sheet holds {_SHEET_COLUMNS:,}; write .csv or .parquet"
            )
        self.cut = 0
        self._name = path.name
        self._trouble: type[Exception] = require("xlsxwriter.exceptions", "xlsxwriter", "excel").XlsxWriterException
        # Rows go to the disk one by one.
        options = {"constant_memory": True, "tmpdir": str(path.parent)}
        self._book = xlsxwriter.Workbook(str(path), options)
        self._sheet = self._book.add_worksheet(table)
        self._labels: Labels = labels
        self._sheets = _SHEETS[labels]
        self._explained = self._book.add_worksheet(self._sheets.explained)
        self._head = self._book.add_format({"bold": True, "text_wrap": True, "valign": "top", "bg_color": "#E8EEF5"})
        self._day = self._book.add_format({"num_format": "yyyy-mm-dd"})
        self._share = self._book.add_format({"num_format": "0.0%"})
        self._width = len(columns)
        self._shares = {number for number, column in enumerate(columns) if column.name.startswith("share_")}
        for number, column in enumerate(columns):
            self._sheet.set_column(number, number, _width(column))
        self._sheet.freeze_panes(1, 2 if columns[0].name == "issuer" else 1)
        self._sheet.set_row(0, 48)
        for number, name in enumerate(headers_of(columns, labels)):
            self._sheet.write_string(0, number, without_surrogates(name), self._head)
        self._rows = 1
        self._explain(columns)

    def _explain(self, columns: Sequence[PanelColumn]) -> None:
        sheet = self._explained
        wrapped = self._book.add_format({"text_wrap": True, "valign": "top"})
        for number, (name, width) in enumerate(_EXPLAINED):
            sheet.set_column(number, number, width)
            sheet.write_string(0, number, name, self._head)
        sheet.freeze_panes(1, 1)
        for line, each in enumerate(columns, 1):
            cells = (each.name, each.name_zh, each.name_en, each.unit, each.description_zh, each.description)
            lines = max(-(-_breadth(cell) // width) for cell, (_, width) in zip(cells, _EXPLAINED, strict=True))
            sheet.set_row(line, _LINE_HEIGHT * max(1, lines))
            for number, cell in enumerate(cells):
                sheet.write_string(line, number, without_surrogates(cell), wrapped)
        sheet.autofilter(0, 0, len(columns), len(_EXPLAINED) - 1)

    def add(self, row: Row) -> None:
        if self._rows >= _SHEET_ROWS:
            raise PanelError(
                f"{self._name}: more than {_SHEET_ROWS - 1:,} rows, and a sheet holds no more; write .csv or .parquet"
            )
        sheet, line = self._sheet, self._rows
        for number, value in enumerate(row):
            if value is None:
                continue
            if isinstance(value, bool):
                sheet.write_boolean(line, number, value)
            elif isinstance(value, int | float | Decimal):
                if (value := as_double(value)) is not None:
                    sheet.write_number(line, number, value, self._share if number in self._shares else None)
            elif isinstance(value, date):
                sheet.write_datetime(line, number, value, self._day)
            else:
                self._write_text(line, number, str(plain_value(value)))
        self._rows += 1

    def _list_failures(self, failures: Iterable[Failure]) -> None:
        """Write a sheet with the files that gave no report, where there are any; what it cannot hold is left out."""
        sheet = None
        for line, failure in enumerate(islice(failures, _SHEET_ROWS - 1), 1):
            if sheet is None:
                sheet = self._book.add_worksheet(self._sheets.failures)
                sheet.freeze_panes(1, 1)
                for number, (name, width) in enumerate(self._sheets.failed):
                    sheet.set_column(number, number, width)
                    sheet.write_string(0, number, name, self._head)
            for number, text in enumerate(failure.in_chinese() if self._labels == "zh" else failure):
                sheet.write_string(line, number, without_surrogates(text[: _CELL_CHARACTERS // 2]))

    def _write_text(self, line: int, number: int, text: str) -> None:
        if not text:
            return
        # Excel counts UTF-16 units.
        if len(text) > _CELL_CHARACTERS // 2 and len(text.encode("utf-16-le", "surrogatepass")) > 2 * _CELL_CHARACTERS:
            self.cut += 1
            said = f"… [{len(text):,} characters, cut here]"
            text = text.encode("utf-16-le", "surrogatepass")[: 2 * (_CELL_CHARACTERS - 40)].decode(
                "utf-16-le", "ignore"
            )
            text += said
        self._sheet.write_string(line, number, without_surrogates(text))

    def close(self, failures: Iterable[Failure], /) -> None:
        if self._rows > 1 and self._width:
            self._sheet.autofilter(0, 0, self._rows - 1, self._width - 1)
        self._list_failures(failures)
        try:
            self._book.close()
        except self._trouble as error:
            raise OSError(0, " ".join(str(error).split()), self._name) from error


def _breadth(text: str) -> int:
    """Return how many letters broad a text is; a Chinese character is as broad as two."""
    return sum(1 if character < "\u2000" else 2 for character in text)


def _width(column: PanelColumn) -> int:
    if column.name in ("issuer", "title", "file", "text", "heading"):
        return 32
    return 12 if column.type in ("string", "texts", "labels") else 11


class _ParquetFile:
    """One Parquet file; its columns carry their names in Chinese and English, and what they hold, as metadata."""

    def __init__(self, path: Path, table: str, columns: Sequence[PanelColumn], _labels: Labels) -> None:
        from lawreport_parser.panel.arrow_form import OpenRows

        parquet = require("pyarrow.parquet", "pyarrow", "arrow")
        self.cut = 0
        self._open = OpenRows(table, columns)
        self._writer = parquet.ParquetWriter(path, self._open.schema, compression="zstd")

    def add(self, row: Row) -> None:
        for batch in self._open.add(row):
            self._writer.write_batch(batch)

    def close(self, _failures: Iterable[Failure], /) -> None:
        for batch in self._open.close():
            self._writer.write_batch(batch)
        self._writer.close()


class _StataFile:
    """A file of Stata 14 and later, whose variables carry the names of the columns as labels.

    Stata's form names the number of rows first, so the table is kept in memory until the end, in columns.
    """

    def __init__(self, path: Path, table: str, columns: Sequence[PanelColumn], _labels: Labels) -> None:
        for package in ("pandas", "pyarrow"):
            require(package, package, "stata")
        from lawreport_parser.panel.arrow_form import OpenRows

        self.cut = 0
        self._path = path
        self._table = table
        self._columns = columns
        self._open = OpenRows(table, columns, doubles=True, flat=True)
        self._batches: list[Any] = []

    def add(self, row: Row) -> None:
        self._batches += self._open.add(row)

    def close(self, _failures: Iterable[Failure], /) -> None:
        from lawreport_parser.panel.arrow_form import table_of_batches

        batches = [*self._batches, *self._open.close()]
        frame = table_of_batches(batches, self._open.schema).to_pandas(date_as_object=False)
        names = stata_names([column.name for column in self._columns])
        frame.columns = names
        long_texts, days = [], {}
        for name, column in zip(names, self._columns, strict=True):
            if column.type == "date":
                # Stata counts days; what has no day has none.
                frame[name] = frame[name].astype("datetime64[s]")
                days[name] = "td"
            elif column.type == "bool":
                # 0, 1 or missing.
                frame[name] = frame[name].astype("float64")
            elif column.type in ("string", "texts", "labels"):
                frame[name] = frame[name].astype(object).where(frame[name].notna(), "")
                if frame[name].map(lambda text: len(text.encode()) > _STRING_BYTES).any():
                    long_texts.append(name)
        labels = {name: stata_label(column) for name, column in zip(names, self._columns, strict=True)}
        frame.to_stata(
            self._path,
            write_index=False,
            version=118,
            convert_dates=days,
            convert_strl=long_texts,
            variable_labels=labels,
            data_label=f"lawreport: {self._table}",
        )


#: What the ending of a name stands for.
ENDINGS: Final[dict[str, Any]] = {
    ".csv": _CsvFile,
    ".xlsx": _ExcelFile,
    ".parquet": _ParquetFile,
    ".dta": _StataFile,
}
