"""Runs of letters as `letterpdf merge --memo --forsendelse --route` leaves them, made without it."""
import base64
import datetime
import hashlib
import json
import os
import pathlib
import random
import subprocess
import sys
import uuid
from xml.etree import ElementTree

from python_serviceplatformen.models import message, physical_mail, xml_util
from xsdata.formats.dataclass.serializers import XmlSerializer
from xsdata.formats.dataclass.serializers.config import SerializerConfig

import judging

SENDER = "12345674"
ROUTES = ("auto", "auto", "digital", "print", "both")
_serializer = XmlSerializer(config=SerializerConfig(xml_declaration=False))


def cpr(number):
    """A number of the form of a CPR number, for a record."""
    return f"{number % 28 + 1:02}{number % 12 + 1:02}{number // 336 % 100:02}{(number * 7919 + 4000) % 10000:04}"


def memo(number, pdf, recipient, kind="CPR"):
    """A message with a letter, and its UUID."""
    own = str(uuid.uuid5(uuid.NAMESPACE_URL, f"memo/{number}/{hashlib.sha256(pdf).hexdigest()}"))
    made = message.Message(
        messageHeader=message.MessageHeader(
            messageType="DIGITALPOST", messageUUID=own, label=f"Afgørelse nr. {number} & »mere«",
            sender=message.Sender(senderID=SENDER, idType="CVR", label="Ålborg Prøve"),
            recipient=message.Recipient(recipientID=recipient, idType=kind),
            contentData=message.ContentData(caseID=message.CaseID(caseID=f"SAG-{number}", caseSystem="Prøve"))),
        messageBody=message.MessageBody(
            createdDateTime=datetime.datetime(2024, 3, 11, 12), mainDocument=message.MainDocument(
                mainDocumentID=f"DOK-{number}", files=(message.File(
                    encodingFormat="application/pdf", filename=f"Brev {number} på æøå.pdf", language="da",
                    content=base64.b64encode(pdf).decode()),))))
    return own, ElementTree.tostring(xml_util.dataclass_to_xml(made), encoding="unicode").encode()


def forsendelse(number, pdf):
    """A letter for remote print, and its UUID."""
    own = str(uuid.uuid5(uuid.NAMESPACE_URL, f"print/{number}/{hashlib.sha256(pdf).hexdigest()}"))
    made = physical_mail.create_physical_mail(265, pdf)
    made.afsendelse_identifikator.value = own
    address = made.forsendelse_modtager.modtager_adresse
    address.person_name = physical_mail.PersonName(value=f"Søren Prøve {number}")
    address.street_name = physical_mail.StreetName(value="Prøvevej")
    address.street_building_identifier = physical_mail.StreetBuildingIdentifier(value=str(number % 999 + 1))
    address.post_code_identifier = physical_mail.PostCodeIdentifier(value="9000")
    return own, _serializer.render(made, ns_map={"fjernprint": "urn:oio:fjernprint:1.0.0"}).encode()


def make(folder, count, routes=ROUTES, seed=1):
    """Writes a run of so many records into a folder; where its manifest is."""
    chance = random.Random(seed)
    with open(folder / "manifest.jsonl", "w", encoding="utf-8") as manifest:
        for number in range(1, count + 1):
            shelf = f"{(number - 1) // 1000 + 1:04}"
            pdf = b"%PDF-1.7\n" + chance.randbytes(chance.randint(1000, 30000))
            route, recipient = chance.choice(routes), cpr(number)
            deliveries = []
            for form, (own, xml), name in (
                    ("memo", memo(number, pdf, recipient), "memo"), ("forsendelse", forsendelse(number, pdf), "print")):
                if route in ("digital", "print") and (form == "memo") != (route == "digital"):
                    continue
                file = f"{name}/{shelf}/{number:07}.xml"
                (folder / file).parent.mkdir(parents=True, exist_ok=True)
                (folder / file).write_bytes(xml)
                deliveries.append({"form": form, "file": file, "bytes": len(xml),
                                   "sha256": hashlib.sha256(xml).hexdigest(), "uuid": own})
            pdf_file = folder / shelf / f"{number:07}.pdf"
            pdf_file.parent.mkdir(exist_ok=True)
            pdf_file.write_bytes(pdf)
            manifest.write(json.dumps({
                "number": number, "id": str(number), "status": "done", "file": f"{shelf}/{number:07}.pdf", "pages": 1,
                "sha256": hashlib.sha256(pdf).hexdigest(), "title": f"Afgørelse nr. {number} & »mere«",
                "case-id": f"SAG-{number}", "document-id": f"DOK-{number}", "route": route, "deliveries": deliveries,
                "record": "0" * 64, "diagnostics": []}, ensure_ascii=False) + "\n")
    return folder


def merge(folder, count, routes=ROUTES, seed=1):
    """A run of the program itself, which the judge finds no fault in."""
    chance = random.Random(seed)
    (folder / "letter.md").write_text("""---
layout: fjernprint
date: 2026-03-11
case-id: "SAG-{{id}}"
document-id: "DOK-{{id}}"
subject: Afgørelse & »mere«
to: ["{{name}}", "{{street}}", 9000 Aalborg]
opening: Kære {{name}}
closing: Med venlig hilsen
signatures: [Anna Prøve]
delivery: {cpr: "{{cpr}}"}
---
Du får {{id}} kr.
""", "utf-8")
    (folder / "sender.yaml").write_text(
        f'cvr: "{SENDER}"\nlabel: Ålborg Prøve\ncase-system: Prøve\nprint: {{type: 265, user: letterpdf}}\n', "utf-8")
    (folder / "records.csv").write_text("id;name;street;cpr;route\n" + "".join(
        f"{number};Søren Prøve {number};Prøvevej {number % 999 + 1};{cpr(number)};{chance.choice(routes)}\n"
        for number in range(1, count + 1)), "utf-8")
    made = subprocess.run(
        [pathlib.Path(os.environ["LETTERPDF_PROGRAM"]).resolve(), "merge", "letter.md", "--recipients", "records.csv",
         "-o", "out", "--memo", "memo", "--forsendelse", "print", "--sender", "sender.yaml", "--route", "route",
         "--quiet", *sys.argv[4:]], cwd=folder, capture_output=True, text=True, check=False)
    if made.returncode:
        sys.exit(f"runs: the program ends with {made.returncode}: {made.stderr}")
    # A folder of a run takes nothing else; the sender works in it.
    judge = judging.Judge(folder / "out")
    if judge.run() or not all(judge.counts.values()):
        sys.exit(f"runs: {judge.faults[:5]} in {judge.counts}")
    return folder / "out"
