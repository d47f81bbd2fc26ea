"""The page on the package shows programs that work."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[3]
PROGRAM = os.environ.get("LETTERPDF_PROGRAM", "letterpdf")
PROGRAMS = re.findall(r"```python\n(.*?)```", (ROOT / "Docs/python.md").read_text("utf-8"), re.S)


@pytest.mark.parametrize("program", PROGRAMS)
def test_every_program_of_the_page_works(program: str, tmp_path: Path) -> None:
    path = os.environ["PATH"]
    if os.sep in PROGRAM:
        path = f"{Path(PROGRAM).resolve().parent}{os.pathsep}{path}"
    run = subprocess.run(
        [sys.executable, "-"], input=program, text=True, capture_output=True, cwd=tmp_path,
        env={**os.environ, "PATH": path, "PYTHONPATH": str(ROOT / "Bindings/python/src"), "PYTHONUTF8": "1"})
    assert run.returncode == 0, run.stderr
    assert run.stderr == ""


def test_there_are_programs() -> None:
    assert len(PROGRAMS) == 4
