"""Golden-file tests of PDFs, whichever program makes them, by `letterpdf compare`.

    def test_reminder(golden_pdf):
        golden_pdf(make_reminder(), "reminder.pdf", mask=[r"SAG-\\d+"])

The accepted files are in `goldens` beside the test. `pytest --update-goldens` accepts what differs; such a test fails
once, so that no one takes it for one that passed. `--letterpdf PATH` or LETTERPDF names the program. What differs is
told in the failure; the file itself and the picture of the difference lie in the folder of `--golden-evidence`.
"""
import json
import os
import pathlib
import subprocess
import tempfile

import pytest


def pytest_addoption(parser):
    group = parser.getgroup("letterpdf")
    group.addoption("--update-goldens", action="store_true", help="accept what golden PDFs are now")
    group.addoption("--letterpdf", default=os.environ.get("LETTERPDF", "letterpdf"), help="the program letterpdf")
    group.addoption("--golden-evidence", default=None, help="a folder for files that differ, and pictures of it")


class GoldenPDF:
    """Holds files to those that were accepted."""

    def __init__(self, folder, config):
        self.folder = pathlib.Path(folder)
        self.program = config.getoption("--letterpdf")
        self.update = config.getoption("--update-goldens")
        evidence = config.getoption("--golden-evidence")
        self.evidence = pathlib.Path(evidence) if evidence else None

    def __call__(self, actual, name, mask=(), ignore=(), tolerance=()):
        """Fails where a file, as bytes or by its path, is not as it was accepted under a name."""
        __tracebackhide__ = True
        content = bytes(actual) if isinstance(actual, (bytes, bytearray)) else pathlib.Path(actual).read_bytes()
        expected = self.folder / name
        if not expected.exists():
            told = "nothing is accepted under this name yet"
        else:
            told = self.difference(content, expected, mask, ignore, tolerance)
        if told is None:
            return
        if self.update:
            expected.parent.mkdir(parents=True, exist_ok=True)
            expected.write_bytes(content)
            pytest.fail(f"{name} is accepted: {told}", pytrace=False)
        pytest.fail(f"{name}: {told}\nlook, and accept with pytest --update-goldens", pytrace=False)

    def difference(self, content, expected, mask, ignore, tolerance):
        """What differs, in words; None where nothing does."""
        words = [word for key, values in (("mask", mask), ("ignore", ignore), ("tolerance", tolerance))
                 for value in values for word in (f"--{key}", value)]
        with tempfile.TemporaryDirectory() as scratch:
            actual = pathlib.Path(scratch) / expected.name
            actual.write_bytes(content)
            if self.evidence:
                self.evidence.mkdir(parents=True, exist_ok=True)
                words += ["--picture", str(self.evidence / f"{expected.name}.png")]
            done = subprocess.run([self.program, "compare", str(actual), str(expected), "--report", "json", *words],
                                  capture_output=True)
            if done.returncode not in (0, 1):
                raise RuntimeError(done.stderr.decode("utf-8", "replace"))
            if done.returncode == 0:
                return None
            if self.evidence:
                (self.evidence / expected.name).write_bytes(content)
        file = json.loads(done.stdout)["files"][0]
        return "\n".join([file["summary"]] + [
            f"  page {one['page']}: {one['message']}" if "page" in one else f"  {one['message']}"
            for one in file["differences"]])


@pytest.fixture
def golden_pdf(request):
    """Holds PDFs to those that were accepted, in the folder `goldens` beside the test."""
    return GoldenPDF(pathlib.Path(request.node.path).parent / "goldens", request.config)
