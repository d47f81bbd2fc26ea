"""The letters of a run one after the other: in which form, when again, and when never again."""
import dataclasses
import pathlib
import random
import re
import threading
import time
import uuid
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import TypeVar

from .canonical import NotTheForm
from .forsendelse import check_forsendelse
from .journal import Journal, Standing
from .manifest import FORMS, BadManifest, Delivery, Form, Letter, letters
from .memo import check_memo
from .service import Denied, Outcome, Service, Trouble, Verdict

Answer = TypeVar("Answer")

# Letters in a row that the service could not be reached for, until a run ends.
OUT_OF_REACH = 3


@dataclass(frozen=True)
class Policy:
    """How often and how fast, and what is known of the service."""

    attempts: int = 5
    backoff: float = 1
    rate: float = 10
    limit: int | None = None
    limit_refusals: int = 20
    # The answer by which the service refuses a UUID that it has had; None where nobody knows.
    duplicate_answer: re.Pattern[str] | None = None
    # Letters in doubt that a person wants sent again: all where empty, none where None.
    retry_doubtful: frozenset[int] | None = None


@dataclass
class Tally:
    """What a run came to, counted in letters of one form."""

    sent: dict[Form, int] = field(default_factory=lambda: {"memo": 0, "forsendelse": 0})
    before: int = 0
    without_letter: int = 0
    refused: list[int] = field(default_factory=list)
    doubtful: list[int] = field(default_factory=list)
    faulty: list[int] = field(default_factory=list)
    unsent: list[int] = field(default_factory=list)
    ended: str | None = None
    is_shut_out: bool = False  # the service could not be used any further

    @property
    def is_whole(self) -> bool:
        """Whether there is no letter that somebody has to look at."""
        return not (self.refused or self.doubtful or self.faulty or self.unsent)


@dataclass(frozen=True)
class _Content:
    xml: bytes
    recipient: str
    kind: str


class _End(Exception):
    """The run ends here; the text says why, and is empty where it was asked to."""


class Sending:
    """A run that is being sent."""

    def __init__(
        self, folder: pathlib.Path, journal: Journal, service: Service, policy: Policy, stop: threading.Event,
        tell: Callable[[str], None]
    ):
        self._folder, self._journal, self._service, self._policy = folder, journal, service, policy
        self._stop, self._tell = stop, tell
        self._tally = Tally()
        self._next_request = time.monotonic()
        self._begun = 0
        self._out_of_reach = 0
        self._refusals = 0

    def work(self) -> Tally:
        """Sends what is to be sent.

        Raises BadManifest or BadJournal where the run cannot be understood.
        """
        try:
            for letter in letters(self._folder):
                if letter is None:
                    self._tally.without_letter += 1
                else:
                    self._letter(letter)
        except _End as end:
            self._tally.ended = str(end)
        except Denied as denied:
            self._tally.ended, self._tally.is_shut_out = str(denied), True
        return self._tally

    def _letter(self, letter: Letter) -> None:
        try:
            for form in self._forms(letter):
                self._deliver(letter.delivery(form))
        except (NotTheForm, BadManifest) as error:
            self._tally.faulty.append(letter.number)
            self._tell(f"record {letter.number}: not sent: {error}")
        except OSError as error:
            self._tally.faulty.append(letter.number)
            self._tell(f"record {letter.number}: not sent: its file cannot be read: {error.strerror}")

    def _forms(self, letter: Letter) -> tuple[Form, ...]:
        if letter.route != "auto":
            return FORMS[letter.route]
        # What was tried once decides, whatever the lookup says today: never both.
        for form in FORMS["auto"]:
            if self._journal.standing(letter.delivery(form)) is not Standing.NEW:
                return (form,)
        self._go_on()
        content = read(letter.delivery("memo"))
        if content.kind not in ("CPR", "CVR"):
            return ("memo",)
        try:
            registered = self._asked(lambda: self._service.is_registered(content.recipient))
        except Trouble as trouble:
            self._give_up(letter.number, str(trouble), is_out_of_reach=trouble.again)
            return ()
        return ("memo",) if registered else ("forsendelse",)

    def _deliver(self, delivery: Delivery) -> None:
        standing = self._journal.standing(delivery)
        if standing is Standing.SENT:
            self._tally.before += 1
        elif standing is Standing.REFUSED:
            self._tally.refused.append(delivery.number)
        elif standing is Standing.DOUBTFUL and not self._may_send_again(delivery.number):
            self._tally.doubtful.append(delivery.number)
        else:
            self._go_on()
            self._send(delivery, read(delivery))

    def _may_send_again(self, number: int) -> bool:
        asked = self._policy.retry_doubtful
        return self._policy.duplicate_answer is not None or asked is not None and (not asked or number in asked)

    def _go_on(self) -> None:
        """Ends the run where it is to begin no other letter."""
        if self._stop.is_set():
            raise _End("")
        if self._policy.limit is not None and self._begun >= self._policy.limit:
            raise _End(f"the limit of {self._policy.limit} is reached")

    def _send(self, delivery: Delivery, content: _Content) -> None:
        self._begun += 1
        attempt, renewed = 0, False
        while True:
            try:
                # Before the intent is written, so that a letter is not in doubt for want of a token.
                self._asked(self._service.prove_access)
            except Trouble as trouble:
                return self._give_up(delivery.number, str(trouble), is_out_of_reach=True)
            outcome = self._attempt(delivery, content)
            if outcome.access_is_refused:
                if renewed:
                    raise Denied(f"the service does not take letters from us: {outcome.reason}")
                self._service.renew()
                renewed = True
                continue
            may_try = outcome.verdict is Verdict.UNSENT or (
                outcome.verdict is Verdict.DOUBTFUL and self._policy.duplicate_answer is not None)
            if outcome.is_final or not may_try or not self._wait(attempt, outcome.wait):
                break
            attempt += 1
        if outcome.verdict is Verdict.UNSENT:
            self._give_up(delivery.number, outcome.reason, is_out_of_reach=True)
        else:
            self._settled(delivery, outcome)

    def _attempt(self, delivery: Delivery, content: _Content) -> Outcome:
        """Sends once, and writes down before and after what that means for the letter."""
        was_doubtful = self._journal.standing(delivery) is Standing.DOUBTFUL
        transaction = str(uuid.uuid4())
        self._keep_rate()
        self._journal.write("intent", delivery, transaction)
        try:
            outcome = self._service.send(delivery.form, content.xml, transaction, content.recipient)
        except (Trouble, Denied) as error:
            outcome = Outcome(Verdict.UNSENT, str(error))
        if was_doubtful:
            outcome = self._in_light_of_doubt(outcome)
        self._journal.write(
            outcome.verdict.value, delivery, transaction, status=outcome.status, reason=outcome.reason or None,
            transmission=outcome.transmission, advice=outcome.advice)
        return outcome

    def _in_light_of_doubt(self, outcome: Outcome) -> Outcome:
        """What an answer proves of a letter that may have arrived before."""
        if outcome.verdict is Verdict.SENT:
            return outcome
        pattern = self._policy.duplicate_answer
        if outcome.verdict is Verdict.REFUSED and pattern is not None and pattern.search(outcome.reason):
            return Outcome(
                Verdict.SENT, status=outcome.status, advice=f"it had arrived before: {outcome.reason}")
        # Nothing that happens to a second attempt takes the doubt from the first, and a refusal may say just that.
        return dataclasses.replace(
            outcome, verdict=Verdict.DOUBTFUL, reason=f"in doubt before; sent again: {outcome.reason}",
            is_final=outcome.verdict is Verdict.REFUSED)

    def _settled(self, delivery: Delivery, outcome: Outcome) -> None:
        self._out_of_reach = 0
        standing = self._journal.standing(delivery)
        if standing is Standing.SENT:
            self._tally.sent[delivery.form] += 1
            return
        kept = self._tally.refused if standing is Standing.REFUSED else self._tally.doubtful
        kept.append(delivery.number)
        self._tell(f"record {delivery.number}: {standing.value}: {outcome.reason}")
        self._refusals += 1
        if self._refusals >= self._policy.limit_refusals:
            raise _End(f"{self._policy.limit_refusals} letters are refused or in doubt")

    def _give_up(self, number: int, reason: str, is_out_of_reach: bool) -> None:
        self._tally.unsent.append(number)
        self._tell(f"record {number}: not sent: {reason}")
        self._out_of_reach += is_out_of_reach
        if self._out_of_reach >= OUT_OF_REACH:
            self._tally.is_shut_out = True
            raise _End(f"the service was out of reach for {OUT_OF_REACH} letters in a row")

    def _asked(self, question: Callable[[], Answer]) -> Answer:
        """Asks, and asks again with new tokens or after a while.

        Raises Trouble or Denied with the last answer.
        """
        attempt, renewed = 0, False
        while True:
            try:
                return question()
            except Denied:
                if renewed:
                    raise
                self._service.renew()
                renewed = True
            except Trouble as trouble:
                if not trouble.again or not self._wait(attempt, 0):
                    raise
                attempt += 1

    def _wait(self, attempt: int, asked: float) -> bool:
        """Waits before another attempt: twice as long each time, by chance up to the whole of it, since others who
        were turned away wait too. False where the run is to end, or this was the last attempt.
        """
        if attempt + 1 >= self._policy.attempts:
            return False
        longest = min(self._policy.backoff * 2**attempt, 60)
        return not self._stop.wait(asked + random.uniform(longest / 2, longest))

    def _keep_rate(self) -> None:
        now = time.monotonic()
        if self._next_request > now:
            time.sleep(self._next_request - now)
        self._next_request = max(now, self._next_request) + (1 / self._policy.rate if self._policy.rate else 0)


def read(delivery: Delivery) -> _Content:
    """A letter's file, which holds what the manifest and the package's classes say.

    Raises OSError, BadManifest or NotTheForm.
    """
    xml = delivery.read()
    if delivery.form == "memo":
        header = check_memo(xml).messageHeader
        content, own = _Content(xml, header.recipient.recipientID, header.recipient.idType), header.messageUUID
    else:
        letter = check_forsendelse(xml)
        own = letter.afsendelse_identifikator.value if letter.afsendelse_identifikator else ""
        to = letter.forsendelse_modtager and letter.forsendelse_modtager.afsendelse_modtager
        number = to and (to.cpr_nummer_identifikator or to.cvr_nummer_identifikator)
        content = _Content(xml, number.value if number else "", "")
    if own.lower() != delivery.uuid:
        raise NotTheForm("the UUID in it is not the one of the manifest")
    return content
