"""Faults planted in runs, one each, which the judge has to find; and messages with all that there is, which it may not."""
import base64
import dataclasses
import datetime
import hashlib
import json
import pathlib
import tempfile
import types
import typing

from python_serviceplatformen.models import message, physical_mail, xml_util
from xsdata.formats.dataclass.serializers import XmlSerializer

import judging
import runs
from letterpdf_send.forsendelse import check_forsendelse
from letterpdf_send.memo import check_memo

PDF = base64.b64encode(b"%PDF-1.7\nx").decode()
# Values of a form of their own; any other text is a word.
VALUES = {
    "messageUUID": "8C2EA15D-61FB-4BA9-9366-42F8B194C114", "replyUUID": "8c2ea15d-61fb-4ba9-9366-42f8b194c114",
    "reservationUUID": "8c2ea15d-61fb-4ba9-9366-42f8b194c115", "encodingFormat": "application/pdf",
    "filename": "Brev på æøå, § 12.pdf", "language": "da", "content": PDF, "url": "https://example.dk/?a=1&b=2"}

# What is changed in a memo or a letter for print, and what the judge has to say of it.
PLANTED = {
    "memo": [
        (">DIGITALPOST<", ">Digitalpost<", "messageType has no value"), (' memoVersion="1.2"', "", "attributes"),
        ("memo:caseSystem", "memo:casesystem", "CaseID has no caseSystem"), (".pdf<", ".doc<", "another ending"),
        ("Brev 2 på", "Brev 2: på", "a name that Digital Post refuses"), (">da<", ">dan<", "SCHEMAV_CVC_PATTERN_VALID"),
        ("på æøå.pdf", "på\u2009æøå.pdf", "a name that Digital Post refuses"), ("T12:00:00Z", "T12:00:00", "no value"),
        ("application/pdf", "text/plain", "no PDF"), ("DOK-2", "DOK-3", "Dok. ID"), ("SAG-2", "SAG-1", "Sags ID"),
        ("<memo:label>Afg", "<memo:label>Avg", "not the title"), ("memo:", "m:", "other prefixes"),
        ("<memo:Recipient>", "<memo:Recipient><memo:label>x</memo:label>", "Recipient has no recipientID"),
        ("JVBERi", "JVBERj", "no PDF"), ("<memo:content>", "<memo:content>Å", "no base64"),
        ("<memo:messageUUID>", "<memo:messageUUID>0", "SCHEMAV_CVC_PATTERN_VALID"),
        ("<memo:label>Ål", "<memo:label>" + "x" * 256 + "Ål", "SCHEMAV_CVC_MAXLENGTH_VALID")],
    "forsendelse": [
        ("Prøvevej", "P" * 41, "StreetName is longer than 40"), (">9000<", ">900<", "PostCodeIdentifier is not of its pattern"),
        ("pdf<", "doc<", "said to be no PDF"), ("0000000000", "0101011234", "the recipient's CPR number"),
        ("fjernprint", "f", "another prefix"), (">265<", ">265b<", "xsdata finds"), ('"iso3166-alpha2"', '"iso"', "xsdata finds"), ("JVBERi", "JVBERj", "no PDF"),
        ("JVBERi0xLjcK", "JVBERi0xLjYK", "not its words"), ("PersonName", "PersonNavn", "xsdata finds")],
}


def filled(cls):
    """An object of a class of MeMo with every field there is, several times where it may be."""
    values = {}
    for field in dataclasses.fields(cls):
        kind = typing.get_type_hints(cls)[field.name]
        if typing.get_origin(kind) in (typing.Union, types.UnionType):
            kind = next(one for one in typing.get_args(kind) if one is not type(None))
        many = typing.get_origin(kind) is tuple
        kind = typing.get_args(kind)[0] if many else kind
        values[field.name] = (value(kind, field.name),) * 2 if many else value(kind, field.name)
    return cls(**values)


def value(kind, name):
    """A value of a kind."""
    if dataclasses.is_dataclass(kind):
        return filled(kind)
    if typing.get_origin(kind) is typing.Literal:
        return typing.get_args(kind)[-1]
    return {bool: False, datetime.datetime: datetime.datetime(2024, 3, 11, 1, 2, 3),
            datetime.date: datetime.date(2024, 2, 29)}.get(kind, VALUES.get(name, "Æ < & > »x«  y"))


def prints():
    """Letters for print in the forms that they may have."""
    made = physical_mail
    country = made.CountryIdentificationCode(value="DK", scheme=made.CountryIdentificationSchemeType.ISO3166_ALPHA2)
    name = made.PersonName(value="Søren Prøve")
    letter = made.create_physical_mail(265, b"%PDF-1.7\nx")
    parts = made.ModtagerAdresse(
        person_name=name, co_navn=made.CoNavn(value="c/o"), street_name=made.StreetName(value="Prøvevej"),
        street_building_identifier=made.StreetBuildingIdentifier(value="12B"),
        floor_identifier=made.FloorIdentifier(value="ST"), suite_identifier=made.SuiteIdentifier(value="th"),
        post_code_identifier=made.PostCodeIdentifier(value="9000"), country_identification_code=country)
    lines = made.ModtagerAdresse(
        person_name=name, postal_address_first_line_text=made.PostalAddressFirstLineText(value="Prøvevej 1"),
        postal_address_second_line_text=made.PostalAddressSecondLineText(value="9000 Aalborg"),
        country_identification_code=country)
    enclosure = made.Bilag(
        bilag_navn=made.BilagNavn(value="Bilag 1"), filformat_navn=made.FilformatNavn(value="pdf"),
        bilag_sorterings_indeks_identifikator=made.BilagSorteringsIndeksIdentifikator(value=1),
        vedhaeftning_indhold_data=made.VedhaeftningIndholdData(value=b"%PDF-1.7\ny"))
    printing = made.PrintParametre(
        simplex_duplex_kode=made.SimplexDuplexKode(value=made.SimplexDuplexKodeType.DUPLEX),
        farve_shkode=made.FarveSHKode(value=made.FarveShkodeType.SH),
        kuvert_type_kode=made.KuvertTypeKode(value=made.KuvertTypeKodeType.C5))
    post = made.PostParametre(post_kategori_kode=made.PostKategoriKode(value=made.PostKategoriKodeType.PRIORITAIRE))
    title = made.DokumentParametre(titel_tekst=made.TitelTekst(value="Afgørelse"))
    letter.forsendelse_modtager.modtager_adresse = parts
    yield letter
    letter.forsendelse_modtager.modtager_adresse = lines
    yield letter
    yield dataclasses.replace(
        letter, print_parametre=printing, post_parametre=post, dokument_parametre=title,
        bilag_samling=made.BilagSamling(bilag=[enclosure, enclosure]))


def judged(change, form):
    """What is found in a run whose second record was changed."""
    with tempfile.TemporaryDirectory() as scratch:
        folder = pathlib.Path(scratch)
        runs.make(folder, 2, routes=("both",))
        manifest = folder / "manifest.jsonl"
        lines = manifest.read_text("utf-8").splitlines()
        line = json.loads(lines[1])
        one = next(one for one in line["deliveries"] if one["form"] == form)
        file = folder / one["file"]
        xml = change(file.read_text("utf-8")).encode()
        file.write_bytes(xml)
        one |= {"bytes": len(xml), "sha256": hashlib.sha256(xml).hexdigest()}
        manifest.write_text("\n".join([lines[0], json.dumps(line)]) + "\n", "utf-8")
        return judging.Judge(folder).run()


def prove():
    """The exit code: 0 where every fault is found and nothing else."""
    faults = judged(lambda text: text, "memo")
    wrong = [f"a run without faults has {faults}"] if faults else []
    count = 0
    for form, planted in PLANTED.items():
        for was, becomes, said in planted:
            def change(text, was=was, becomes=becomes):
                judging.require(was in text, was)
                if was == "fjernprint":
                    text = text.replace("urn:oio:fjernprint", "urn:oio:FJERN").replace(was, becomes)
                    return text.replace("urn:oio:FJERN", "urn:oio:fjernprint")
                if was == "memo:":
                    text = text.replace("xmlns:memo=", "xmlns:m=")
                return text.replace(was, becomes)
            found = judged(change, form)
            count += 1
            if not any(said in fault and fault.startswith("record 2: ") for fault in found):
                wrong.append(f"{was} as {becomes}: {found}")
    letter = filled(message.Message)
    texts = {"memo": [xml_util.dataclass_to_xml_string(letter)],
             "forsendelse": [XmlSerializer().render(one) for one in prints()]}
    for form, check in (("memo", check_memo), ("forsendelse", check_forsendelse)):
        for text in texts[form]:
            check(text.encode())
            judge = judging.Judge(".")
            judge.schema(0, form, text.encode())
            wrong += judge.faults
    for one in wrong:
        print(one)
    print(f"{count} planted faults, {len(wrong)} not found or wrong")
    return 1 if wrong else 0
