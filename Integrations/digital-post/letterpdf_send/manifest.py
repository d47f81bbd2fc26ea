"""The letters of a run, as its manifest.jsonl tells of them, one after the other."""
import hashlib
import json
import pathlib
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, Literal, cast

Form = Literal["memo", "forsendelse"]
Route = Literal["digital", "print", "both", "auto"]

# The forms that a route needs; of auto one is sent.
FORMS: dict[Route, tuple[Form, ...]] = {
    "digital": ("memo",), "print": ("forsendelse",), "both": ("memo", "forsendelse"), "auto": ("memo", "forsendelse")}


class BadManifest(Exception):
    """A manifest that cannot be worked through; the text says why."""


@dataclass(frozen=True, slots=True)
class Delivery:
    """One letter in one form, ready to be sent."""

    number: int
    form: Form
    path: pathlib.Path
    size: int
    sha256: str
    uuid: str
    twin: int | None = None  # the record before it that has the very same message

    def read(self) -> bytes:
        """The bytes that the manifest means.

        Raises OSError, or BadManifest where the file is not the one that the run made, or another letter's too.
        """
        if self.twin is not None:
            raise BadManifest(f"its message is the same as that of record {self.twin}, down to the UUID")
        content = self.path.read_bytes()
        if len(content) != self.size or hashlib.sha256(content).hexdigest() != self.sha256:
            raise BadManifest("its file is not the one that the manifest tells of; set the run again with --resume")
        return content


@dataclass(frozen=True, slots=True)
class Letter:
    """A record's letter and the forms in which it may go out."""

    number: int
    route: Route
    deliveries: tuple[Delivery, ...]

    def delivery(self, form: Form) -> Delivery:
        """The letter in one of its forms."""
        return next(one for one in self.deliveries if one.form == form)


def letters(folder: pathlib.Path) -> Iterator[Letter | None]:
    """The letters of a run in the order of their records; None for a record at fault, which has none.

    Raises BadManifest with the line it is about.
    """
    try:
        file = open(folder / "manifest.jsonl", encoding="utf-8")
    except OSError as error:
        raise BadManifest(f"there is no manifest.jsonl to read: {error.strerror}") from None
    seen: dict[tuple[Form, str], int] = {}
    with file:
        for place, line in enumerate(file, 1):
            try:
                letter = _letter(folder, json.loads(line), seen)
            except (ValueError, KeyError, TypeError, AttributeError):
                raise BadManifest(f"line {place} of manifest.jsonl is none of a run with messages") from None
            except BadManifest as error:
                raise BadManifest(f"line {place} of manifest.jsonl: {error}") from None
            yield letter


def _letter(folder: pathlib.Path, line: dict[str, Any], seen: dict[tuple[Form, str], int]) -> Letter | None:
    number, status = line["number"], line["status"]
    if status == "fault":
        return None
    if status != "done" or type(number) is not int:
        raise BadManifest(f"the status is none that is known: {status}")
    deliveries = tuple(_delivery(folder, number, one, seen) for one in line.get("deliveries") or ())
    forms = tuple(one.form for one in deliveries)
    if not forms:
        raise BadManifest("the run was made without --memo and --forsendelse")
    route = line.get("route") or ("digital" if forms == ("memo",) else "print")
    if route not in FORMS:
        raise BadManifest(f"the route is none that is known: {route}")
    missing = [form for form in FORMS[cast(Route, route)] if forms.count(form) != 1]
    if missing:
        raise BadManifest(f"the route is {route}, and there is not one {missing[0]}")
    return Letter(number, cast(Route, route), deliveries)


def _delivery(
    folder: pathlib.Path, number: int, one: dict[str, Any], seen: dict[tuple[Form, str], int]
) -> Delivery:
    if one["form"] not in ("memo", "forsendelse"):
        raise BadManifest(f"the form is none that is known: {one['form']}")
    size, sha256, uuid = one["bytes"], one["sha256"], one["uuid"]
    if type(size) is not int or not isinstance(sha256, str) or not isinstance(uuid, str) or not uuid:
        raise TypeError
    first = seen.setdefault((one["form"], uuid.lower()), number)
    return Delivery(
        number, one["form"], folder / one["file"], size, sha256, uuid.lower(), None if first == number else first)
