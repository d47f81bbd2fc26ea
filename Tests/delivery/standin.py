"""A stand-in of Serviceplatformen on loopback, for a client that knows nothing of it.

It is a proxy for HTTPS: who asks it for one of the service's hosts talks to the stand-in instead, over TLS with a
certificate of that host's name, and has to show a certificate too. What the client runs is thus what runs in a
municipality, down to the addresses. Any other host is refused, so that nothing leaves the machine.

What it answers is what users of the service wrote down (python-serviceplatformen and other clients of SF1601): tokens,
the lookup of registrations, and `kombi_response` with Result, TransmissionID and Advis. Nobody who wrote this has seen
the service itself answer. It fails on purpose, by a plan drawn from a seed.
"""
import base64
import collections
import hashlib
import http.server
import json
import random
import re
import socketserver
import ssl
import threading
import time
import urllib.parse
import uuid
from xml.etree import ElementTree

from authority import Authority

TOKENS = "n2adgangsstyring.eksterntest-stoettesystemerne.dk"
SERVICE = "exttest.serviceplatformen.dk"
MEMO = "{https://DigitalPost.dk/MeMo-1}"
PRINT = "{urn:oio:fjernprint:1.0.0}"
DKAL = "{urn:oio:dkal:1.0.0}"
ENTITIES = {"post": "http://entityid.kombit.dk/service/kombipostafsend/1",
            "ask": "http://entityid.kombit.dk/service/postforespoerg/1"}
UUID = re.compile(r"[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}")

# What goes wrong with a letter, and how often in a thousand requests. What happens after the letter was accepted is
# what a sender must not take for a failure.
FAULTS = {
    "answer lost": 15, "slow answer": 5, "accepted, 500": 12, "accepted, 504": 8, "accepted, no XML": 4,
    "closed early": 12, "500": 12, "503": 15, "429": 15, "token is old": 4}


def registered(identifier):
    """Whether the stand-in has a mailbox for somebody."""
    return int(hashlib.sha256(identifier.encode()).hexdigest(), 16) % 3 != 0


class StandIn:
    """The service, in threads of this process."""

    def __init__(self, folder, seed=1, detects_duplicates=True, faults=FAULTS, refuses=lambda uuid: False):
        self.seed, self.detects_duplicates, self.faults, self.refuses = seed, detects_duplicates, faults, refuses
        authority = Authority("Authority of the stand-in")
        self.trusted = authority.write(folder / "authority.pem")
        self.client = authority.issue(folder / "system.pem", "A system of a municipality")
        self.stranger = Authority("Another authority").issue(folder / "stranger.pem", "A stranger")
        self.tls = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        self.tls.load_cert_chain(authority.issue(folder / "service.pem", "The stand-in", [TOKENS, SERVICE]))
        self.tls.load_verify_locations(self.trusted)
        self.tls.verify_mode = ssl.CERT_REQUIRED
        self.lock = threading.Condition()
        self.accepted = []      # (form, UUID, SHA-256 of the PDF), in the order of their coming
        self._had = set()
        self.duplicates = 0     # letters refused because they were there
        self.tries = collections.Counter()
        self.happened = collections.Counter()
        self.breaches = []      # what no client may do
        self.requests = 0
        self.tokens = {}
        self.bodies = []        # requests with letters as they came, where they are kept
        self.keeps_bodies = False
        self._server = _Proxy(("127.0.0.1", 0), _Connection)
        self._server.standin = self
        self.address = f"http://127.0.0.1:{self._server.server_address[1]}"

    def __enter__(self):
        threading.Thread(target=self._server.serve_forever, args=(0.05,), daemon=True).start()
        return self

    def __exit__(self, *_):
        self._server.shutdown()
        self._server.server_close()

    def count(self):
        """Notes that something happened, for whoever waits for it."""
        with self.lock:
            self.requests += 1
            self.lock.notify_all()

    def breach(self, what):
        """Notes what no client may do."""
        with self.lock:
            self.breaches.append(what)

    def chance(self, *key):
        """The same draw for the same things."""
        return random.Random("/".join(map(str, (self.seed, *key))))

    def fault(self, own):
        """What goes wrong with this try of a letter."""
        with self.lock:
            self.tries[own] += 1
            chance = self.chance(own, self.tries[own])
        names = list(self.faults)
        return chance.choices([None, *names], [1000 - sum(self.faults.values()), *self.faults.values()])[0]

    def accept(self, form, own, pdf):
        """Takes a letter; false where it is there already and that is looked at."""
        with self.lock:
            if self.detects_duplicates and (form, own) in self._had:
                self.duplicates += 1
                return False
            self._had.add((form, own))
            self.accepted.append((form, own, hashlib.sha256(pdf).hexdigest()))
            return True


class _Proxy(socketserver.ThreadingTCPServer):
    allow_reuse_address, daemon_threads, request_queue_size = True, True, 64

    def handle_error(self, request, client_address):
        pass  # A client that was killed leaves connections behind.


class _Connection(socketserver.BaseRequestHandler):
    """One CONNECT and the requests within it."""

    def handle(self):
        asked = b""
        while not asked.endswith(b"\r\n\r\n"):
            piece = self.request.recv(1)  # Not a byte of what comes after it.
            if not piece:
                return
            asked += piece
        method, target, _ = asked.split(b"\r\n")[0].decode().split(" ")
        host = target.removesuffix(":443")
        if method != "CONNECT" or host not in (TOKENS, SERVICE):
            self.server.standin.breach(f"{method} of another host")
            return self.request.sendall(b"HTTP/1.1 403 Forbidden\r\nContent-Length: 0\r\n\r\n")
        self.request.sendall(b"HTTP/1.1 200 OK\r\n\r\n")
        with self.server.standin.tls.wrap_socket(self.request, server_side=True) as secure:
            secure.settimeout(20)
            _Requests(secure, self.client_address, self.server)


class _Broken(Exception):
    """The connection ends here, without an answer."""


class _Requests(http.server.BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    disable_nagle_algorithm = True  # or each answer waits 40 ms for an acknowledgement

    @property
    def standin(self):
        return self.server.standin

    def log_message(self, *_):
        pass

    def answer(self, status, body, kind="application/json", **headers):
        self.send_response(status)
        for name, value in (("Content-Type", kind), ("Content-Length", str(len(body))), *headers.items()):
            self.send_header(name.replace("_", "-"), value)
        self.end_headers()
        self.wfile.write(body)

    def answer_kombi(self, status, result, advice, **headers):
        transmission = f"<TransmissionID>{uuid.uuid4()}</TransmissionID>" if result else ""
        self.answer(status, (
            f"<kombi_response><Result>{str(result).lower()}</Result>{transmission}<HovedoplysningerSvarREST>"
            f"<SvarReaktion><Advis><AdvisId>0</AdvisId><AdvisTekst>{advice}</AdvisTekst></Advis></SvarReaktion>"
            "</HovedoplysningerSvarREST></kombi_response>").encode(), "application/xml", **headers)

    def handle_one_request(self):
        try:
            super().handle_one_request()
        except _Broken:
            self.close_connection = True

    def do_GET(self):
        self.standin.count()
        url = urllib.parse.urlsplit(self.path)
        query = urllib.parse.parse_qs(url.query)
        if url.path != "/service/PostForespoerg_1/digitalpost" or len(query) != 1:
            return self.answer(404, b"{}")
        if not self.allowed(ENTITIES["ask"]):
            return self.answer(401, b"{}")
        (kind, (number,)), = query.items()
        if (kind, len(number)) not in (("cprNumber", 10), ("cvrNumber", 8)):
            self.standin.breach("a lookup without a number")
            return self.answer(400, b"{}")
        with self.standin.lock:
            self.standin.tries["ask", number] += 1
            draw = self.standin.chance("ask", number, self.standin.tries["ask", number]).random()
        if self.standin.faults and draw < 0.01:
            raise _Broken
        if self.standin.faults and draw < 0.02:
            # An answer that repeats the number, as a careless service does.
            return self.answer(500, f"no {number}".encode())
        self.answer(200, json.dumps({"result": registered(number)}).encode())

    def do_POST(self):
        self.standin.count()
        length = int(self.headers.get("Content-Length") or 0)
        if self.headers.get("Host") == TOKENS:
            return self.saml_token(json.loads(self.rfile.read(length)))
        if self.path == "/service/AccessTokenService_1/token":
            return self.access_token(urllib.parse.parse_qs(self.rfile.read(length).decode()))
        form = {"/service/KombiPostAfsend_1/memos": "memo", "/service/KombiPostAfsend_1/kombi": "forsendelse"}.get(
            self.path)
        if not form:
            return self.answer(404, b"")
        self.letter(form, length)

    def saml_token(self, asked):
        if asked["AnvenderKontekst"]["Cvr"] != "12345674" or len(base64.b64decode(asked["UseKey"])) < 200:
            return self.answer(400, b"{}")
        entity = asked["AppliesTo"]["EndpointReference"]["Address"]
        token = base64.b64encode(f"<Assertion>{entity}</Assertion>".encode()).decode()
        until = time.strftime("%m/%d/%Y %H:%M:%S", time.localtime(time.time() + 3600))
        self.answer(200, json.dumps({"RequestedSecurityToken": {"Assertion": token}, "Lifetime": until}).encode())

    def access_token(self, asked):
        entity = base64.b64decode(asked["saml-token"][0]).decode().removeprefix("<Assertion>").removesuffix("</Assertion>")
        with self.standin.lock:
            self.standin.tries["token"] += 1
            draw = self.standin.chance("token", self.standin.tries["token"]).random()
        if self.standin.faults and draw < 0.1:
            return self.answer(503, b"{}")
        token = str(uuid.uuid4())
        self.standin.tokens[token] = entity
        self.answer(200, json.dumps({"access_token": token, "token_type": "Holder-of-key", "expires_in": 3600}).encode())

    def allowed(self, entity):
        kind, _, token = (self.headers.get("authorization") or "").partition(" ")
        if not UUID.fullmatch(self.headers.get("X-TransaktionsId", "")) or not re.fullmatch(
                r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ", self.headers.get("X-TransaktionsTid", "")):
            self.standin.breach("a request without its transaction")
        return kind == "Holder-of-key" and self.standin.tokens.get(token) == entity

    def letter(self, form, length):
        """Takes one letter, or lets something go wrong."""
        content = self.rfile.read(length)
        if len(content) != length:
            raise _Broken  # The client died on the way.
        # The package declares `utf8`, which is no name of an encoding; expat refuses it, the service seems not to.
        content = content.removeprefix(b"<?xml version='1.0' encoding='utf8'?>\n")
        if self.standin.keeps_bodies:
            self.standin.bodies.append((form, content))
        if not self.allowed(ENTITIES["post"]):
            return self.answer_kombi(401, False, "the token is not known")
        try:
            own, pdf = opened(form, content)
        except (ElementTree.ParseError, ValueError, AttributeError) as error:
            self.standin.breach(f"a request that is none of {form}: {type(error).__name__} {error}")
            return self.answer_kombi(400, False, "the request cannot be read")
        fault = self.standin.fault(own)
        with self.standin.lock:
            self.standin.happened[fault] += 1
        if fault == "closed early":
            raise _Broken
        if fault == "token is old":
            self.standin.tokens.clear()
            return self.answer_kombi(401, False, "the token is old")
        if fault in ("500", "503", "429"):
            return self.answer_kombi(int(fault), False, "another time", Retry_After="0")
        if self.standin.refuses(own):
            return self.answer_kombi(200, False, "the recipient 0101011234 has no mailbox")
        is_new = self.standin.accept(form, own, pdf)
        self.standin.count()
        if fault == "slow answer":
            time.sleep(2.5)
        if fault in ("answer lost", "slow answer"):
            raise _Broken
        if fault in ("accepted, 500", "accepted, 504"):
            return self.answer_kombi(int(fault[-3:]), False, "something broke")
        if fault == "accepted, no XML":
            return self.answer(200, b"<html>", "text/html")
        if not is_new:
            return self.answer_kombi(409, False, "messageUUID is used already")
        self.answer_kombi(200, True, "accepted")


def enclosed(form, xml):
    """A request with a message, as short as it can be."""
    xml = xml.removeprefix(b'<?xml version="1.0" encoding="UTF-8"?>\n')
    if form == "memo":
        return b"<kombi_request><KombiValgKode>Digital Post</KombiValgKode>" + xml + b"</kombi_request>"
    return (b"<kombi_request><KombiValgKode>Fysisk Post</KombiValgKode><s:ForsendelseISamling xmlns:s='" +
            PRINT[1:-1].encode() + b"'>" + xml + b"</s:ForsendelseISamling></kombi_request>")


def opened(form, content):
    """The UUID and the PDF of a request, which has the form that the package gives it.

    Raises ValueError where it has not.
    """
    root = ElementTree.fromstring(content)
    if root.tag != "kombi_request" or len(root) != 2 or root[0].tag != "KombiValgKode":
        raise ValueError("no kombi_request")
    if form == "memo":
        if root[0].text != "Digital Post" or root[1].tag != f"{MEMO}Message" or b"<memo:Message " not in content:
            raise ValueError("no message")
        own = root[1].find(f"{MEMO}MessageHeader/{MEMO}messageUUID").text
        text = root[1].find(f"{MEMO}MessageBody/{MEMO}MainDocument/{MEMO}File/{MEMO}content").text
    else:
        if root[0].text != "Fysisk Post" or root[1].tag != f"{PRINT}ForsendelseISamling" or len(root[1]) != 1:
            raise ValueError("no letter for print")
        own = root[1][0].find(f"{PRINT}AfsendelseIdentifikator").text
        text = root[1][0].find(f"{DKAL}MeddelelseIndholdData").text
    return own.lower(), base64.b64decode(text, validate=True)
