"""The files that are written: first in the work folder, in steps that survive a crash, at the end in their place.

Each writer has a `position` up to which its output is whole. `secure` makes it durable (fsync) and returns it; a writer
that is opened at a position forgets what was written after it.
"""

from __future__ import annotations

import os
import shutil
from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path
from typing import Any, Final, Protocol

from lawreport_parser.arrow.columns import TABLES, TableName
from lawreport_parser.batch.csv_rows import csv_header
from lawreport_parser.batch.rendering import Kind
from lawreport_parser.extras import require

__all__ = ["LineFile", "Output", "TableFolder", "is_table_folder", "kind_of", "open_output", "place", "sync_folder"]

#: A name without ending is that of a folder.
_KINDS: Final[dict[str, Kind]] = {".jsonl": "jsonl", ".csv": "csv", "": "tables"}
#: Bytes of lines that are written at once.
_BUFFER_BYTES: Final = 2**18
#: Bytes of record batches of one table that are written as one row group.
_ROW_GROUP_BYTES: Final = 8 * 2**20
_PART_FILES: Final = 2_000
_PART_BYTES: Final = 256 * 2**20


def kind_of(out: Path) -> Kind | None:
    """Return the kind of output that the ending of a name stands for, or None."""
    return None if out.name.startswith(".") or not out.name else _KINDS.get(out.suffix.lower())


class Output(Protocol):
    """What a run writes its reports to."""

    #: Seconds after which what is written should be secured.
    seconds: float

    def add(self, pieces: Sequence[tuple[str, bytes]]) -> None:
        """Write what was rendered of one report."""

    def is_full(self) -> bool:
        """Tell whether so much is written that it should be secured at once."""

    def secure(self) -> int:
        """Make what is written durable; return the position after it."""

    def close(self) -> None:
        """Give up the open files, whatever state they are in."""


class LineFile:
    """A file of whole lines, opened at a position in bytes."""

    seconds = 0.5

    def __init__(self, path: Path, position: int, header: bytes = b"") -> None:
        self._file = path.open("ab", _BUFFER_BYTES)
        if self._file.seek(0, os.SEEK_END) < position:
            raise OSError(0, "shorter than the journal says, it was changed", str(path))
        self._file.truncate(position)
        self._file.seek(position)
        self._unsynced = 0
        if not position:
            self.write(header)

    def write(self, lines: bytes) -> None:
        """Append lines."""
        self._file.write(lines)
        self._unsynced += len(lines)

    def add(self, pieces: Sequence[tuple[str, bytes]]) -> None:
        """Append the lines of one report."""
        for _, lines in pieces:
            self.write(lines)

    def is_full(self) -> bool:
        """Tell whether 64 MiB wait for the disk."""
        return self._unsynced >= 64 * 2**20

    def secure(self) -> int:
        """Write what is buffered to the disk; return the size of the file."""
        self._file.flush()
        if self._unsynced:
            os.fsync(self._file.fileno())
            self._unsynced = 0
        return self._file.tell()

    def close(self) -> None:
        """Close the file; a disk that is full has been complained of before."""
        with suppress(OSError):
            self._file.close()


class TableFolder:
    """A folder with a folder for each table, in which are parts: `nodes/part-00000.parquet`.

    The position is the number of parts. A part is written under a name that begins with `_`, which readers of such
    folders pass over, and renamed when it is whole.
    """

    seconds = 300.0

    def __init__(self, folder: Path, position: int) -> None:
        from lawreport_parser.arrow import SCHEMAS

        self._pa, self._pq = (require(name, "pyarrow", "arrow") for name in ("pyarrow", "pyarrow.parquet"))
        self._schemas: dict[str, Any] = {str(table): schema for table, schema in SCHEMAS.items()}
        self._folder = folder
        self._parts = position
        self._writers: dict[str, Any] = {}
        self._waiting: dict[str, list[bytes]] = {}
        self._waiting_bytes: dict[str, int] = {}
        self._files = 0
        self._bytes = 0
        for table in self._schemas:
            (folder / table).mkdir(parents=True, exist_ok=True)
            for stale in (folder / table).iterdir():
                if stale.name.startswith("_") or int(stale.stem.rpartition("-")[2]) >= position:
                    stale.unlink()

    def add(self, pieces: Sequence[tuple[str, bytes]]) -> None:
        """Take the record batches of one report; a table is written where enough of it is there."""
        self._files += 1
        for table, batch in pieces:
            self._waiting.setdefault(table, []).append(batch)
            self._bytes += len(batch)
            self._waiting_bytes[table] = self._waiting_bytes.get(table, 0) + len(batch)
            if self._waiting_bytes[table] >= _ROW_GROUP_BYTES:
                self._write(table)

    def is_full(self) -> bool:
        """Tell whether the part has 2,000 reports or 256 MiB."""
        return self._files >= _PART_FILES or self._bytes >= _PART_BYTES

    def secure(self) -> int:
        """End the part that is open, or make an empty one where there is none yet; return the number of parts."""
        if self._files or not self._parts:
            names = f"_part-{self._parts:05}.parquet", f"part-{self._parts:05}.parquet"
            for table in self._schemas:
                self._write(table)
                self._writers.pop(table).close()
                with (self._folder / table / names[0]).open("rb") as written:
                    os.fsync(written.fileno())
            for table in self._schemas:
                (self._folder / table / names[0]).replace(self._folder / table / names[1])
                sync_folder(self._folder / table)
            self._parts += 1
            self._files = self._bytes = 0
        return self._parts

    def close(self) -> None:
        """Close what is open. A part that was not secured stays under its `_` name."""
        for writer in self._writers.values():
            with suppress(OSError, self._pa.ArrowException):
                writer.close()
        self._writers.clear()

    def _write(self, table: str) -> None:
        schema = self._schemas[table]
        if table not in self._writers:
            path = self._folder / table / f"_part-{self._parts:05}.parquet"
            self._writers[table] = self._pq.ParquetWriter(path, schema, compression="zstd")
        batches = [
            self._pa.ipc.read_record_batch(self._pa.py_buffer(batch), schema) for batch in self._waiting.pop(table, ())
        ]
        self._waiting_bytes[table] = 0
        if batches:
            self._writers[table].write_table(self._pa.Table.from_batches(batches, schema).combine_chunks())


def open_output(kind: Kind, table: TableName, folder: Path, position: int) -> tuple[Output, Path]:
    """Return the writer of an output in the work folder, opened at `position`, and where it writes.

    `table` is what the rows of a `.csv` are.
    """
    if kind == "tables":
        return TableFolder(folder / "tables", position), folder / "tables"
    path = folder / f"data.{kind}"
    return LineFile(path, position, csv_header(table) if kind == "csv" else b""), path


def place(made: Path, out: Path, aside: Path) -> None:
    """Put what was made at `out`, in one step for a file. A folder that was there is moved `aside` first."""
    if made.is_dir() and out.is_dir():
        if aside.exists():
            shutil.rmtree(aside)
        out.replace(aside)
    made.replace(out)


def is_table_folder(folder: Path) -> bool:
    """Tell whether a folder holds nothing but the tables of a run, so that it may be overwritten."""
    return all(
        entry.name in TABLES
        and entry.is_dir()
        and all(part.name.startswith("part-") and part.suffix == ".parquet" for part in entry.iterdir())
        for entry in folder.iterdir()
    )


def sync_folder(folder: Path) -> None:
    """Make the names in a folder durable, where the system can do that."""
    if os.name == "nt":
        return
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
