"""Official letters as PDFs, set by the program letterpdf in a worker that stays.

    import letterpdf

    letter = {"layout": "kl", "date": "2026-03-11", "subject": "Prøve", "body": "Kære Anna"}
    letterpdf.render(letter).save("letter.pdf")

The functions of this module share one worker, which is started at the first call; a :class:`Typesetter` has one of its
own. All of it may be used by any number of threads.
"""

from __future__ import annotations

import atexit
import threading
from typing import Any

from ._errors import Diagnostic, Error, LetterError, ProgramNotFound, RequestError, WorkerError, WorkerTimeout
from ._results import CheckResult, CompareResult, File, Layout, Result
from ._typesetter import Bytes, Letter, Typesetter

__all__ = [
    "Bytes", "CheckResult", "CompareResult", "Diagnostic", "Error", "File", "Layout", "Letter", "LetterError",
    "ProgramNotFound", "RequestError", "Result", "Typesetter", "WorkerError", "WorkerTimeout", "check", "close", "compare", "layouts",
    "render",
]
__version__ = "0.1.0"

_shared: Typesetter | None = None
_lock = threading.Lock()


def _typesetter() -> Typesetter:
    global _shared
    with _lock:
        if _shared is None:
            _shared = Typesetter()
        return _shared


def render(letter: Letter, **options: Any) -> Result:
    """Sets a letter: :meth:`Typesetter.render` of the worker that this module keeps."""
    return _typesetter().render(letter, **options)


def check(pdf: Bytes, **options: Any) -> CheckResult:
    """Whether a PDF is fit to be sent: :meth:`Typesetter.check` of the worker that this module keeps."""
    return _typesetter().check(pdf, **options)


def compare(actual: Bytes, expected: Bytes, **options: Any) -> CompareResult:
    """Whether a file is what was meant: :meth:`Typesetter.compare` of the worker that this module keeps."""
    return _typesetter().compare(actual, expected, **options)


def layouts() -> list[Layout]:
    """The layouts that have a name: :meth:`Typesetter.layouts` of the worker that this module keeps."""
    return _typesetter().layouts()


def close() -> None:
    """Ends the worker that this module keeps; the next call starts another."""
    global _shared
    with _lock:
        if _shared is not None:
            _shared.close()
            _shared = None


atexit.register(close)
