"""What is written, and what becomes of a command whose output nobody takes any more."""

import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
CLASSIC = "examples/reports/county-classic.txt"
#: Python writes to standard output through a buffer, or, where containers ask for it, straight.
BUFFERING = pytest.mark.parametrize("buffering", [[], ["-u"]], ids=["buffered", "unbuffered"])
#: A page is written at once and is larger than what a pipe holds.
PAGE = ["-m", "lawreport_parser", "view", CLASSIC, "-o", "-"]
ENVIRONMENT = {name: value for name, value in os.environ.items() if name != "PYTHONUNBUFFERED"}

pytestmark = pytest.mark.skipif(os.name == "nt", reason="POSIX pipes and limits")


@BUFFERING
def test_a_reader_that_leaves_in_the_middle_ends_the_command_quietly_with_141(buffering: list[str]) -> None:
    with subprocess.Popen(
        [sys.executable, *buffering, *PAGE], stdout=subprocess.PIPE, stderr=subprocess.PIPE, cwd=ROOT, env=ENVIRONMENT
    ) as child:
        assert child.stdout is not None
        assert child.stderr is not None
        assert os.read(child.stdout.fileno(), 10)
        child.stdout.close()
        assert child.stderr.read() == b""
    assert child.returncode == 128 + signal.SIGPIPE


@BUFFERING
def test_a_disk_that_fills_up_in_the_middle_is_told(buffering: list[str], tmp_path: Path) -> None:
    import resource

    with (tmp_path / "page.html").open("wb") as page:
        done = subprocess.run(
            [sys.executable, *buffering, *PAGE],
            stdout=page,
            stderr=subprocess.PIPE,
            check=False,
            cwd=ROOT,
            env=ENVIRONMENT,
            preexec_fn=lambda: resource.setrlimit(resource.RLIMIT_FSIZE, (20_000, 20_000)),
        )
    assert done.stderr == b"lawreport: standard output: File too large; what was written is not whole\n"
    assert done.returncode == 2


@pytest.mark.parametrize("command", [["parse", "absent.txt", CLASSIC], ["absent"]], ids=["file", "command"])
def test_messages_that_nobody_takes_change_no_status(command: list[str]) -> None:
    arguments = [sys.executable, "-m", "lawreport_parser", *command]
    closed = subprocess.run(["sh", "-c", '"$@" 2>&-', "sh", *arguments], stdout=subprocess.PIPE, check=False, cwd=ROOT)
    told = subprocess.run(arguments, capture_output=True, check=False, cwd=ROOT)
    assert told.stderr
    assert (closed.returncode, closed.stdout) == (2, told.stdout)
    with subprocess.Popen(arguments, stdout=subprocess.PIPE, stderr=subprocess.PIPE, cwd=ROOT) as child:
        assert child.stdout is not None
        assert child.stderr is not None
        child.stderr.close()
        assert child.stdout.read() == told.stdout
    assert child.returncode == 2
