"""judging: whether the messages of a run are what Digital Post and remote print take; tells what is not.

usage: judging FOLDER [--sample N]   a run of `letterpdf merge --memo --forsendelse`; every message, or each N-th
       judging --prove               finds planted faults in a run, and none in what the package's classes can say

A message is read strictly into the classes of python-serviceplatformen, is the same canonical XML when the package writes
it, keeps the schemas in Docs/schema, holds the PDF of the run byte for byte, or one for print with the same words, under a
name that Digital Post takes, and keeps the service's limits. The manifest tells of it as it is, and of no recipient's number.
"""
import base64
import hashlib
import json
import pathlib
import re
import sys

import pypdfium2
from lxml import etree
from python_serviceplatformen.models import xml_util

ROOT = pathlib.Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT / "Integrations/digital-post"))

from letterpdf_send.canonical import NotTheForm  # noqa: E402
from letterpdf_send.forsendelse import check_forsendelse  # noqa: E402
from letterpdf_send.memo import check_memo  # noqa: E402

SCHEMAS = {form: etree.XMLSchema(etree.parse(ROOT / f"Docs/schema/{form}.xsd")) for form in ("memo", "forsendelse")}
LARGEST = 99_500_000   # retsinformation.dk, R0710 183321; before or after base64 is unverified, so the file is held to it
MOST_ATTACHMENTS = 10
# digitaliser.dk, in force 10 September 2025
NOT_IN_NAMES = re.compile("[<>:\"/\\\\|?*\r\n\u00a0\u2000-\u200a\u2028\u205f\u2060\u3000]")
ENDINGS = {"application/pdf": ".pdf", "text/html": ".html", "text/plain": ".txt", "application/xml": ".xml"}
UUID = re.compile(r"[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}")
MEMO, PRINT = "memo", "forsendelse"


class Judge:
    """Looks at a run and keeps what it finds."""

    def __init__(self, folder):
        self.folder = pathlib.Path(folder)
        self.faults = []
        self.counts = {MEMO: 0, PRINT: 0}
        self.recipients = set()

    def find(self, number, what):
        """Notes a fault of a record."""
        self.faults.append(f"record {number}: {what}")

    def run(self, step=1):
        """Looks at each step-th record that has messages."""
        text = (self.folder / "manifest.jsonl").read_text("utf-8")
        seen = set()
        for line in map(json.loads, text.splitlines()):
            deliveries = line.get("deliveries") or []
            if line["status"] != "done":
                if deliveries:
                    self.find(line["number"], "a record at fault has messages")
                continue
            for one in deliveries:
                if (one["form"], one["uuid"].lower()) in seen:
                    self.find(line["number"], "its UUID is another's too")
                seen.add((one["form"], one["uuid"].lower()))
            if line["number"] % step == 0 or step == 1:
                self.record(line, deliveries)
        told = self.recipients & set(re.findall(r"\d+", text))
        if told:
            self.faults.append(f"the manifest tells {len(told)} recipients' numbers")
        return self.faults

    def record(self, line, deliveries):
        """Looks at the messages of one record."""
        number = line["number"]
        forms = [one["form"] for one in deliveries]
        wanted = {"digital": [MEMO], "print": [PRINT]}.get(line.get("route"), [MEMO, PRINT])
        if "route" in line and sorted(forms) != sorted(wanted):
            self.find(number, f"its route is {line['route']}, and it has {forms}")
        pdf = (self.folder / line["file"]).read_bytes() if line.get("file") else None
        for one in deliveries:
            xml = (self.folder / one["file"]).read_bytes()
            if len(xml) != one["bytes"] or hashlib.sha256(xml).hexdigest() != one["sha256"]:
                self.find(number, f"its {one['form']} is not the file that the manifest tells of")
            if len(xml) > LARGEST:
                self.find(number, f"its {one['form']} has {len(xml)} bytes")
            if not UUID.fullmatch(one["uuid"].lower()):
                self.find(number, "its UUID is none")
            self.counts[one["form"]] += 1
            try:
                {MEMO: self.memo, PRINT: self.print}[one["form"]](line, one, xml, pdf)
            except NotTheForm as error:
                self.find(number, f"{one['form']}: {error}")

    def schema(self, number, form, xml):
        """Holds a message to our own schema; its tree."""
        tree = etree.fromstring(xml, etree.XMLParser(huge_tree=True, resolve_entities=False))
        if not SCHEMAS[form].validate(tree):
            for error in SCHEMAS[form].error_log:
                # The words of libxml2 hold values.
                self.find(number, f"the schema of {form}, line {error.line}: {error.type_name} at {error.path}")
        return tree

    def memo(self, line, one, xml, pdf):
        """Looks at a message of Digital Post."""
        number = line["number"]
        message = check_memo(xml)
        tree = self.schema(number, MEMO, xml)
        # With prefixes, for the service is said to know these alone.
        its = etree.fromstring(xml_util.dataclass_to_xml_string(message).encode(), etree.XMLParser(huge_tree=True))
        if exclusive(tree) != exclusive(its):
            self.find(number, "memo: the canonical XML has other prefixes than the package writes")
        header, body = message.messageHeader, message.messageBody
        self.recipients.add(header.recipient.recipientID)
        if header.messageUUID.lower() != one["uuid"].lower():
            self.find(number, "memo: its UUID is not the manifest's")
        if line.get("title") is not None and header.label != line["title"]:
            self.find(number, "memo: its label is not the title")
        case = header.contentData and header.contentData.caseID
        if case and case.caseID != line.get("case-id"):  # A sender without a case system sends none.
            self.find(number, "memo: its case is not the Sags ID")
        if body is None:
            return self.find(number, "memo: it has no body")
        if body.mainDocument.mainDocumentID != line.get("document-id"):
            self.find(number, "memo: its document is not the Dok. ID")
        more = [*(body.additionalDocuments or ()), *(body.technicalDocuments or ())]
        if sum(len(document.files) for document in more) > MOST_ATTACHMENTS:
            self.find(number, f"memo: it has more than {MOST_ATTACHMENTS} attachments")
        for document in (body.mainDocument, *more):
            for file in document.files:
                self.file(number, file)
        main = body.mainDocument.files[0]
        if main.encodingFormat != "application/pdf":
            self.find(number, "memo: its first file is no PDF")
        self.content(number, MEMO, main.content, line, pdf)

    def file(self, number, file):
        """Looks at a file within a message."""
        if NOT_IN_NAMES.search(file.filename) or not file.filename.strip() or file.filename.startswith("."):
            self.find(number, "memo: a file has a name that Digital Post refuses")
        if not file.filename.lower().endswith(ENDINGS.get(file.encodingFormat, "")):
            self.find(number, f"memo: a file of {file.encodingFormat} has another ending")
        try:
            if not base64.b64decode(file.content, validate=True):
                self.find(number, "memo: a file is empty")
        except ValueError:
            self.find(number, "memo: a file is no base64")

    def print(self, line, one, xml, pdf):
        """Looks at a letter for remote print."""
        number = line["number"]
        letter = check_forsendelse(xml)
        tree = self.schema(number, PRINT, xml)
        if any(element.prefix != "fjernprint" for element in tree.iter("{urn:oio:fjernprint:1.0.0}*")):
            self.find(number, "forsendelse: an element has another prefix than fjernprint, which clients say is wanted")
        if letter.afsendelse_identifikator.value.lower() != one["uuid"].lower():
            self.find(number, "forsendelse: its identifier is not the manifest's")
        if letter.filformat_navn.value.lower() != "pdf":
            self.find(number, "forsendelse: its file is said to be no PDF")
        to = letter.forsendelse_modtager and letter.forsendelse_modtager.afsendelse_modtager
        cpr = to and to.cpr_nummer_identifikator
        if cpr and cpr.value != "0000000000":
            self.find(number, "forsendelse: it tells the recipient's CPR number")
        self.content(number, PRINT, letter.meddelelse_indhold_data.value, line, pdf)

    def content(self, number, form, text, line, pdf):
        """Holds the letter in a message to the one of the run."""
        try:
            content = base64.b64decode(text, validate=True)
        except ValueError:
            return
        if not content.startswith(b"%PDF-"):
            self.find(number, f"{form}: its letter is no PDF")
        if form == PRINT and pdf is not None and content != pdf:
            # Made for print, it has other bytes, and has to have the same words.
            if words(content) != words(pdf) or not words(pdf):
                self.find(number, f"{form}: its PDF is not the one of the run, and has not its words")
        elif pdf is not None and content != pdf:
            self.find(number, f"{form}: its PDF is not the one of the run")
        if form == MEMO and line.get("sha256") and hashlib.sha256(content).hexdigest() != line["sha256"]:
            self.find(number, f"{form}: its PDF is not the one that the manifest tells of")


def require(fact, told):
    """Ends with a reason where something is not so."""
    if not fact:
        sys.exit(f"judging: {told}")


def words(pdf):
    """The words of a PDF, in their order; none where it cannot be read."""
    try:
        document = pypdfium2.PdfDocument(pdf)
    except pypdfium2.PdfiumError:
        return []
    return [word for page in document for word in page.get_textpage().get_text_bounded().split()]


def exclusive(tree):
    """Exclusive canonical XML without indentation."""
    for element in tree.iter():
        if len(element):
            element.text = None
        if element is not tree:
            element.tail = None
    return etree.tostring(tree, method="c14n", exclusive=True)


def main(arguments):
    """Judges a run; the exit code."""
    if arguments == ["--prove"]:
        import proving
        return proving.prove()
    step = int(arguments[2]) if arguments[1:2] == ["--sample"] else 1
    judge = Judge(arguments[0])
    for fault in judge.run(step)[:50]:
        print(fault)
    print(f"{judge.counts[MEMO]} messages, {judge.counts[PRINT]} letters for print, {len(judge.faults)} faults")
    return 1 if judge.faults or not sum(judge.counts.values()) else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
