"""A service of one test's own, on a free port of this machine."""
import json
import os
import pathlib
import re
import signal
import socket
import subprocess
import threading

ROOT = pathlib.Path(__file__).resolve().parents[2]
PROGRAM = ROOT / os.environ.get("LETTERPDF_SERVER", ".build-server/release/letterpdf-server")
LETTER = "---\nlayout: kl\ndate: 2024-03-11\nsubject: Prøve\n---\n\nKære alle\n".encode()
MARKDOWN = {"Content-Type": "text/markdown"}


class Service:
    """Runs from `with` to its end, when it must have ended with 0."""

    def __init__(self, *options, program=PROGRAM, resources=ROOT):
        self.command = [program, "--port", "0", *map(str, options)]
        if resources:
            self.command += ["--resources", resources]
        self.log = []

    def __enter__(self):
        self.process = subprocess.Popen(self.command, stderr=subprocess.PIPE, text=True)
        first = self.process.stderr.readline()
        found = re.fullmatch(r"letterpdf-server: listens on (\S+):(\d+)\n", first)
        assert found, first + self.process.stderr.read()
        self.host, self.port = found[1], int(found[2])
        self.reader = threading.Thread(target=lambda: self.log.extend(self.process.stderr))
        self.reader.start()
        return self

    def __exit__(self, kind, *_):
        if self.process.poll() is None:
            self.process.send_signal(signal.SIGTERM)
        try:
            status = self.process.wait(60)
        except subprocess.TimeoutExpired:
            self.process.kill()
            raise
        finally:
            self.reader.join()
        assert kind is not None or status == 0, f"the service ended with {status}"

    @property
    def url(self):
        return f"http://{self.host}:{self.port}"

    def connect(self):
        """A connection on which bytes can be sent as they are."""
        connection = socket.create_connection((self.host, self.port))
        connection.settimeout(60)
        return connection

    def lines(self):
        """The lines of the log, once the service has ended."""
        return [json.loads(line) for line in self.log if line.startswith("{")]


def rest(connection):
    """All that comes until the other side closes."""
    pieces = []
    while True:
        try:
            piece = connection.recv(65536)
        except ConnectionResetError:
            break
        if not piece:
            break
        pieces.append(piece)
    return b"".join(pieces)


def problem(answer, status, kind):
    """Sees that an answer is a problem of a kind; gives its members."""
    assert answer.status_code == status, (answer.status_code, answer.text)
    assert answer.headers["Content-Type"] == "application/problem+json"
    members = answer.json()
    assert members["type"] == f"urn:letterpdf:problem:{kind}", members
    assert members["status"] == status and members["requestId"] == answer.headers["X-Request-Id"]
    return members
