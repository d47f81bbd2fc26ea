"""sending: the sender of Integrations/digital-post against the stand-in, killed again and again.

usage: sending once COUNT [--merged ...]   the letters are made by the program LETTERPDF_PROGRAM, and judged, or by ourselves
       sending doubt COUNT
"""
import hashlib
import json
import os
import pathlib
import random
import re
import subprocess
import sys
import tempfile
import time

import runs
from standin import FAULTS, StandIn, enclosed, opened, registered

ROOT = pathlib.Path(__file__).resolve().parents[2]
SEND = ROOT / "Integrations/digital-post/send.py"


def require(fact, told):
    """Ends with a reason where something is not so."""
    if not fact:
        sys.exit(f"sending: {told}")


class Bench:
    """A run, the stand-in and the sender between them."""

    def __init__(self, folder, count, routes=runs.ROUTES, make=runs.make, **standin):
        self.folder = folder / "run"
        self.folder.mkdir()
        self.folder = make(self.folder, count, routes)
        manifest = (self.folder / "manifest.jsonl").read_text("utf-8")
        self.letters = [json.loads(line) for line in manifest.splitlines()]
        self.standin = StandIn(folder, **standin)
        self.heard = ""

    def begin(self, *options, certificate=None):
        """Starts the sender."""
        environment = dict(
            os.environ, HTTPS_PROXY=self.standin.address, NO_PROXY="", REQUESTS_CA_BUNDLE=str(self.standin.trusted),
            PYTHONDONTWRITEBYTECODE="1")
        # Where nothing is slow on purpose, nobody is late on a machine that is busy.
        timeout = "1.5" if self.standin.faults else "60"
        return subprocess.Popen(
            [sys.executable, SEND, self.folder, "--cvr", runs.SENDER, "--certificate",
             certificate or self.standin.client, "--rate", "100000", "--timeout", timeout, "--backoff", "0.01",
             "--limit-refusals", "100000", *options],
            env=environment, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)

    def end(self, process):
        """Waits for the sender; its exit code and words."""
        out, err = process.communicate(timeout=300)
        self.heard += out + err
        return process.returncode, out + err

    def send(self, *options, **more):
        """Runs the sender to its end."""
        return self.end(self.begin(*options, **more))

    def kill_after(self, process, requests, seconds):
        """Kills the sender a while after so many more requests; false where it ended before."""
        standin = self.standin
        with standin.lock:
            goal = standin.requests + requests
            while standin.requests < goal and process.poll() is None:
                standin.lock.wait(0.05)
        time.sleep(seconds)
        alive = process.poll() is None
        process.kill()
        self.end(process)
        return alive

    def expected(self):
        """What should arrive: form, UUID and the PDF's SHA-256."""
        wanted = []
        for line in self.letters:
            route = line["route"]
            if route == "auto":
                route = "digital" if registered(self.recipient(line)) else "print"
            for one in line["deliveries"]:
                if route in ("both", "digital" if one["form"] == "memo" else "print"):
                    own, pdf = opened(one["form"], enclosed(one["form"], (self.folder / one["file"]).read_bytes()))
                    wanted.append((one["form"], own, hashlib.sha256(pdf).hexdigest()))
        return wanted

    def recipient(self, line):
        """The recipient's number, which stands in a message alone; None in a letter for print."""
        for one in line["deliveries"]:
            if one["form"] == "memo":
                return re.search(r"<memo:recipientID>(\d+)<", (self.folder / one["file"]).read_text("utf-8"))[1]
        return None

    def journal(self):
        """The lines of the journal."""
        text = (self.folder / "sending-test.jsonl").read_text("utf-8")
        return [json.loads(line) for line in text.splitlines()]

    def require_discretion(self):
        """Nobody's number was told or written down."""
        text = self.heard + (self.folder / "sending-test.jsonl").read_text("utf-8")
        words = set(re.findall(r"\d+", text))
        told = [line["number"] for line in self.letters if self.recipient(line) in words]
        require(not told and "0101011234" not in text, f"the numbers of records {told[:5]} are told")
        require("cprNumber" not in text, "an address of the lookup is told")


def killed(bench, times, *options):
    """Sends, is killed so many times at random moments, and goes on to the end; code and words of the last."""
    chance = random.Random(7)
    total = len(bench.letters)
    for time_ in range(times):
        process = bench.begin(*options)
        share = chance.randint(total // times // 2, total // times)
        require(bench.kill_after(process, share, chance.random() * 0.03), f"the sender ended before kill {time_ + 1}")
    return bench.send(*options)


def once(count, make=runs.make):
    """The service knows what it has had: each letter arrives once, whatever happens."""
    with tempfile.TemporaryDirectory() as scratch:
        bench = Bench(pathlib.Path(scratch), count, make=make)
        with bench.standin as standin:
            code, words = killed(bench, 10, "--duplicate-answer", "^409 .*used already")
            for _ in range(5):
                if code == 0:
                    break
                code, words = bench.send("--duplicate-answer", "^409 .*used already")
            require(code == 0, f"the sender ends with {code}: {words}")
            require(not standin.breaches, f"the sender did what none may: {standin.breaches[:3]}")
            require(sorted(standin.accepted) == sorted(bench.expected()), "not every letter arrived once, as it was")
            require(count < 500 or set(standin.happened) == {None, *FAULTS}, f"some faults did not happen: {standin.happened}")
            asked = standin.requests
            code, words = bench.send("--duplicate-answer", "^409 .*used already")
            require(code == 0 and standin.requests == asked, "a run that is sent is sent again")
            bench.require_discretion()
            lines = bench.journal()
            intents = [line["transaction"] for line in lines if line["event"] == "intent"]
            require(len(set(intents)) == len(intents), "a transaction's id was used twice")
            sent = [(line["form"], line["uuid"]) for line in lines if line["event"] == "sent"]
            require(sorted(sent) == sorted(one[:2] for one in bench.expected()), "the journal tells otherwise")
            print(f"{len(standin.accepted)} deliveries of {count} letters arrived once; {len(intents)} tries, "
                  f"{standin.duplicates} refused as there already; {dict(standin.happened)}")


def doubt(count):
    """The service takes what it is given: nothing is sent twice, and what may have arrived is put before a person."""
    with tempfile.TemporaryDirectory() as scratch:
        bench = Bench(pathlib.Path(scratch), count, detects_duplicates=False)
        with bench.standin as standin:
            code, words = killed(bench, 3)
            code, words = bench.send()
            require(code == 3 and "in doubt" in words, f"the sender ends with {code}: {words}")
            arrived = {one[:2] for one in standin.accepted}
            require(len(arrived) == len(standin.accepted), "a letter was sent twice")
            last = {(line["form"], line["uuid"]): line for line in bench.journal()}
            doubtful = {key: line["number"] for key, line in last.items() if line["event"] in ("intent", "doubtful")}
            missing = {one[:2] for one in bench.expected()} - arrived
            require(missing <= set(doubtful), "a letter is missing that nobody is told of")
            require(set(doubtful) & arrived, "the plan put no letter that arrived into doubt")
            listed = {int(word) for word in re.search(r"in doubt: .*: records ([\d ]+)", words)[1].split()}
            require(listed == set(doubtful.values()), "other letters are listed than are in doubt")
            asked = standin.requests
            bench.send()
            require(standin.requests == asked, "a letter in doubt was asked for")
            # A person looks at the service and says what arrived; the rest is sent on request.
            there = {number for key, number in doubtful.items() if key in arrived}
            numbers = there - {number for key, number in doubtful.items() if key in missing}
            require(bench.send("--arrived", *map(str, sorted(numbers)))[0] == 0, "--arrived does not take them")
            standin.faults = {}
            code, words = bench.send("--retry-doubtful")
            require(code == 0, f"the sender ends with {code}: {words}")
            require(sorted(standin.accepted) == sorted(bench.expected()), "not every letter arrived once, as it was")
            require(not standin.breaches, f"the sender did what none may: {standin.breaches[:3]}")
            bench.require_discretion()
            print(f"{len(standin.accepted)} deliveries of {count} letters arrived once; {len(doubtful)} were in doubt, "
                  f"{len(missing)} of them had not arrived")


if __name__ == "__main__":
    if sys.argv[3:4] == ["--merged"]:
        once(int(sys.argv[2]), runs.merge)
    else:
        {"once": once, "doubt": doubt}[sys.argv[1]](int(sys.argv[2]))
