"""Makes PDFs as other programs write them, for seals to be put over.

usage: .venv/bin/python Tests/seal/foreign.py LETTER.pdf KEY.pem CERTIFICATE.pem FOLDER

Files that can be sealed: table.pdf (a table of places), linear.pdf, form.pdf (fields of its own, its lists as
objects), inner.pdf (a form within the catalogue), bare.pdf (no identifier), signed.pdf (pyHanko's own),
open.pdf (certified, and may be signed). Those
that cannot: locked.pdf, owned.pdf (encrypted, opens for all), certified.pdf (no change allowed), xfa.pdf,
broken.pdf, cut.pdf.
"""
import pathlib
import sys

import pikepdf
from pikepdf import Array, Dictionary, Name
from pyhanko.pdf_utils.incremental_writer import IncrementalPdfFileWriter
from pyhanko.sign import fields, signers


def field(pdf, **more):
    return pdf.make_indirect(Dictionary(
        Type=Name.Annot, Subtype=Name.Widget, FT=Name.Tx, T="Seal", F=2, Rect=Array([0, 0, 0, 0]), **more))


def form(letter, path, isApart):
    with pikepdf.open(letter) as pdf:
        one = field(pdf)
        page = pdf.pages[0].obj
        named = Array([one])
        listed = Array([*page.get("/Annots", []), one])
        made = Dictionary(Fields=pdf.make_indirect(named) if isApart else named, DA="/Helv 0 Tf 0 g")
        page.Annots = pdf.make_indirect(listed) if isApart else listed
        pdf.Root.AcroForm = pdf.make_indirect(made) if isApart else made
        pdf.save(path)


def sign(letter, key, certificate, path, **more):
    with open(letter, "rb") as file, open(path, "wb") as out:
        signers.sign_pdf(
            IncrementalPdfFileWriter(file),
            signers.PdfSignatureMetadata(field_name="Other", md_algorithm="sha256", **more),
            signer=signers.SimpleSigner.load(key, certificate), output=out)


def main():
    letter, key, certificate, folder = sys.argv[1], sys.argv[2], sys.argv[3], pathlib.Path(sys.argv[4])
    with pikepdf.open(letter) as pdf:
        pdf.save(folder / "table.pdf", object_stream_mode=pikepdf.ObjectStreamMode.disable)
        pdf.save(folder / "linear.pdf", linearize=True)
        pdf.save(folder / "locked.pdf", encryption=pikepdf.Encryption(owner="a", user="b"))
        pdf.save(folder / "owned.pdf", encryption=pikepdf.Encryption(owner="a", user=""))
        pdf.Root.AcroForm = Dictionary(Fields=Array(), XFA="x")
        pdf.save(folder / "xfa.pdf")
    form(letter, folder / "form.pdf", True)
    form(letter, folder / "inner.pdf", False)
    table = (folder / "table.pdf").read_bytes()
    start, end = table.rindex(b"/ID"), table.rindex(b"]", 0, table.rindex(b"startxref"))
    (folder / "bare.pdf").write_bytes(table[:start] + b" " * (end + 1 - start) + table[end + 1:])
    sign(letter, key, certificate, folder / "signed.pdf")
    sign(letter, key, certificate, folder / "certified.pdf", certify=True,
         docmdp_permissions=fields.MDPPerm.NO_CHANGES)
    sign(letter, key, certificate, folder / "open.pdf", certify=True,
         docmdp_permissions=fields.MDPPerm.FILL_FORMS)
    (folder / "cut.pdf").write_bytes(table[:len(table) // 2])
    place = table.rindex(b"startxref") + 10
    (folder / "broken.pdf").write_bytes(table[:place] + b"99" + table[place + 2:])


main()
