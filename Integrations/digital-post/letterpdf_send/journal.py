"""What was tried and what came of it: sending-ENVIRONMENT.jsonl beside the manifest.

A line is on the disk before a request goes out and after its answer came, so that a crash at any moment leaves at most
one letter in doubt: the one with an intent and nothing after it. A line holds the record's number, the form, the
message's UUID and the transaction's, never a recipient's number or name.
"""
import datetime
import enum
import fcntl
import json
import os
import pathlib
from typing import Any, TextIO

from .manifest import Delivery, Form


class Standing(enum.Enum):
    """How it stands with a letter in one form."""

    NEW = "new"            # nothing went out, or what did was surely not accepted
    DOUBTFUL = "doubtful"  # something went out, and nobody knows what became of it
    SENT = "sent"
    REFUSED = "refused"


# What a line of the journal makes of a letter.
AFTER = {
    "intent": Standing.DOUBTFUL, "doubtful": Standing.DOUBTFUL, "unsent": Standing.NEW, "sent": Standing.SENT,
    "refused": Standing.REFUSED, "arrived": Standing.SENT,
}


class BadJournal(Exception):
    """A journal that cannot be gone on with; the text says why."""


class Journal:
    """The journal of a run in one environment, held by this process alone."""

    def __init__(self, folder: pathlib.Path, environment: str):
        """Opens or begins the journal.

        Raises BadJournal where another process has it, or a line is none of its own.
        """
        self.path = folder / f"sending-{environment}.jsonl"
        is_new = not self.path.exists()
        self._file: TextIO = open(self.path, "a+", encoding="ascii", errors="replace")
        try:
            fcntl.flock(self._file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except OSError:
            self._file.close()
            raise BadJournal(f"another sender is at work on this run: {self.path.name} is locked") from None
        if is_new:
            _sync_folder(folder)
        self._last: dict[tuple[int, Form], tuple[Standing, str, str]] = {}
        self._read()

    def _read(self) -> None:
        self._file.seek(0)
        whole = 0
        for place, line in enumerate(iter(self._file.readline, ""), 1):
            if not line.endswith("\n"):
                # What was being written when the process died; its request had not begun.
                self._file.truncate(whole)
                return
            whole += len(line)
            try:
                event = json.loads(line)
                self._note(event)
            except (ValueError, KeyError, TypeError):
                raise BadJournal(f"line {place} of {self.path.name} is none of a journal") from None

    def _note(self, event: dict[str, Any]) -> None:
        key = event["number"], event["form"]
        self._last[key] = (AFTER[event["event"]], event["uuid"], event["sha256"])

    def standing(self, delivery: Delivery) -> Standing:
        """How it stands with a letter in a form.

        Raises BadJournal where other content was tried for the same record: the run was made anew.
        """
        standing, uuid, sha256 = self._last.get((delivery.number, delivery.form), (Standing.NEW, None, None))
        if standing is not Standing.NEW and (uuid, sha256) != (delivery.uuid, delivery.sha256):
            raise BadJournal(
                f"record {delivery.number} was {standing.value} with other content: send a run that was made anew "
                "from a folder of its own, and only the records that shall have a second letter")
        return standing

    def write(self, event: str, delivery: Delivery, transaction: str, **more: Any) -> None:
        """Adds a line; it is on the disk when this returns."""
        line = {
            "at": datetime.datetime.now(datetime.timezone.utc).isoformat(timespec="milliseconds"), "event": event,
            "number": delivery.number, "form": delivery.form, "uuid": delivery.uuid, "sha256": delivery.sha256,
            "transaction": transaction} | {key: value for key, value in more.items() if value is not None}
        self._file.write(json.dumps(line) + "\n")
        self._file.flush()
        os.fsync(self._file.fileno())
        self._note(line)

    def close(self) -> None:
        """Lets another process have the journal."""
        self._file.close()


def _sync_folder(folder: pathlib.Path) -> None:
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)
