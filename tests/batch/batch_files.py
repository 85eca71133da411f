"""Files for the tests of the batch: generated reports, hostile files, and workers that die."""

from __future__ import annotations

import faulthandler
import io
import os
import signal
import subprocess
import sys
import time
import zipfile
from pathlib import Path

from lawreport_parser.batch import Reading

ROOT = Path(__file__).parents[2]
SAMPLES = sorted((ROOT / "examples" / "reports").glob("*.txt"))


def write_reports(folder: Path, count: int) -> list[str]:
    """Write `count` short reports; each names its number."""
    folder.mkdir(parents=True, exist_ok=True)
    paths = []
    for number in range(count):
        path = folder / f"report-{number:05}.txt"
        text = (
            f"桐浦县{2000 + number % 30}年法治政府建设年度报告\n\n"
            f"一、主要举措和成效\n（一）强化学习。全年学法{number}次。\n"
            "（二）规范执法。退回案件11件。\n二、存在问题\n一是宣传不够；二是人员不足。\n三、下一步打算\n充实基层队伍。\n"
        )
        path.write_text(text, encoding="utf-8")
        paths.append(str(path))
    return paths


def write_slow(folder: Path) -> str:
    """Write a report that takes seconds, and comes in the middle of a hundred others."""
    path = folder / "report-00050-slow.txt"
    path.write_text("一、总则\n" + "加强学习，规范执法，退回案件11件。\n" * 50_000, encoding="utf-8")
    return str(path)


def write_empty(folder: Path) -> str:
    """Write a file that cannot be read as a report."""
    (folder / "zz-empty.txt").write_bytes(b"")
    return str(folder / "zz-empty.txt")


def named(stem: str, kind: str) -> str:
    """Return the name of an output of a kind: that of a folder of tables has no ending."""
    return stem if kind == "tables" else f"{stem}.{kind}"


def command(*arguments: str) -> list[str]:
    """Return the command line of `lawreport batch`."""
    return [sys.executable, "-m", "lawreport_parser", "batch", *arguments]


def environment() -> dict[str, str]:
    """Return the environment in which this checkout is run from any folder."""
    return {**os.environ, "PYTHONPATH": str(ROOT), "PYTHONIOENCODING": "utf-8"}


def run(folder: Path, *arguments: str, stdin: bytes = b"") -> subprocess.CompletedProcess[bytes]:
    """Run `lawreport batch` in `folder`."""
    return subprocess.run(
        command(*arguments), cwd=folder, input=stdin, env=environment(), capture_output=True, timeout=120, check=False
    )


def start(folder: Path, *arguments: str) -> subprocess.Popen[bytes]:
    """Start `lawreport batch` in `folder`, in a group of processes of its own, as a shell does."""
    return subprocess.Popen(
        command(*arguments), cwd=folder, env=environment(), stderr=subprocess.PIPE, start_new_session=True
    )


def wait_for(happened: object, seconds: float = 60.0) -> None:
    """Wait until a function says true."""
    assert callable(happened)
    give_up = time.monotonic() + seconds
    while not happened():
        assert time.monotonic() < give_up, "it did not happen in time"
        time.sleep(0.01)


def lines(said: bytes) -> list[str]:
    """Return what a command said, without the name of the program."""
    return [line.removeprefix("lawreport: ") for line in said.decode().splitlines()]


def zip_bomb() -> bytes:
    """Return a small .docx whose text would unpack to 300 MiB."""
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED, compresslevel=9) as archive:
        archive.writestr("[Content_Types].xml", "<Types/>")
        with archive.open("word/document.xml", "w", force_zip64=True) as part:
            for _ in range(300):
                part.write(b" " * 2**20)
    return made.getvalue()


class Deadly(Reading):
    """A reader to which files do, by their names, what no reader should do."""

    def read(self, path: str) -> object:  # type: ignore[override]
        """Die, hang, raise or read."""
        name = Path(path).name
        if name == "exit":
            os._exit(3)
        if name == "kill":
            os.kill(os.getpid(), signal.SIGKILL)
        if name == "crash":
            faulthandler.disable()  # whose traceback would look like a failure of the tests
            os.kill(os.getpid(), signal.SIGSEGV)
        if name == "hang":
            time.sleep(1_000)
        if name == "raise":
            raise RuntimeError("not a\nfault of the file")
        if name == "memory":
            raise MemoryError
        return super().read(path)
