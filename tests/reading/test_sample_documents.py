"""The annotated documents beside the project, where they are: the score stays what it was."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
SCORE = ROOT.parent / "shared" / "score.py"


@pytest.mark.skipif(not SCORE.exists(), reason="the annotated sample documents (../shared) are not here")
def test_every_sample_document_is_read_as_annotated() -> None:
    done = subprocess.run(
        [sys.executable, str(SCORE), "--require", "all=1"], capture_output=True, text=True, check=False, cwd=ROOT
    )
    assert done.returncode == 0, done.stdout + done.stderr
