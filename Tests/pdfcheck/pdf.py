"""A PDF as qpdf's JSON tells it: objects, streams, content operators and fonts.

Nothing here knows how letterpdf makes its files; it reads them as any stranger would.
"""
import base64
import json
import re
import struct
import subprocess

from cff import cff

WHITE = b"\0\t\n\f\r "
# Where PDFDocEncoding is not Latin-1 (ISO 32000-1, D.2).
DOC_ENCODING = dict(zip([*range(0x18, 0x20), *range(0x80, 0x9F), 0xA0],
                        "˘ˇˆ˙˝˛˚˜•†‡…—–ƒ⁄‹›−‰„“”‘’‚™ﬁﬂŁŒŠŸŽıłœšž€"))
DELIMITERS = b"()<>[]{}/%"


class Name(str):
    """A name, without its slash."""


class Operator(str):
    """A content operator."""


class PDF:
    def __init__(self, path):
        self.bytes = open(path, "rb").read()
        out = subprocess.run(
            ["qpdf", "--json=2", "--json-stream-data=inline", "--decode-level=generalized", path],
            capture_output=True, check=True).stdout
        document = json.loads(out)
        self.objects = document["qpdf"][1]
        self.version = document["qpdf"][0]["pdfversion"]
        self.encrypted = document["encrypt"]["encrypted"]
        self.trailer = self.objects["trailer"]["value"]
        self.root = self.get(self.trailer["/Root"])
        self.page_ids = [page["object"] for page in document["pages"]]
        self.pages = [self.get(reference) for reference in self.page_ids]

    def get(self, value):
        """Follows references to a value; a stream's value is its dictionary."""
        while isinstance(value, str) and re.fullmatch(r"\d+ \d+ R", value):
            found = self.objects.get(f"obj:{value}", {})
            value = found["stream"]["dict"] if "stream" in found else found.get("value")
        return value

    def key(self, dictionary, *path):
        for name in path:
            dictionary = self.get(dictionary)
            if not isinstance(dictionary, dict):
                return None
            dictionary = dictionary.get(name)
        return self.get(dictionary)

    def data(self, reference):
        """The decoded bytes of a stream; None for anything else."""
        found = self.objects.get(f"obj:{reference}", {})
        return base64.b64decode(found["stream"]["data"]) if "stream" in found else None

    def streams(self):
        for number, found in self.objects.items():
            if "stream" in found:
                yield number.removeprefix("obj:"), found["stream"]["dict"]

    def page_content(self, page):
        contents = page.get("/Contents")
        parts = contents if isinstance(contents, list) else [contents]
        if isinstance(self.get(contents), list):
            parts = self.get(contents)
        return b"\n".join(self.data(part) or b"" for part in parts)


def text(value):
    """A JSON string of a PDF as text."""
    if value is None:
        return None
    if value.startswith("u:"):
        return value[2:]
    if value.startswith("b:"):
        raw = bytes.fromhex(value[2:])
        if raw.startswith(b"\xfe\xff"):
            return raw[2:].decode("utf-16-be")
        return "".join(DOC_ENCODING.get(byte, chr(byte)) for byte in raw)
    return value


def operations(content):
    """Yields (operands, operator) of a content stream."""
    position, operands = 0, []
    while True:
        token, position = read(content, position)
        if token is None:
            return
        if isinstance(token, Operator):
            if token == "BI":
                end = re.search(rb"[\s]EI[\s]", content[position:])
                position += end.end() if end else len(content)
                token = Operator("EI")
            yield operands, token
            operands = []
        else:
            operands.append(token)


def read(data, i):
    """Reads one object of a content stream from position i."""
    while i < len(data) and (data[i] in WHITE or data[i] == 0x25):
        if data[i] == 0x25:
            while i < len(data) and data[i] not in b"\r\n":
                i += 1
        i += 1
    if i >= len(data):
        return None, i
    c = data[i:i + 1]
    if c == b"/":
        j = i + 1
        while j < len(data) and data[j] not in WHITE + DELIMITERS:
            j += 1
        raw = re.sub(rb"#(..)", lambda m: bytes([int(m[1], 16)]), data[i + 1:j])
        return Name(raw.decode("utf-8", "replace")), j
    if data[i:i + 2] == b"<<":
        result, i = {}, i + 2
        while True:
            key, i = read(data, i)
            if key is None or key == ">>":
                return result, i
            result[key], i = read(data, i)
    if data[i:i + 2] == b">>":
        return Operator(">>"), i + 2
    if c == b"<":
        j = data.index(b">", i)
        digits = re.sub(rb"\s", b"", data[i + 1:j])
        return bytes.fromhex((digits + b"0" * (len(digits) % 2)).decode()), j + 1
    if c == b"(":
        return string(data, i + 1)
    if c == b"[":
        result, i = [], i + 1
        while True:
            item, i = read(data, i)
            if item is None or item == "]":
                return result, i
            result.append(item)
    if c in b"]{}":
        return Operator(c.decode()), i + 1
    j = i
    while j < len(data) and data[j] not in WHITE + DELIMITERS:
        j += 1
    word = data[i:max(j, i + 1)].decode("latin-1")
    try:
        return float(word), max(j, i + 1)
    except ValueError:
        return Operator(word), max(j, i + 1)


def string(data, i):
    result, depth = bytearray(), 1
    escapes = {"n": 10, "r": 13, "t": 9, "b": 8, "f": 12}
    while i < len(data):
        c = chr(data[i])
        if c == "\\":
            octal = re.match(rb"[0-7]{1,3}", data[i + 1:i + 4])
            if octal:
                result.append(int(octal[0], 8) & 255)
                i += 1 + len(octal[0])
                continue
            follower = chr(data[i + 1])
            if follower not in "\r\n":
                result.append(escapes.get(follower, data[i + 1]))
            i += 2
            continue
        depth += (c == "(") - (c == ")")
        i += 1
        if depth == 0:
            break
        result.append(ord(c))
    return bytes(result), i


class Font:
    """A font of a PDF: which characters its codes are, and how wide they are."""

    def __init__(self, pdf, dictionary):
        self.dictionary = dictionary
        self.name = dictionary.get("/BaseFont", "")
        self.composite = dictionary.get("/Subtype") == "/Type0"
        self.base = pdf.get(pdf.get(dictionary["/DescendantFonts"])[0]) if self.composite else dictionary
        self.descriptor = pdf.get(self.base.get("/FontDescriptor")) or {}
        self.unicode = self.read_unicode(pdf)
        self.widths = self.read_widths(pdf)
        self.default_width = self.base.get("/DW", 1000) if self.composite else self.descriptor.get("/MissingWidth", 0)
        self.program = None
        for key in ("/FontFile2", "/FontFile3", "/FontFile"):
            if key in self.descriptor:
                self.program = pdf.data(self.descriptor[key])
        self.tables = sfnt(self.program) if "/FontFile2" in self.descriptor else {}
        bare = "/FontFile3" in self.descriptor and self.program and self.program[:1] == b"\1"
        self.cff = cff(self.program) if bare else None

    def codes(self, data):
        if self.composite:
            return [data[i] << 8 | data[i + 1] for i in range(0, len(data) - 1, 2)]
        return list(data)

    def width(self, code):
        """How far a code moves on, in thousandths of the size."""
        return self.widths.get(code, self.default_width)

    def character(self, code):
        if code in self.unicode:
            return self.unicode[code]
        if not self.composite and self.base.get("/Encoding") == "/WinAnsiEncoding":
            return bytes([code]).decode("cp1252", "replace")
        return None

    def read_unicode(self, pdf):
        data = pdf.data(self.dictionary.get("/ToUnicode"))
        result = {}
        if data is None:
            return result
        source = data.decode("latin-1")
        as_text = lambda digits: bytes.fromhex(digits).decode("utf-16-be", "replace")
        for block in re.findall(r"beginbfchar(.*?)endbfchar", source, re.S):
            for code, value in re.findall(r"<(\w+)>\s*<(\w+)>", block):
                result[int(code, 16)] = as_text(value)
        for block in re.findall(r"beginbfrange(.*?)endbfrange", source, re.S):
            for low, high, value in re.findall(r"<(\w+)>\s*<(\w+)>\s*<(\w+)>", block):
                for code in range(int(low, 16), int(high, 16) + 1):
                    start = int(value, 16) + code - int(low, 16)
                    result[code] = as_text(f"{start:0{len(value)}x}")
        return result

    def read_widths(self, pdf):
        widths = {}
        if not self.composite:
            for offset, width in enumerate(pdf.get(self.base.get("/Widths")) or []):
                widths[self.base["/FirstChar"] + offset] = width
            return widths
        array, i = pdf.get(self.base.get("/W")) or [], 0
        while i + 1 < len(array):
            if isinstance(array[i + 1], list):
                for offset, width in enumerate(array[i + 1]):
                    widths[array[i] + offset] = width
                i += 2
            else:
                for code in range(array[i], array[i + 1] + 1):
                    widths[code] = array[i + 2]
                i += 3
        return widths

    def glyph(self, code):
        """The glyph of a code in the font's program; None if that cannot be told."""
        if self.cff:
            if self.composite:
                return self.cff.get("cids", {}).get(code, 0) if "cids" in self.cff else code
            return self.cff.get("characters", {}).get(self.character(code))
        if self.composite:
            return code if self.base.get("/CIDToGIDMap", "/Identity") == "/Identity" else None
        return self.tables.get("cmap", {}).get(ord(bytes([code]).decode("cp1252", "replace")))

    def program_width(self, glyph):
        if self.cff:
            if not 0 <= glyph < self.cff["glyphs"]:
                return None
            return self.cff["widths"][glyph] * 1000 / self.cff["unitsPerEm"]
        if "hmtx" not in self.tables:
            return None
        advances, units = self.tables["hmtx"], self.tables["unitsPerEm"]
        return advances[min(glyph, len(advances) - 1)] * 1000 / units if advances else None


def sfnt(data):
    """What checks need of a TrueType program: advances, Unicode mapping, tables."""
    count = struct.unpack(">H", data[4:6])[0]
    raw = {}
    for i in range(count):
        tag, _, offset, length = struct.unpack(">4sLLL", data[12 + 16 * i:28 + 16 * i])
        raw[tag.decode()] = data[offset:offset + length]
    tables = {"tags": sorted(raw), "cmaps": []}
    if "head" in raw and "hhea" in raw and "hmtx" in raw:
        tables["unitsPerEm"] = struct.unpack(">H", raw["head"][18:20])[0]
        metrics = struct.unpack(">H", raw["hhea"][34:36])[0]
        tables["hmtx"] = [struct.unpack(">H", raw["hmtx"][4 * i:4 * i + 2])[0] for i in range(metrics)]
    if "maxp" in raw:
        tables["glyphs"] = struct.unpack(">H", raw["maxp"][4:6])[0]
    if "cmap" in raw:
        cmap = raw["cmap"]
        for i in range(struct.unpack(">H", cmap[2:4])[0]):
            platform, encoding, offset = struct.unpack(">HHL", cmap[4 + 8 * i:12 + 8 * i])
            tables["cmaps"].append((platform, encoding))
            if struct.unpack(">H", cmap[offset:offset + 2])[0] == 4:
                tables["cmap"] = format4(cmap[offset:])
    return tables


def format4(table):
    segments = struct.unpack(">H", table[6:8])[0] // 2
    at = lambda place: struct.unpack(">H", table[place:place + 2])[0]
    mapping = {}
    for s in range(segments):
        end, start = at(14 + 2 * s), at(16 + 2 * segments + 2 * s)
        delta, place = at(16 + 4 * segments + 2 * s), 16 + 6 * segments + 2 * s
        offset = at(place)
        for code in range(start, min(end, 0xFFFE) + 1):
            glyph = (code + delta) & 0xFFFF
            if offset:
                index = place + offset + 2 * (code - start)
                glyph = at(index) if index + 2 <= len(table) else 0
                glyph = (glyph + delta) & 0xFFFF if glyph else 0
            mapping[code] = glyph
    return mapping
