"""Letters in, files out, over a worker that is started when it is needed."""

from __future__ import annotations

import datetime
import os
import shutil
import threading
import weakref
from collections.abc import Mapping, Sequence
from concurrent.futures import TimeoutError as FutureTimeout
from pathlib import Path
from types import TracebackType
from typing import Any, Literal, Union

from ._errors import Diagnostic, LetterError, ProgramNotFound, RequestError, WorkerError, WorkerTimeout
from ._results import CheckResult, CompareResult, File, Layout, Result
from ._worker import Answer, Worker

#: A file in memory or on disk.
Bytes = Union[bytes, "os.PathLike[str]"]
#: The keys of a letter and its body; its Markdown; or a file of either.
Letter = Union[Mapping[str, Any], str, bytes, "os.PathLike[str]"]

#: How many workers a request is given to when they end before they answer.
TRIES = 3

_all: weakref.WeakSet[Typesetter] = weakref.WeakSet()


class Typesetter:
    """Sets letters with a worker of its own, which is started at the first call and again whenever it has ended.

    Any number of threads may use it at the same time; so many letters are set at once as ``jobs`` says, without it as the
    machine has cores. It can be used in a ``with``, and ends its worker behind it.
    """

    def __init__(
        self, program: str | os.PathLike[str] | None = None, *, jobs: int | None = None,
        arguments: Sequence[str] = (), timeout: float = 60,
    ) -> None:
        """Names the program; nothing is started yet.

        :param program: its path; without it letterpdf is looked for on the path.
        :param jobs: how many letters are set at the same time.
        :param arguments: further options of ``letterpdf worker``, as ``["--max-pages", "20"]``.
        :param timeout: the seconds that an answer may take; then the worker is ended.
        :raises ProgramNotFound: if there is no such program.
        """
        found = shutil.which(os.fspath(program) if program is not None else "letterpdf")
        if found is None:
            raise ProgramNotFound(
                "there is no program letterpdf on the path; install it, or give program=" if program is None
                else f"there is no program {os.fspath(program)}")
        self._command = [found, "worker", *(["--jobs", str(jobs)] if jobs else []), *arguments]
        self._timeout = timeout
        self._lock = threading.Lock()
        self._worker: Worker | None = None
        _all.add(self)

    # Letters

    def render(
        self, letter: Letter, *, layout: str | None = None, date: str | datetime.date | None = None,
        language: str | None = None, data: Mapping[str, Any] | None = None,
        files: Mapping[str, Bytes] | None = None,
        format: Literal["pdf", "png", "svg", "dump", "report"] | None = None, page: int | None = None,
        dpi: float | None = None, standard: str | None = None,
        purpose: Literal["digital-post", "screen", "print"] | None = None,
        check: str | Sequence[str] | None = None, window: str | None = None, draft: bool = False,
        duplex: bool = False, form: Literal["small", "quick"] | None = None,
    ) -> Result:
        """Sets a letter.

        :param letter: its keys and body in a mapping; Markdown in a text; or a file of either as bytes or a path.
        :param layout: a layout by name; comes before the letter's own, as do date and language.
        :param data: fills the letter's fields.
        :param files: the images and enclosures, by the names that the letter has for them; no other file is read.
        :param format: what to make; a PDF without it. ``page`` and ``dpi`` are for pictures.
        :param standard: the standards that the PDF must meet, as ``a-2a+ua-1``.
        :param purpose: what the PDF is for.
        :param check: profiles that the PDF must keep; ``window`` is the envelope's, ``"x y width height"`` in mm.
        :param form: ``quick`` for larger files in less time.
        :raises LetterError: what is wrong with the letter, its layout or its data.
        :raises RequestError: what is wrong with the options.
        :raises WorkerError: if three workers ended over it, or one took too long.
        """
        request: dict[str, Any] = {"op": "render"}
        parts: list[tuple[str, bytes]] = []
        if isinstance(letter, (Mapping, str)):
            request["letter"] = dict(letter) if isinstance(letter, Mapping) else letter
        else:
            name = "letter" if isinstance(letter, bytes) else Path(letter).name
            parts.append((name, _bytes(letter)))
        parts += [(name, _bytes(file)) for name, file in (files or {}).items()]
        options: dict[str, Any] = {
            "layout": layout, "date": date.isoformat() if isinstance(date, datetime.date) else date,
            "language": language, "data": dict(data) if data is not None else None, "format": format, "page": page,
            "dpi": dpi, "standard": standard, "for": purpose,
            "check": list(check) if check is not None and not isinstance(check, str) else check,
            "window": window, "draft": draft or None, "duplex": duplex or None, "form": form,
        }
        request.update((key, value) for key, value in options.items() if value is not None)
        answer, contents = self._ask(request, parts)
        return Result(
            pages=answer["pages"], sheets=answer["sheets"], standard=answer.get("standard"),
            fonts=tuple(answer["fonts"]), diagnostics=_diagnostics(answer),
            files=tuple(
                File(part["name"], part["type"], content) for part, content in zip(answer["parts"], contents)),
            report={key: value for key, value in answer.items() if key not in ("id", "number", "parts")})

    def check(
        self, pdf: Bytes, *, profile: str | Sequence[str] | None = None, window: str | None = None,
    ) -> CheckResult:
        """Tells whether a PDF is fit for what it is meant for, by profiles, ``digital-post`` without any.

        :raises RequestError: if there is no such profile.
        """
        request: dict[str, Any] = {"op": "check"}
        if profile is not None:
            request["profile"] = profile if isinstance(profile, str) else list(profile)
        if window is not None:
            request["window"] = window
        answer, _ = self._ask(request, [("file.pdf", _bytes(pdf))])
        return CheckResult(answer["fit"], tuple(answer["profiles"]), answer["file"])

    def compare(
        self, actual: Bytes, expected: Bytes, *, tolerance: str | Sequence[str] = (), ignore: str | Sequence[str] = (),
        dpi: float | None = None,
    ) -> CompareResult:
        """Tells whether a PDF is the one that was meant."""
        request: dict[str, Any] = {"op": "compare"}
        for key, value in (("tolerance", tolerance), ("ignore", ignore)):
            if value:
                request[key] = value if isinstance(value, str) else list(value)
        if dpi is not None:
            request["dpi"] = dpi
        parts = [("actual.pdf", _bytes(actual)), ("expected.pdf", _bytes(expected))]
        answer, _ = self._ask(request, parts)
        return CompareResult(answer["same"], answer["file"])

    def layouts(self) -> list[Layout]:
        """The layouts that have a name."""
        answer, _ = self._ask({"op": "layouts"}, [])
        return [Layout(one["key"], one["name"], one["description"]) for one in answer["layouts"]]

    @property
    def version(self) -> str:
        """The version of the program."""
        answer, _ = self._ask({"op": "hello"}, [])
        return str(answer["version"])

    # The worker

    @property
    def pid(self) -> int | None:
        """The process of the worker; None where there is none."""
        worker = self._worker
        return None if worker is None or worker.ended else worker.pid

    def close(self) -> None:
        """Ends the worker when it has answered all; the next call starts another."""
        with self._lock:
            worker, self._worker = self._worker, None
        if worker is not None:
            worker.close()

    def __enter__(self) -> Typesetter:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None,
    ) -> None:
        self.close()

    def _running(self) -> Worker:
        with self._lock:
            if self._worker is not None and self._worker.ended:
                ended, self._worker = self._worker, None
                ended.close()
            if self._worker is None:
                self._worker = Worker(self._command)
            return self._worker

    def _ask(self, request: Mapping[str, Any], files: Sequence[tuple[str, bytes]]) -> Answer:
        answer, contents = self._answer(request, files)
        if answer["ok"]:
            return answer, contents
        message, fault = str(answer.get("message", "")), str(answer.get("fault", "fault"))
        if fault == "bad-request":
            raise RequestError(message)
        if fault == "fault":
            raise WorkerError(message)
        raise LetterError(message, fault, _diagnostics(answer))

    def _answer(self, request: Mapping[str, Any], files: Sequence[tuple[str, bytes]]) -> Answer:
        """Asks the worker, and a new one if that one ends: a letter has no effects, so twice is as once.

        A request that three workers end over is given up; what else they had is answered by the next.
        """
        for _ in range(TRIES - 1):
            try:
                return self._wait(request, files)
            except WorkerTimeout:
                # It would take as long again.
                raise
            except WorkerError:
                continue
        return self._wait(request, files)

    def _wait(self, request: Mapping[str, Any], files: Sequence[tuple[str, bytes]]) -> Answer:
        worker = self._running()
        future = worker.ask(request, files)
        try:
            return future.result(self._timeout)
        except FutureTimeout:
            worker.kill()
            raise WorkerTimeout(f"the worker gave no answer in {self._timeout:g} seconds") from None

    def _forget(self) -> None:
        """In a process that was forked: the worker is the parent's."""
        self._lock = threading.Lock()
        worker, self._worker = self._worker, None
        if worker is not None:
            worker.forget()


def _bytes(file: Bytes) -> bytes:
    return file if isinstance(file, bytes) else Path(file).read_bytes()


def _diagnostics(answer: Mapping[str, Any]) -> tuple[Diagnostic, ...]:
    return tuple(Diagnostic._read(one) for one in answer.get("diagnostics", []))


def _forget_all() -> None:
    for typesetter in list(_all):
        typesetter._forget()


if hasattr(os, "register_at_fork"):
    os.register_at_fork(after_in_child=_forget_all)
