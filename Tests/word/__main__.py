"""Writes a file of Word for the tests: word KIND FILE.

The kinds are the functions below, by their names.
"""
import io
import struct
import sys
import zipfile
import zlib

import docx
from docx.oxml import OxmlElement, parse_xml
from docx.oxml.ns import nsdecls, qn
from docx.shared import Cm, RGBColor


def png():
    """A red PNG of 40 by 20 pixels."""
    def chunk(kind, data):
        return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))

    rows = (b"\0" + b"\xc8\0\0" * 40) * 20
    return (b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", struct.pack(">IIBBBBB", 40, 20, 8, 2, 0, 0, 0))
            + chunk(b"IDAT", zlib.compress(rows)) + chunk(b"IEND", b""))


def letter():
    """A letter as an office writes it."""
    made = docx.Document()
    to = made.add_paragraph("Til Kommunalbestyrelserne")
    to.add_run().add_break()
    to.add_run("Att. borgmestrene")
    made.add_paragraph("Dato: 11. marts 2024")
    made.add_paragraph("Sagsnr.: SAG-2023-05223")
    made.add_paragraph("E-mail: HAAN@kl.dk")
    made.add_paragraph("Dialog om økonomi: \"2025\"", style="Title")
    made.add_paragraph("Kære borgmestre")
    text = made.add_paragraph("Den kommunale ")
    text.add_run("velfærdssektor").bold = True
    text.add_run(" står over for ")
    text.add_run("store").italic = True
    text.add_run(" opgaver, jf. § 3, stk. 2.")
    made.add_heading("Virtuelle stormøder", 1)
    made.add_paragraph("Mandag den 8. april", style="List Bullet")
    made.add_paragraph("Tirsdag den 9. april", style="List Bullet")
    made.add_heading("Tilmelding", 2)
    made.add_paragraph("Skriv til os", style="List Number")
    made.add_paragraph("Afvent svar", style="List Number")
    table = made.add_table(rows=3, cols=2)
    for row, cells in zip(table.rows, [("Post", "2025"), ("Drift", "1.250,50"), ("Anlæg|nyt", "300")]):
        for cell, words in zip(row.cells, cells):
            cell.text = words
    made.add_picture(io.BytesIO(png()), width=Cm(4))
    picture = made.inline_shapes[0]._inline.docPr
    picture.set("descr", "Et rødt felt")
    made.add_paragraph("Med venlig hilsen")
    made.add_paragraph("Martin Damm")
    made.add_paragraph("Formand")
    return made


def plain():
    """Text without a line that belongs into a head."""
    made = docx.Document()
    made.core_properties.modified = __import__("datetime").datetime(2025, 6, 1, 12)
    made.add_paragraph("Til orientering sendes hermed referatet fra mødet, som blev holdt i går.")
    made.add_paragraph("Med venlig hilsen")
    for words in ["Anna Holm", "Chefkonsulent", "Økonomi", "Direkte 33 70 34 58"]:
        made.add_paragraph(words)
    return made


def office():
    """A letter as a case worker writes it: a letterhead, an address of whom it is to, a bold subject."""
    made = docx.Document()
    head = made.add_paragraph("Vejby Kommune")
    for words in ["Torvet 1", "3210 Vejby", "Tlf. 48 70 00 00"]:
        head.add_run().add_break()
        head.add_run(words)
    for words in ["Bo Krag", "Lange Vej 7, 2. th.", "8000 Aarhus C", "Vejby, den 22. november 2026"]:
        made.add_paragraph(words)
    made.add_paragraph().add_run("Ny affaldsordning").bold = True
    made.add_paragraph("Kære Bo Krag,")
    made.add_paragraph("Du får en ny beholder.")
    return closed(made)


def closed(made):
    """Lists of two levels by their styles, a picture without words, and an ending of all there is."""
    for words, style in [("Et", ""), ("Under", " 2"), ("Under igen", " 2"), ("Dybt", " 3"), ("To", "")]:
        made.add_paragraph(words, style="List Bullet" + style)
    for words, style in [("Først", ""), ("Under", " 2"), ("Så", "")]:
        made.add_paragraph(words, style="List Number" + style)
    made.add_picture(io.BytesIO(png()), width=Cm(4))
    made.inline_shapes[0]._inline.docPr.attrib.pop("descr", None)
    made.add_paragraph("Med venlig hilsen")
    for words in ["Anna Holm", "Chefkonsulent", "Teknik og Miljø", "Bilag:", "Kort over ruten", "Kopi til: Cai Dam"]:
        made.add_paragraph(words)
    return made


def plainhead():
    """A letter with nothing above its salutation that is none of the head."""
    made = docx.Document()
    for words in ["Bo Krag", "Lange Vej 7", "8000 Aarhus C", "22. november 2026"]:
        made.add_paragraph(words)
    made.add_paragraph("Kære Bo Krag,")
    made.add_heading("Ny affaldsordning", 1)
    made.add_paragraph("Du får en ny beholder.")
    made.add_heading("Hvornår", 2)
    made.add_paragraph("Snart.")
    made.add_paragraph("Venlig hilsen,")
    for words in ["Anna Holm", "Telefon 48 70 00 01"]:
        made.add_paragraph(words)
    return made


def twoaddresses():
    """A letter whose sender has only an address above it."""
    made = docx.Document()
    for lines in [["Holm & Dam", "Torvet 1", "3210 Vejby"], ["Bo Krag", "Lange Vej 7", "8000 Aarhus C"]]:
        block = made.add_paragraph(lines[0])
        for words in lines[1:]:
            block.add_run().add_break()
            block.add_run(words)
    made.add_paragraph("Kære Bo Krag")
    made.add_paragraph("Du får en ny beholder.")
    return made


def marks():
    """Words that Markdown would read as marks."""
    made = docx.Document()
    made.add_paragraph("Dato: 11.03.2024")
    for words in [
        "# ikke en overskrift", "- ikke et punkt", "1. ikke et punkt", "12) heller ikke",
        "> ikke et citat", "*ikke* _fremhævet_ `kode` [link](http://x) <b> &amp; a|b ~~væk~~ \\",
        "{{felt}} og {klasse}", "---", ": ikke en billedtekst", "+ plus", "===", "![ikke](et.png)",
        "Indkomst 2024: 3.000 kr. + 5 %",
    ]:
        made.add_paragraph(words)
    mixed = made.add_paragraph()
    mixed.add_run("(a) fed ").bold = True
    mixed.add_run("og ")
    mixed.add_run("kursiv").italic = True
    mixed.add_run("t")
    return made


def extras():
    """All that a letter cannot hold."""
    made = letter()
    section = made.sections[0]
    section.header.paragraphs[0].text = "Vejby Kommune"
    section.footer.paragraphs[0].text = "Fortroligt"
    colored = made.add_paragraph().add_run("vigtigt!")
    colored.font.color.rgb = RGBColor(255, 0, 0)
    made.add_paragraph().add_run("understreget").underline = True
    made.add_paragraph("x").add_run("2a").font.superscript = True
    made.add_page_break()
    table = made.add_table(rows=2, cols=3)
    table.cell(0, 0).merge(table.cell(0, 1)).text = "to i én"
    body = made.element.body
    ins = parse_xml(
        f'<w:p {nsdecls("w")}><w:ins w:id="1" w:author="A"><w:r><w:t>indsat ord</w:t></w:r></w:ins></w:p>')
    field = parse_xml(
        f'<w:p {nsdecls("w")}><w:fldSimple w:instr="DATE"><w:r><w:t>1. juni</w:t></w:r></w:fldSimple></w:p>')
    box = parse_xml(
        f'<w:p {nsdecls("w")} xmlns:v="urn:schemas-microsoft-com:vml"><w:r><w:pict><v:shape><v:textbox>'
        "<w:txbxContent><w:p><w:r><w:t>Husk fristen</w:t></w:r></w:p></w:txbxContent>"
        "</v:textbox></v:shape></w:pict></w:r></w:p>")
    for element in (ins, field, box):
        body.insert(len(body) - 1, element)
    return made


def rewritten(kind, change):
    """The letter with its parts changed."""
    plain = io.BytesIO()
    letter().save(plain)
    made = io.BytesIO()
    with zipfile.ZipFile(plain) as old, zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as new:
        for name in old.namelist():
            data = change(name, old.read(name))
            if data is not None:
                new.writestr(name, data)
    return made.getvalue()


def bomb():
    """A package of a few kilobytes that unpacks to a thousand times as much."""
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as new:
        new.writestr("word/document.xml", b"<w:document/>")
        for number in range(8):
            new.writestr(f"word/media/image{number}.png", b"\0" * (16 << 20))
    return made.getvalue()


def laughs():
    """A text of entities that hold each other."""
    entities = '<!ENTITY a "ha">' + "".join(
        f'<!ENTITY {chr(98 + n)} "{("&" + chr(97 + n) + ";") * 10}">' for n in range(9))
    return rewritten("laughs", lambda name, data: data.replace(
        b"<w:document", f"<!DOCTYPE x [{entities}]><w:document".encode(), 1).replace(
            b"Dialog", b"&j;") if name == "word/document.xml" else data)


def outside():
    """A picture that is a file of the machine's."""
    return rewritten("outside", lambda name, data: data.replace(
        b'Target="media/image1.png"', b'Target="file:///etc/passwd" TargetMode="External"')
        if name == "word/_rels/document.xml.rels" else data)


def lying():
    """A package whose directory says of a file that it is smaller than it is."""
    data = bytearray(rewritten("lying", lambda name, data: data))
    end = data.rindex(b"PK\x05\x06")
    entry = struct.unpack_from("<I", data, end + 16)[0]
    struct.pack_into("<I", data, entry + 24, 10)
    return bytes(data)


def twofold():
    """Two packages in one file: from its end it is the letter, from its beginning it is another."""
    def changed(name, data):
        return data.replace("velfærdssektor".encode(), b"SKJULT") if name == "word/document.xml" else data

    made = io.BytesIO(rewritten("twofold", changed))
    made.seek(0, io.SEEK_END)
    plain = io.BytesIO(rewritten("twofold", lambda name, data: data))
    # The entries of the second tell their places from the beginning of the file.
    with zipfile.ZipFile(plain) as old, zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as new:
        for name in old.namelist():
            new.writestr(name, old.read(name))
    return made.getvalue()


def controls():
    """Control characters among words, and a list that begins with the last number there is."""
    made = io.BytesIO(rewritten("controls", lambda name, data: data.replace(
        b'w:start w:val="1"', b'w:start w:val="9223372036854775807"') if name == "word/numbering.xml" else data.replace(
            b"Virtuelle", "Vir\u0085tu\u009felle\u007f".encode())))
    return made.getvalue()


def old():
    """The beginning of a file of Word 97, or of one with a password."""
    return bytes.fromhex("d0cf11e0a1b11ae1") + bytes(2048)


def torn():
    """Half of a file."""
    whole = rewritten("torn", lambda name, data: data)
    return whole[:len(whole) // 2]


def other():
    """A package that is no text, as a table of Excel."""
    return rewritten("other", lambda name, data: None if name == "word/document.xml" else data)


made = {name: made for name, made in globals().items() if callable(made)}[sys.argv[1]]()
if isinstance(made, bytes):
    with open(sys.argv[2], "wb") as file:
        file.write(made)
else:
    made.save(sys.argv[2])
