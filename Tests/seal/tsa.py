"""Runs a command beside a time-stamp authority of its own.

usage: .venv/bin/python Tests/seal/tsa.py FOLDER FAULT COMMAND …

The folder holds tsa.key and tsa.pem. In the command, TSA stands for the authority's address. FAULT is none, or
what it does wrong: refuse, other (stamps something else), stale (leaves the number of the request out), forged,
noise, error (HTTP 500); large is no fault, but holds fifteen thousand bytes of certificates. Time stamps are made
by `openssl ts`. Ends as the command does.
"""
import http.server
import pathlib
import subprocess
import sys
import tempfile
import threading

CONFIGURATION = """
[tsa]
serial = {folder}/serial
default_policy = 1.2.3.4.1
digests = sha256
accuracy = secs:1
signer_digest = sha256
ess_cert_id_alg = sha256
"""
REFUSAL = bytes.fromhex("3019 3017 020102 3012 0c10") + b"come another day"


def openssl(*arguments):
    subprocess.run(["openssl", "ts", *arguments], check=True, capture_output=True)


def certificates(folder):
    """A file of many certificates, none of them of use."""
    made = b""
    for number in range(40):
        made += subprocess.run(
            ["openssl", "req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:P-256", "-nodes",
             "-keyout", str(folder / "key"), "-subj", f"/CN=Nr. {number}"],
            check=True, capture_output=True).stdout
    (folder / "more.pem").write_bytes(made)
    return ["-chain", str(folder / "more.pem")]


def answer(request, fault, keys):
    with tempfile.TemporaryDirectory() as name:
        folder = pathlib.Path(name)
        (folder / "tsa.conf").write_text(CONFIGURATION.format(folder=name))
        (folder / "serial").write_text("01\n")
        query, reply = folder / "query", folder / "reply"
        query.write_bytes(request)
        if fault == "other":
            openssl("-query", "-digest", "00" * 32, "-sha256", "-cert", "-out", str(query))
        if fault == "stale":
            digest = request[request.index(b"\x04\x20") + 2:][:32].hex()
            openssl("-query", "-digest", digest, "-sha256", "-cert", "-no_nonce", "-out", str(query))
        more = certificates(folder) if fault == "large" else []
        openssl("-reply", *more, "-config", str(folder / "tsa.conf"), "-section", "tsa", "-queryfile", str(query),
                "-inkey", str(keys / "tsa.key"), "-signer", str(keys / "tsa.pem"), "-out", str(reply))
        made = reply.read_bytes()
        return made[:-1] + bytes([made[-1] ^ 1]) if fault == "forged" else made


def handler(fault, keys):
    class Authority(http.server.BaseHTTPRequestHandler):
        def do_POST(self):
            request = self.rfile.read(int(self.headers["Content-Length"]))
            assert self.headers["Content-Type"] == "application/timestamp-query"
            fixed = {"refuse": REFUSAL, "noise": b"no time stamp"}
            body = fixed.get(fault) or answer(request, fault, keys)
            self.send_response(500 if fault == "error" else 200)
            self.send_header("Content-Type", "application/timestamp-reply")
            self.send_header("Content-Length", str(len(body)))
            self.end_headers()
            self.wfile.write(body)

        def log_message(self, *_):
            pass

    return Authority


def main():
    if len(sys.argv) < 4:
        sys.exit(__doc__)
    keys, fault, command = pathlib.Path(sys.argv[1]), sys.argv[2], sys.argv[3:]
    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler(fault, keys))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    address = f"http://127.0.0.1:{server.server_port}/"
    return subprocess.run([word.replace("TSA", address) for word in command]).returncode


sys.exit(main())
