"""behaviour: what the sender does where something is not as it should be, one fact after the other.

usage: behaviour
"""
import base64
import contextlib
import json
import os
import pathlib
import re
import signal
import sys
import tempfile
from unittest import mock

import runs
from sending import ROOT, Bench, require

sys.path.insert(0, str(ROOT / "Integrations/digital-post"))

from letterpdf_send.canonical import canonical, parse  # noqa: E402
from letterpdf_send.forsendelse import check_forsendelse  # noqa: E402
from letterpdf_send.memo import check_memo  # noqa: E402
from letterpdf_send.scrub import scrub  # noqa: E402
from python_serviceplatformen import digital_post  # noqa: E402
from python_serviceplatformen.authentication import KombitAccess  # noqa: E402


@contextlib.contextmanager
def bench(count=3, **standin):
    """A run of a few letters, and a service without faults."""
    with tempfile.TemporaryDirectory() as scratch:
        made = Bench(pathlib.Path(scratch), count, **{"faults": {}} | standin)
        with made.standin:
            yield made
            require(not made.standin.breaches, made.standin.breaches)


def the_request_is_that_of_the_package():
    with bench(4, detects_duplicates=False) as one:
        one.standin.keeps_bodies = True
        require(one.send()[0] == 0, one.heard)
        ours, one.standin.bodies = one.standin.bodies, []
        proxy = {"HTTPS_PROXY": one.standin.address, "NO_PROXY": "", "REQUESTS_CA_BUNDLE": str(one.standin.trusted)}
        with mock.patch.dict(os.environ, proxy):
            access = KombitAccess(runs.SENDER, str(one.standin.client), test=True)
            for form, body in ours:
                if form == "memo":
                    digital_post.send_message("Digital Post", check_memo(raw(body, b"<memo:Message", b"</kombi")), access)
                else:
                    letter = check_forsendelse(raw(body, b"<fjernprint:ForsendelseI ", b"</fjernprint:"))
                    digital_post.send_physical_mail(letter, access)
        require(len(ours) > 3 and {form for form, _ in ours} == {"memo", "forsendelse"}, "too few requests")
        for (form, mine), (_, its) in zip(ours, one.standin.bodies, strict=True):
            require(canonical(parse(mine)) == canonical(parse(its)), f"the request with a {form} is another")


def raw(body, begin, end):
    """A letter's own bytes in a request."""
    return body[body.index(begin):body.rindex(end)]


def a_stranger_is_told_and_sends_nothing():
    with bench() as one:
        code, words = one.send("--attempts", "1", certificate=one.standin.stranger)
        require(code == 1 and "out of reach" in words, words)
        require(not one.standin.accepted and one.journal() == [], "something was sent")


def another_authority_gets_no_token():
    with bench() as one:
        code, words = one.send("--cvr", "87654321")
        require(code == 1 and "status 400" in words and one.journal() == [], words)


def a_service_that_is_away_leaves_no_doubt():
    with bench() as one:
        one.standin.address = "http://127.0.0.1:9"
        code, words = one.send("--attempts", "2")
        require(code == 1 and "out of reach for 3 letters" in words and one.journal() == [], words)


def a_refusal_is_kept_and_not_tried_again():
    with bench(5, refuses=lambda own: True) as one:
        code, words = one.send("--limit-refusals", "2")
        require(code == 3 and "ended early: 2 letters" in words and "********** has no mailbox" in words, words)
        asked = one.standin.requests
        code, words = one.send("--limit-refusals", "2")
        require(code == 3 and not one.standin.accepted and "refused: 4" in words, words)
        require(one.standin.requests > asked, "the others were not tried")
        one.require_discretion()


def two_senders_do_not_work_at_once():
    with bench(30) as one:
        first = one.begin("--rate", "5")
        with one.standin.lock:
            while not one.standin.accepted:
                one.standin.lock.wait(0.05)
        code, words = one.send()
        require(code == 1 and "another sender is at work" in words, words)
        first.send_signal(signal.SIGTERM)
        code, words = one.end(first)
        require(code == 143, f"it ended with {code}: {words}")
        require(one.journal()[-1]["event"] == "sent", "it left a letter in doubt")
        require(one.send()[0] == 0 and sorted(one.standin.accepted) == sorted(one.expected()), one.heard)


def a_torn_line_is_forgotten_and_a_strange_one_is_not():
    with bench() as one:
        require(one.send("--limit", "1")[0] == 0 and len(one.standin.accepted) >= 1, one.heard)
        journal = one.folder / "sending-test.jsonl"
        whole = journal.read_bytes()
        journal.write_bytes(whole + b'{"at": "2026-11-22T0\xc3')
        require(one.send()[0] == 0 and journal.read_bytes().startswith(whole), one.heard)
        require(sorted(one.standin.accepted) == sorted(one.expected()), "not every letter arrived once")
        journal.write_bytes(whole + b"{}\n")
        code, words = one.send()
        require(code == 1 and "line 3 of sending-test.jsonl" in words, words)


def a_file_that_is_not_the_run_s_is_not_sent():
    with bench() as one:
        line = json.loads((one.folder / "manifest.jsonl").read_text("utf-8").splitlines()[1])
        for delivery in line["deliveries"]:
            file = one.folder / delivery["file"]
            file.write_bytes(file.read_bytes().replace(b"9000", b"9001").replace(b"SAG-", b"Sag-"))
        for options in (["--dry-run"], []):
            code, words = one.send(*options)
            require(code == 3 and "record 2" in words and "not the one that the manifest tells of" in words, words)
        own = {delivery["uuid"] for delivery in line["deliveries"]}
        require(own.isdisjoint(key for _, key, _ in one.standin.accepted) and one.standin.accepted, "it was sent")


def a_run_made_anew_is_not_a_second_letter():
    with bench() as one:
        require(one.send()[0] == 0, one.heard)
        manifest = one.folder / "manifest.jsonl"
        text = manifest.read_text("utf-8")
        manifest.write_text(re.sub('"uuid": "........', '"uuid": "00000000', text), "utf-8")
        code, words = one.send()
        require(code == 1 and "was sent with other content" in words, words)


def a_manifest_that_breaks_off_sends_nothing():
    with bench() as one:
        manifest = one.folder / "manifest.jsonl"
        manifest.write_text(manifest.read_text("utf-8")[:-40], "utf-8")
        code, words = one.send()
        require(code == 1 and "line 3 of manifest.jsonl" in words and not one.standin.requests, words)


def two_records_with_one_message_are_one_letter():
    with bench() as one:
        lines = [json.loads(line) for line in (one.folder / "manifest.jsonl").read_text("utf-8").splitlines()]
        lines[2]["deliveries"], lines[2]["route"] = lines[0]["deliveries"], lines[0]["route"]
        (one.folder / "manifest.jsonl").write_text("".join(json.dumps(line) + "\n" for line in lines), "utf-8")
        for options in (["--dry-run"], []):
            code, words = one.send(*options)
            require(code == 3 and "record 3" in words and "the same as that of record 1" in words, words)
        require(len(one.standin.accepted) == len(set(one.standin.accepted)) >= 2, "other letters arrived")


def a_dry_run_asks_nobody():
    with bench() as one:
        code, words = one.send("--dry-run")
        require(code == 0 and not one.standin.requests, words)
        require(sorted(path.name for path in one.folder.glob("sending*")) == [], "it left a journal")


def without_a_certificate_nothing_begins():
    with bench() as one:
        missing = one.send(certificate="/nowhere.pem")
        require(missing[0] == 1 and "the certificate cannot be read" in missing[1], missing)
        (one.folder / "bad.pem").write_text("no certificate")
        require(one.send(certificate=one.folder / "bad.pem")[0] == 1, one.heard)
        require(one.send("--rate", "fast")[0] == 2 and one.send("--limit", "0")[0] == 2, one.heard)


def a_shift_back_of_a_message_is_found():
    own, xml = runs.memo(1, b"%PDF-1.7", runs.cpr(1))
    for was, becomes in (
            (b"<memo:idType>CPR<", b"<memo:idType>PNR<"), (b'"1.2"', b'"1.1"'), (b"memo:language", b"memo:tongue"),
            (b"T12:00:00Z", b"T12:00:00+01:00"), (b"<memo:MessageBody>", b"<!-- --><memo:MessageBody>"),
            (b"<memo:Sender>", b"<memo:Sender> x "), (b"<memo:label>", b'<memo:label xml:lang="da">'),
            (b"<memo:CaseID>", b"<memo:CaseID/><memo:CaseID>"), (b"2024-03-11", b"2024-02-31")):
        require(was in xml, was)
        try:
            check_memo(xml.replace(was, becomes, 1))
        except Exception as error:  # pylint: disable=broad-except
            require(type(error).__name__ == "NotTheForm", repr(error))
        else:
            require(False, f"{becomes} is not noticed")
    check_memo(xml.replace(b"><memo:", b">\n  <memo:"))
    require(base64.b64encode(b"%PDF-1.7") in xml and own.encode() in xml, "the run is another")


def numbers_are_kept_to_oneself():
    for text, clean in (
            ("cprNumber=0101011234&x", "cprNumber=**********&x"), ("010101-1234", "**********"),
            ("(010101 1234)", "(**********)"), ("id 0b0e7c2a-1111-4000-8000-010101123456", None),
            ("12345674 asks", "******** asks"), ("amount 12345678901", None)):
        require(scrub(text, "12345674") == (clean or text), scrub(text))


if __name__ == "__main__":
    facts = [value for name, value in list(globals().items()) if callable(value) and "_" in name and value.__module__ ==
             "__main__" and name not in ("contextlib",)]
    for fact in facts:
        fact()
        print(fact.__name__.replace("_", " "))
