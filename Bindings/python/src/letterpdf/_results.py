"""What comes back."""

from __future__ import annotations

import os
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from ._errors import Diagnostic


@dataclass(frozen=True)
class File:
    """A file that was made; its bytes are in memory."""

    name: str
    #: Its media type, ``application/pdf``.
    type: str
    data: bytes = field(repr=False)


@dataclass(frozen=True)
class Result:
    """A letter that was set."""

    pages: int
    #: Sheets of paper, printed on both sides.
    sheets: int
    #: What the PDF keeps and says that it keeps; None for other forms.
    standard: str | None
    #: The fonts that were used, by their files.
    fonts: tuple[str, ...]
    #: Warnings and notes.
    diagnostics: tuple[Diagnostic, ...]
    #: The PDF, or a picture a page, or the dump.
    files: tuple[File, ...]
    #: The whole report, as ``--report json`` has it.
    report: Mapping[str, Any] = field(repr=False)

    @property
    def data(self) -> bytes:
        """The bytes of the only file."""
        if len(self.files) != 1:
            raise ValueError(f"there are {len(self.files)} files, see files")
        return self.files[0].data

    @property
    def pdf(self) -> bytes:
        """The PDF."""
        if len(self.files) != 1 or self.files[0].type != "application/pdf":
            raise ValueError("the letter was not made as a PDF, see files")
        return self.files[0].data

    def save(self, path: str | os.PathLike[str]) -> None:
        """Writes the only file, whole or not at all."""
        target = Path(path)
        partial = target.with_name(f"{target.name}.{os.getpid()}.partial")
        try:
            partial.write_bytes(self.data)
            os.replace(partial, target)
        except BaseException:
            partial.unlink(missing_ok=True)
            raise


@dataclass(frozen=True)
class CheckResult:
    """Whether a PDF is fit for what it is meant for."""

    fit: bool
    #: The profiles that it was looked at by.
    profiles: tuple[str, ...]
    #: The file's part of the report of ``letterpdf check``, with its ``findings``.
    report: Mapping[str, Any] = field(repr=False)

    def __bool__(self) -> bool:
        return self.fit


@dataclass(frozen=True)
class CompareResult:
    """Whether a file is the one that was meant."""

    same: bool
    #: The file's part of the report of ``letterpdf compare``, with its ``differences``.
    report: Mapping[str, Any] = field(repr=False)

    def __bool__(self) -> bool:
        return self.same


@dataclass(frozen=True)
class Layout:
    """A layout that has a name."""

    #: What a letter writes after ``layout:``.
    key: str
    name: str
    description: str
