"""The clauses of ISO 19005-2 and ISO 14289-1 that can be told from the file, one rule each.

A rule yields what it finds wrong; its name is the clause, as in Docs/pdf-ledger.md.
"""
import re
import xml.etree.ElementTree as ET

from content import Element
from pdf import text

RULES = []
LANGUAGE = re.compile(r"[a-zA-Z]{1,8}(-[a-zA-Z0-9]{1,8})*")


def rule(clause, *standards):
    def register(function):
        RULES.append((clause, standards, function))
        return function
    return register


# File structure -------------------------------------------------------------------------------


@rule("A 6.1.2 header", "a", "ua")
def header(d):
    if not re.match(rb"%PDF-1\.[0-7]\r?\n%[\x80-\xff]{4}", d.pdf.bytes):
        yield f"the file begins with {d.pdf.bytes[:20]!r}"


@rule("A 6.1.3 trailer", "a")
def trailer(d):
    if not d.pdf.trailer.get("/ID"):
        yield "no ID"
    if d.pdf.encrypted:
        yield "encrypted"
    if not re.search(rb"%%EOF\r?\n?$", d.pdf.bytes):
        yield "something after the end"


@rule("A 6.1.7 streams", "a")
def streams(d):
    for reference, value in d.pdf.streams():
        if {"/F", "/FFilter", "/FDecodeParms"} & value.keys():
            yield f"{reference} is outside the file"
    for found in re.finditer(rb"/Length (\d+)(?: /[^>]*)?>>\s*stream\r?\n", d.pdf.bytes):
        end = found.end() + int(found[1])
        if not re.match(rb"\r?\nendstream", d.pdf.bytes[end:end + 12]):
            yield f"a stream of {found[1].decode()} bytes ends wrongly"


@rule("A 6.1.13 limits", "a")
def limits(d):
    def visit(value):
        if isinstance(value, dict):
            for key, inner in value.items():
                if len(key) > 128:
                    yield f"the name {key[:20]}… is too long"
                yield from visit(inner)
        elif isinstance(value, list):
            for inner in value:
                yield from visit(inner)
        elif isinstance(value, str) and len(value.encode()) > 32767:
            yield f"the string {value[:20]}… is too long"
        elif isinstance(value, int) and not isinstance(value, bool) and abs(value) > 2147483647:
            yield f"{value} is too large"
    for found in d.pdf.objects.values():
        yield from visit(found.get("value", found.get("stream", {}).get("dict")))
    for page in d.pages:
        if page.deepest > 28:
            yield f"states are kept {page.deepest} deep"


@rule("page boxes lie in one another", "a", "ua")
def page_boxes(d):
    """The trimmed page in its bleed, and that on the sheet (ISO 32000-1, 14.11.2.1)."""
    for number, page in enumerate(d.pdf.pages, 1):
        outer = None
        for name in ("/MediaBox", "/BleedBox", "/TrimBox"):
            if name in page:
                box = [float(d.pdf.get(edge)) for edge in d.pdf.get(page[name])]
                if outer and (box[0] < outer[0] or box[1] < outer[1] or box[2] > outer[2] or box[3] > outer[3]):
                    yield f"the {name[1:]} {box} of page {number} leaves {outer}"
                outer = box


# Colour and images ----------------------------------------------------------------------------


@rule("A 6.2.3 output intent", "a")
def intent(d):
    intents = d.pdf.get(d.pdf.root.get("/OutputIntents")) or []
    if len(intents) != 1:
        yield f"there are {len(intents)} output intents"
    for one in intents:
        one = d.pdf.get(one)
        data = d.pdf.data(one.get("/DestOutputProfile"))
        if one.get("/S") != "/GTS_PDFA1" or data is None:
            yield "the intent is not one of PDF/A"
        elif data[12:16] != b"mntr" or data[16:20] != b"RGB " or data[8] >= 5:
            yield "the profile is not an RGB display profile"
        elif int.from_bytes(data[:4], "big") != len(data) or data[36:40] != b"acsp":
            yield "the profile is damaged"


@rule("A 6.2.4.2 image profiles", "a")
def profiles(d):
    for reference, value in d.pdf.streams():
        space = d.pdf.get(value.get("/ColorSpace"))
        if value.get("/Subtype") == "/Image" and isinstance(space, list) and space[0] == "/ICCBased":
            data = d.pdf.data(space[1])
            if data[36:40] != b"acsp" or data[8] >= 5 or int.from_bytes(data[:4], "big") != len(data):
                yield f"the profile of {reference} is damaged"
            if {b"RGB ": 3, b"GRAY": 1}.get(data[16:20]) != d.pdf.get(space[1]).get("/N"):
                yield f"the profile of {reference} has other components"


@rule("A 6.2.4.3 device colours", "a")
def colours(d):
    for reference, value in d.pdf.streams():
        if d.pdf.get(value.get("/ColorSpace")) == "/DeviceCMYK":
            yield f"{reference} is in DeviceCMYK"
    for page in d.pages:
        if any(operator in ("k", "K") for _, operator in page.operators):
            yield "content is in DeviceCMYK"


@rule("A 6.2.8 images", "a")
def images(d):
    for reference, value in d.pdf.streams():
        if value.get("/Subtype") == "/Image":
            if value.get("/Interpolate") or {"/Alternates", "/OPI"} & value.keys():
                yield f"{reference} is interpolated or has alternates"
            if value.get("/BitsPerComponent", 8) not in (1, 2, 4, 8, 16):
                yield f"{reference} has odd samples"


@rule("A 6.2.9 forms and PostScript", "a", "ua")
def forms(d):
    for reference, value in d.pdf.streams():
        if value.get("/Subtype") == "/PS" or {"/PS", "/OPI", "/Ref"} & value.keys():
            yield f"{reference} is PostScript or a reference"


# Fonts ----------------------------------------------------------------------------------------


@rule("A 6.2.11.2 fonts are whole", "a", "ua")
def fonts(d):
    for font in d.fonts():
        value = font.dictionary
        if value.get("/Subtype") == "/Type3":
            continue
        if value.get("/Type") != "/Font" or not font.name:
            yield f"{value} is no font"
        if not font.composite:
            span = value.get("/LastChar", -1) - value.get("/FirstChar", 0) + 1
            if span != len(d.pdf.get(value.get("/Widths")) or []):
                yield f"{font.name} has wrong widths"


@rule("A 6.2.11.3.2 CIDToGIDMap", "a", "ua")
def cid_map(d):
    for font in d.fonts():
        if font.base.get("/Subtype") == "/CIDFontType2" and "/CIDToGIDMap" not in font.base:
            yield f"{font.name} has no CIDToGIDMap"


@rule("A 6.2.11.4.1 fonts are embedded", "a", "ua")
def embedded(d):
    for font in d.fonts():
        if font.dictionary.get("/Subtype") != "/Type3" and font.program is None:
            yield f"{font.name} is not embedded"
        for codes in d.codes[id(font)]:
            glyph = font.glyph(codes) if font.tables else None
            if font.tables and (glyph is None or glyph >= font.tables.get("glyphs", 0)):
                yield f"{font.name} lacks the glyph of {codes}"


@rule("A 6.2.11.5 widths agree", "a", "ua")
def widths(d):
    for font in d.fonts():
        for code in d.codes[id(font)]:
            glyph = font.glyph(code) if font.tables or font.cff else None
            own = font.program_width(glyph) if glyph is not None else None
            said = font.widths.get(code, 1000 if font.composite else 0)
            if own is not None and abs(own - said) > 1:
                yield f"{font.name}: code {code} is {own:.1f} wide, not {said}"


@rule("A 6.2.11.6 encodings", "a", "ua")
def encodings(d):
    for font in d.fonts():
        if font.dictionary.get("/Subtype") != "/TrueType":
            continue
        symbolic = font.descriptor.get("/Flags", 0) & 4
        if symbolic and "/Encoding" in font.dictionary:
            yield f"{font.name} is symbolic and has an encoding"
        if not symbolic:
            if d.pdf.get(font.dictionary.get("/Encoding")) not in ("/WinAnsiEncoding", "/MacRomanEncoding"):
                yield f"{font.name} has another encoding"
            if not font.tables.get("cmaps"):
                yield f"{font.name} has no cmap"


@rule("A 6.2.11.7 Unicode", "a", "ua")
def unicode(d):
    for font in d.fonts():
        for code in d.codes[id(font)]:
            character = font.character(code)
            if not character:
                yield f"{font.name}: code {code} is no character"
            elif any(c in "\0\ufffe\ufeff" for c in character):
                yield f"{font.name}: code {code} is {character!r}"
    for page in d.pages:
        for piece in page.pieces:
            private = any("\ue000" <= c <= "\uf8ff" for c in piece.words)
            if private and not any("ActualText" in p for _, p in piece.marks):
                yield f"{piece.words!r} is private and has no ActualText"


@rule("A 6.2.11.8 no .notdef", "a", "ua")
def notdef(d):
    for font in d.fonts():
        for code in d.codes[id(font)]:
            if font.tables and font.glyph(code) == 0:
                yield f"{font.name}: code {code} is .notdef"


# Annotations, actions, metadata ---------------------------------------------------------------


@rule("A 6.3 annotations", "a", "ua")
def annotations(d):
    for value in d.annotations():
        if value.get("/Subtype") != "/Link":
            yield f"a {value.get('/Subtype')}"
        if value.get("/F") != 4:
            yield f"the flags are {value.get('/F')}"


@rule("A 6.5 actions", "a")
def actions(d):
    for value in d.annotations():
        action = d.pdf.key(value, "/A", "/S")
        if action not in (None, "/URI", "/GoTo"):
            yield f"the action is {action}"
    for value in [d.pdf.root] + d.pdf.pages + d.annotations():
        if "/AA" in value:
            yield "there are additional actions"
    if d.pdf.key(d.pdf.root, "/Names", "/JavaScript") is not None:
        yield "there are scripts for the whole document"
    opening = d.pdf.get(d.pdf.root.get("/OpenAction"))
    if isinstance(opening, dict) and opening.get("/S") != "/GoTo":
        yield f"the document opens with {opening.get('/S')}"


@rule("A 6.6.2 XMP", "a", "ua")
def xmp(d):
    data = d.xmp
    if data is None:
        yield "there is none"
        return
    if not data.startswith(b"<?xpacket begin=\"\xef\xbb\xbf\" id=") or b"bytes=" in data[:80]:
        yield "the packet begins wrongly"
    known = {"http://purl.org/dc/elements/1.1/", "http://ns.adobe.com/xap/1.0/",
             "http://ns.adobe.com/pdf/1.3/", "http://www.aiim.org/pdfa/ns/id/",
             "http://www.aiim.org/pdfa/ns/extension/"}
    declared = set(re.findall(rb"<pdfaSchema:namespaceURI>(.*?)<", data))
    names = set(re.findall(rb"pdfaProperty:name(?:>|=\")([^<\"]*)", data))
    for child in d.description:
        space, name = child.tag[1:].split("}")
        if d.archive and space not in known and (space.encode() not in declared or name.encode() not in names):
            yield f"{name} of {space} is not declared"


@rule("A 6.6.4 identification", "a")
def identification(d):
    part, level = d.property("pdfaid", "part"), d.property("pdfaid", "conformance")
    if f"{part}{(level or '').lower()}" != d.archive:
        yield f"it says PDF/A-{part}{level}"


@rule("UA 5 identification", "ua")
def access(d):
    if d.property("pdfuaid", "part") != "1":
        yield "it does not say PDF/UA-1"


@rule("Info agrees with XMP", "a", "ua")
def info(d):
    value = d.pdf.key(d.pdf.trailer, "/Info") or {}
    said = text(value.get("/CreationDate")) or ""
    plain = re.sub(r"[-:TZ]", "", d.property("xmp", "CreateDate") or "")
    if said.removeprefix("D:").rstrip("Z") != plain or not said.startswith("D:"):
        yield f"the dates are {said} and {plain}"
    pairs = [("/Title", "dc", "title"), ("/Author", "dc", "creator"),
             ("/Keywords", "pdf", "Keywords"), ("/Producer", "pdf", "Producer")]
    for key, prefix, name in pairs:
        if text(value.get(key)) != d.property(prefix, name):
            yield f"{key} is {text(value.get(key))} and {d.property(prefix, name)}"


# Structure ------------------------------------------------------------------------------------


@rule("UA 7.1 the document is tagged", "a", "ua")
def tagged(d):
    if d.pdf.key(d.pdf.root, "/MarkInfo", "/Marked") is not True:
        yield "it is not marked"
    if d.tree is None:
        yield "there is no structure tree"


@rule("UA 7.1 title", "ua")
def title(d):
    if d.pdf.key(d.pdf.root, "/ViewerPreferences", "/DisplayDocTitle") is not True:
        yield "the title is not displayed"
    if not d.property("dc", "title"):
        yield "there is no title"


@rule("UA 7.1 content is tagged or an artifact", "a", "ua")
def content(d):
    for index, page in enumerate(d.pages):
        owners = d.parents(index)
        for piece in page.pieces:
            if piece.is_artifact and piece.mcid is not None:
                yield f"page {index + 1}: {piece.words!r} is both"
            elif not piece.is_artifact and piece.mcid is None:
                yield f"page {index + 1}: {piece.operator} {piece.words!r} is neither"
            elif piece.mcid is not None and piece.mcid >= len(owners):
                yield f"page {index + 1}: no element for {piece.mcid}"


@rule("14.7.4.4 parent tree agrees with the tree", "a", "ua")
def parent_tree(d):
    found = {}
    for element in d.elements:
        for kid in element.kids:
            if isinstance(kid, tuple):
                if kid[1:] in found:
                    yield f"{kid} has two parents"
                found[kid[1:]] = element.reference
        if element.parent and element.value.get("/P") != element.parent.reference:
            yield f"{element.type} has another parent"
    said = {}
    for index, page in enumerate(d.pdf.page_ids):
        for identifier, owner in enumerate(d.parents(index)):
            said[(page, identifier)] = owner
        for reference in d.pdf.get(d.pdf.pages[index].get("/Annots")) or []:
            key = d.pdf.get(reference).get("/StructParent")
            said[(page, reference)] = d.numbers.get(key)
    if said != found:
        yield f"they differ in {set(said.items()) ^ set(found.items())}"


STANDARD = set(
    "Document Part Art Sect Div BlockQuote Caption TOC TOCI Index NonStruct Private P H H1 H2 H3 H4 H5 "
    "H6 L LI Lbl LBody Table TR TH TD THead TBody TFoot Span Quote Note Reference BibEntry Code Link "
    "Annot Ruby Warichu Figure Formula Form".split())


@rule("UA 7.1 standard types", "a", "ua")
def types(d):
    for element in d.elements:
        if element.type not in STANDARD:
            yield f"{element.type} is no standard type"


@rule("UA 7.2 language", "a", "ua")
def language(d):
    if not LANGUAGE.fullmatch(text(d.pdf.root.get("/Lang")) or ""):
        yield f"the document's is {d.pdf.root.get('/Lang')}"
    for element in d.elements:
        own = text(element.value.get("/Lang"))
        if own is not None and not LANGUAGE.fullmatch(own):
            yield f"an element's is {own}"


PARENTS = {"TR": {"Table", "THead", "TBody", "TFoot"}, "THead": {"Table"}, "TBody": {"Table"},
           "TH": {"TR"}, "TD": {"TR"}, "LI": {"L"}, "LBody": {"LI"}}
KIDS = {"Table": {"TR", "THead", "TBody", "TFoot", "Caption"}, "TR": {"TH", "TD"}, "THead": {"TR"},
        "TBody": {"TR"}, "L": {"L", "LI", "Caption"}, "LI": {"Lbl", "LBody"}}


@rule("UA 7.2 tables and lists", "ua")
def nesting(d):
    for element in d.elements:
        if element.type in PARENTS and element.parent.type not in PARENTS[element.type]:
            yield f"{element.type} in {element.parent.type}"
        kids = [kid.type for kid in element.elements]
        if element.type in KIDS:
            if set(kids) - KIDS[element.type]:
                yield f"{element.type} holds {kids}"
            if any(isinstance(kid, tuple) for kid in element.kids):
                yield f"{element.type} holds content"
        if element.type == "Table":
            if "Caption" in kids[1:-1] or kids.count("THead") > 1 or kids.count("Caption") > 1:
                yield f"a table holds {kids}"
            if "THead" in kids and "TBody" not in kids:
                yield "a table has a head and no body"
            rows = [row for row in element.walk() if row.type == "TR"]
            if len({len(row.elements) for row in rows}) > 1:
                yield f"a table has rows of {[len(row.elements) for row in rows]} cells"


@rule("UA 7.3 figures", "a", "ua")
def figures(d):
    for element in d.elements:
        if element.type == "Figure":
            if not text(element.value.get("/Alt")) and element.value.get("/ActualText") is None:
                yield "a figure has no alternative text"
            if len(element.attribute("Layout", "/BBox") or []) != 4:
                yield "a figure has no BBox"


@rule("UA 7.4.2 headings", "ua")
def headings(d):
    level = 0
    for element in d.elements:
        if re.fullmatch("H[1-6]", element.type):
            if int(element.type[1]) > level + 1:
                yield f"{element.type} follows level {level}"
            level = int(element.type[1])


@rule("UA 7.5 table headers", "ua")
def scopes(d):
    for element in d.elements:
        if element.type == "TH" and element.attribute("Table", "/Scope") is None:
            yield "a header cell has no scope"


@rule("UA 7.6 list numbering", "ua")
def numbering(d):
    for element in d.elements:
        if element.type != "L":
            continue
        labels = [kid.words(d.texts).strip() for item in element.elements for kid in item.elements
                  if kid.type == "Lbl"]
        said = element.attribute("List", "/ListNumbering")
        # Terms before their values are labels, too, of which PDF 1.7 has no kind of numbering.
        if said is None or said == "/None" and len(labels) > 1 and all(
                re.fullmatch(r"[•–◦]|\w{1,4}[.)]", label) for label in labels):
            yield f"a list with the labels {labels} is numbered {said}"


@rule("UA 7.9 notes", "ua")
def notes(d):
    names = [element.value.get("/ID") for element in d.elements if element.type == "Note"]
    if None in names or len(set(names)) < len(names):
        yield f"the notes are named {names}"


@rule("UA 7.11 embedded files", "a", "ua")
def files(d):
    for found in d.pdf.objects.values():
        value = found.get("value")
        if isinstance(value, dict) and "/EF" in value:
            if not text(value.get("/F")) or not text(value.get("/UF")) or "/AFRelationship" not in value:
                yield f"{value} is not a whole file specification"
            if d.archive not in ("3a", None):
                yield "files are attached"
            stream = d.pdf.key(value, "/EF", "/F") or {}
            if not stream.get("/Subtype") or d.pdf.key(stream, "/Params", "/ModDate") is None:
                yield f"{stream} has no media type or date"


@rule("UA 7.18 links", "ua")
def links(d):
    owners = {element.reference: element for element in d.elements}
    for value in d.annotations():
        if not text(value.get("/Contents")):
            yield "a link has no Contents"
        owner = owners.get(d.numbers.get(value.get("/StructParent")))
        if owner is None or owner.type not in ("Link", "Reference"):
            yield "a link is in no Link"
    for page in d.pdf.pages:
        if page.get("/Tabs") != "/S":
            yield "a page is not tabbed by structure"


def parse_xmp(data):
    body = re.sub(rb"<\?xpacket.*?\?>", b"", data)
    return ET.fromstring(body.decode("utf-8").lstrip("\ufeff").strip())


def build_tree(pdf):
    root = pdf.get(pdf.root.get("/StructTreeRoot"))
    if not root:
        return None
    kids = root["/K"] if isinstance(root["/K"], list) else [root["/K"]]
    return Element(pdf, kids[0], None)


# What a level-B file need not have (ISO 19005-2, 6.7 and 6.2.11.7).
LEVEL_A = {"UA 7.1 the document is tagged", "UA 7.1 content is tagged or an artifact",
           "UA 7.3 figures", "A 6.2.11.7 Unicode"}


def breaches_of(document):
    """Every breach of the standards that a document is held to, with its clause."""
    claims = ({"a"} if document.archive else set()) | ({"ua"} if document.accessible else set())
    for clause, standards, function in RULES:
        if claims & set(standards) and not (document.archive == "2b" and clause in LEVEL_A):
            for problem in dict.fromkeys(function(document)):
                yield clause, problem
