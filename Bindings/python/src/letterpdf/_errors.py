"""What can be wrong: with a letter, with a request, with the worker."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True)
class Diagnostic:
    """One thing that the author of a letter can mend, or should know."""

    #: ``note``, ``warning`` or ``error``.
    severity: str
    #: What was found.
    message: str
    #: What to do about it, each a step.
    hints: tuple[str, ...] = ()
    #: The file, ``letter`` for the letter itself; None without a place.
    file: str | None = None
    #: Lines and columns count from 1; the end is behind the last character.
    line: int | None = None
    column: int | None = None
    end_line: int | None = None
    end_column: int | None = None
    #: The value in a letter that is JSON (RFC 6901).
    pointer: str | None = None
    #: What kind of thing it is, as ``layout.unknown-key``, the same in all releases.
    code: str | None = None

    def __str__(self) -> str:
        place = f"{self.file}:{self.line}:{self.column}: " if self.line is not None else ""
        hints = "".join(f"\nhint: {hint}" for hint in self.hints)
        return f"{place}{self.severity}: {self.message}{hints}"

    @classmethod
    def _read(cls, told: Mapping[str, Any]) -> Diagnostic:
        return cls(
            severity=told["severity"], message=told["message"], hints=tuple(told.get("hints", ())),
            file=told.get("file"), line=told.get("line"), column=told.get("column"),
            end_line=told.get("endLine"), end_column=told.get("endColumn"), pointer=told.get("pointer"),
            code=told.get("code"))


class Error(Exception):
    """Anything that keeps a letter from being set."""


class LetterError(Error):
    """The letter, its layout or its data are at fault, and :attr:`diagnostics` say where."""

    #: Why, in a word: ``invalid``, ``too-many-pages``, ``too-slow`` or ``too-large``.
    fault: str
    diagnostics: tuple[Diagnostic, ...]

    def __init__(self, message: str, fault: str, diagnostics: Sequence[Diagnostic]) -> None:
        told = "\n".join(str(one) for one in diagnostics)
        super().__init__(told or message)
        self.fault = fault
        self.diagnostics = tuple(diagnostics)


class RequestError(Error):
    """The request has an option that there is not, or a value that it cannot have."""


class WorkerError(Error):
    """The worker ended, or does not answer; the next letter gets a new one."""


class WorkerTimeout(WorkerError):
    """The worker gave no answer in the time that it has, and was ended."""


class ProgramNotFound(Error):
    """There is no program letterpdf where it was looked for."""
