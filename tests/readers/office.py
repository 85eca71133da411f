"""LibreOffice, beside which the readers are tested where it is installed."""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path

import pytest

SOFFICE = shutil.which("soffice") or shutil.which("libreoffice")
needs_office = pytest.mark.skipif(SOFFICE is None, reason="LibreOffice (soffice) is not installed")


def converted(data: bytes, folder: Path, target: str, source: str = "docx") -> bytes:
    """Return a file as LibreOffice converts it; `source` and `target` are endings, a filter may follow a colon."""
    (folder / f"file.{source}").write_bytes(data)
    command = [str(SOFFICE), f"-env:UserInstallation={(folder / 'profile').as_uri()}", "--headless"]
    command += ["--convert-to", target, "--outdir", str(folder), str(folder / f"file.{source}")]
    subprocess.run(command, check=True, capture_output=True, timeout=240)
    return (folder / f"file.{target.partition(':')[0]}").read_bytes()
