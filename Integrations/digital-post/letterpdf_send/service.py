"""The requests of SF1601, and what an answer, or none, proves.

Tokens and the lookup of registrations are python-serviceplatformen's own. Its send_message and send_physical_mail are
not used, for three reasons: they make the transaction id themselves and tell it afterwards, so that it cannot be on
the disk before; they wait for ten seconds, which is little for 99.5 MB; and they take each answer of status 200 for
a success, though KombiPostAfsend says `Result` false in such an answer. The request here is theirs to the element, around
the bytes of the file; only the declaration of an encoding called utf8, which is none, is left out.
"""
import contextlib
import enum
import re
import urllib.parse
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime, timezone
from email.utils import parsedate_to_datetime
from typing import Any, Literal
from xml.etree import ElementTree

import requests
from python_serviceplatformen import digital_post
from python_serviceplatformen.authentication import KombitAccess
from python_serviceplatformen.date_helper import format_datetime

from .canonical import local_name
from .manifest import Form
from .scrub import scrub

SEND_ENTITY = "http://entityid.kombit.dk/service/kombipostafsend/1"
PATHS: dict[Form, str] = {
    "memo": "service/KombiPostAfsend_1/memos", "forsendelse": "service/KombiPostAfsend_1/kombi"}
ENVELOPES: dict[Form, tuple[bytes, bytes]] = {
    "memo": (b"<kombi_request><KombiValgKode>Digital Post</KombiValgKode>", b"</kombi_request>"),
    "forsendelse": (
        b"<kombi_request><KombiValgKode>Fysisk Post</KombiValgKode>"
        b'<fjernprint:ForsendelseISamling xmlns:fjernprint="urn:oio:fjernprint:1.0.0">',
        b"</fjernprint:ForsendelseISamling></kombi_request>")}
DECLARATION = re.compile(rb"\s*<\?xml[^>]*\?>\s*")


class Verdict(enum.Enum):
    """What is proved by what came back."""

    SENT = "sent"          # it was accepted
    REFUSED = "refused"    # it was not, and will not be
    UNSENT = "unsent"      # it was not, and may be another time
    DOUBTFUL = "doubtful"  # it went out whole, and nothing is proved


@dataclass(frozen=True)
class Outcome:
    """What became of a request."""

    verdict: Verdict
    reason: str = ""
    status: int | None = None
    transmission: str | None = None
    advice: str | None = None
    wait: float = 0
    access_is_refused: bool = False
    is_final: bool = False  # another attempt would come to the same


class Trouble(Exception):
    """The service does not answer a question; another time it may."""

    def __init__(self, told: str, again: bool):
        super().__init__(told)
        self.again = again  # whether it is worth another try at once


class Denied(Exception):
    """The service does not let this caller in: a certificate, an agreement or a number is not right."""


class Body:
    """The body of a request, which knows how much of it was taken: less than all is no request."""

    def __init__(self, *parts: bytes):
        self._parts = [memoryview(part) for part in parts]
        self._length = sum(map(len, parts))
        self.taken = 0

    def __len__(self) -> int:
        return self._length

    def __iter__(self) -> Iterator[bytes]:
        return iter(lambda: self.read(1 << 16), b"")

    @property
    def went_out(self) -> bool:
        """Whether the service may have all of it."""
        return self.taken == self._length

    def read(self, size: int = -1) -> bytes:
        """The next bytes, of one part at most."""
        while self._parts and not self._parts[0]:
            self._parts.pop(0)
        if not self._parts:
            return b""
        size = len(self._parts[0]) if size < 0 else size
        piece, self._parts[0] = bytes(self._parts[0][:size]), self._parts[0][size:]
        self.taken += len(piece)
        return piece


def request_body(form: Form, xml: bytes) -> Body:
    """A message or letter within the request of KombiPostAfsend, its bytes as they are.

    Serviceplatformen's own users found that it wants the prefixes of the official examples, so nothing writes the
    XML anew.
    """
    xml = xml.removeprefix(b"\xef\xbb\xbf")
    declaration = DECLARATION.match(xml)
    before, after = ENVELOPES[form]
    return Body(before, xml[declaration.end():] if declaration else xml, after)


class Service:
    """SF1601 in one environment, asked as one authority."""

    def __init__(self, cvr: str, certificate: str, environment: Literal["test", "prod"], timeout: float):
        self._arguments = cvr, certificate, environment == "test"
        self._timeout = timeout
        self._access = KombitAccess(*self._arguments)

    def renew(self) -> None:
        """Forgets the tokens, which the package keeps until they expire."""
        self._access = KombitAccess(*self._arguments)

    def prove_access(self) -> None:
        """Gets a token.

        Raises Trouble or Denied.
        """
        self._token()

    def _token(self) -> str:
        with _asking("for a token"):
            return str(self._access.get_access_token(SEND_ENTITY))

    def is_registered(self, identifier: str) -> bool:
        """Whether a person or a company has Digital Post.

        Raises Trouble or Denied; their words do not hold the number, which the package puts into the address.
        """
        with _asking("whether a recipient is registered"):
            answer: Any = digital_post.is_registered(identifier, "digitalpost", self._access)
        if type(answer) is not bool:
            raise Trouble("the lookup of registrations answers neither true nor false", again=False)
        return answer

    def send(self, form: Form, xml: bytes, transaction: str, *numbers: str) -> Outcome:
        """Sends one letter, once.

        The reason that comes back is without the recipient's numbers.
        Raises Trouble or Denied where there is no token, so that nothing went out.
        """
        headers = {
            "X-TransaktionsId": transaction, "X-TransaktionsTid": format_datetime(datetime.now(timezone.utc)),
            "authorization": self._token(), "Content-Type": "application/xml"}
        body = request_body(form, xml)
        try:
            # A connection of its own for each request: one that was kept may die under a letter.
            response = requests.post(
                urllib.parse.urljoin(self._access.environment, PATHS[form]), headers=headers, data=body,
                cert=self._access.cert_path, timeout=(10, self._timeout), allow_redirects=False)
            return _judged(response, *numbers)
        except requests.RequestException as error:
            if body.went_out:
                return Outcome(Verdict.DOUBTFUL, f"there was no answer ({type(error).__name__})")
            return Outcome(Verdict.UNSENT, f"the service was not reached ({type(error).__name__})")


def _judged(response: requests.Response, *numbers: str) -> Outcome:
    status = response.status_code
    answer = _Answer(response.text)
    words = scrub(f"{status} {answer.words or response.reason or ''}", *numbers)
    if 200 <= status < 300:
        if answer.result is True:
            return Outcome(
                Verdict.SENT, status=status, transmission=answer.transmission and scrub(answer.transmission),
                advice=scrub(answer.words, *numbers) or None)
        if answer.result is False:
            return Outcome(Verdict.REFUSED, words, status)
        return Outcome(Verdict.DOUBTFUL, f"{status}, and the answer is no kombi_response", status)
    if status in (401, 403):
        return Outcome(Verdict.UNSENT, words, status, access_is_refused=True)
    if status in (429, 503):
        return Outcome(Verdict.UNSENT, words, status, wait=_wait(response.headers.get("Retry-After")))
    if status >= 500 or status == 408:
        return Outcome(Verdict.DOUBTFUL, words, status)
    return Outcome(Verdict.REFUSED, words, status)


class _Answer:
    """A kombi_response, as other clients of the service read it: Result, TransmissionID and words of advice."""

    def __init__(self, text: str):
        self.result: bool | None = None
        self.transmission: str | None = None
        self.words = ""
        try:
            root = ElementTree.fromstring(text.encode("utf-8"))
        except (ElementTree.ParseError, ValueError):
            self.words = text
            return
        values = {local_name(one): (one.text or "").strip() for one in root.iter()}
        if local_name(root) == "kombi_response":
            self.result = {"true": True, "false": False, "1": True, "0": False}.get(values.get("Result", "").lower())
        self.transmission = values.get("TransmissionID") or None
        said = [text for key, text in values.items() if text and key not in ("Result", "TransmissionID")]
        self.words = " ".join(said)


def _wait(header: str | None) -> float:
    """The seconds that Retry-After asks for, at most five minutes."""
    if not header:
        return 0
    try:
        seconds = float(header)
    except ValueError:
        try:
            seconds = (parsedate_to_datetime(header) - datetime.now(timezone.utc)).total_seconds()
        except (ValueError, TypeError):
            return 0
    return min(max(seconds, 0), 300)


@contextlib.contextmanager
def _asking(what: str) -> Iterator[None]:
    """Turns what the package raises into words of our own: its errors hold addresses with numbers of persons."""
    try:
        yield
    except Exception as error:
        # The package wraps what the token services answer into a ValueError; without a token no letter goes.
        is_for_token = isinstance(error.__cause__, requests.HTTPError)
        answer = error.__cause__ if is_for_token else error
        if isinstance(answer, requests.HTTPError) and answer.response is not None:
            status = answer.response.status_code
            told = f"the service was asked {'for a token' if is_for_token else what}: status {status}"
            again = status >= 500 or status in (408, 429)
            if status in (401, 403) or is_for_token and not again:
                raise Denied(told) from None
            raise Trouble(told, again) from None
        is_ours = isinstance(error, OSError) and not isinstance(error, requests.RequestException)
        if is_ours or str(error) == "Error parsing certificate":
            raise Denied("the certificate cannot be read") from None
        raise Trouble(f"the service was asked {what}: {type(error).__name__}", again=True) from None
