"""What is painted on a page: each piece with its marked content, its text and its fonts."""
from pdf import Font, Name, operations, text

PAINTING = {"S", "s", "f", "F", "f*", "B", "B*", "b", "b*", "sh", "Do", "EI"}
SHOWING = {"Tj", "TJ", "'", '"'}


class Piece:
    """One painting operator and the marked content it stands in, outermost first."""

    def __init__(self, operator, marks, words="", font=None, codes=(), boxes=(), form=0):
        self.operator, self.marks, self.words = operator, list(marks), words
        self.font, self.codes = font, codes
        self.boxes, self.form = boxes, form  # (left, baseline, right, size) of glyphs; depth of forms

    @property
    def mcid(self):
        for tag, properties in reversed(self.marks):
            if "MCID" in properties:
                return int(properties["MCID"])
        return None

    @property
    def is_artifact(self):
        return any(tag == "Artifact" for tag, _ in self.marks)


def product(a, b):
    return (a[0] * b[0] + a[1] * b[2], a[0] * b[1] + a[1] * b[3], a[2] * b[0] + a[3] * b[2],
            a[2] * b[1] + a[3] * b[3], a[4] * b[0] + a[5] * b[2] + b[4], a[4] * b[1] + a[5] * b[3] + b[5])


UNIT = (1, 0, 0, 1, 0, 0)


class Place:
    """Where the next glyph stands: the matrices and the state of text (ISO 32000-1, 9.4)."""

    def __init__(self, matrix=UNIT):
        self.matrix, self.text, self.line = matrix, UNIT, UNIT
        self.size = self.leading = self.spacing = self.gap = self.rise = 0
        self.stretch, self.kept = 1, []

    def within(self, matrix):
        return Place(product(tuple(matrix), self.matrix) if matrix else self.matrix)

    def follow(self, operator, operands):
        if operator == "q":
            self.kept.append((self.matrix, self.size, self.leading, self.spacing, self.gap, self.rise, self.stretch))
        elif operator == "Q" and self.kept:
            (self.matrix, self.size, self.leading, self.spacing, self.gap, self.rise,
             self.stretch) = self.kept.pop()
        elif operator == "cm":
            self.matrix = product(tuple(operands), self.matrix)
        elif operator == "BT":
            self.text = self.line = UNIT
        elif operator == "Tm":
            self.text = self.line = tuple(operands)
        elif operator in ("Td", "TD", "T*", "'", '"'):
            if operator == "TD":
                self.leading = -operands[1]
            step = operands if operator in ("Td", "TD") else (0, -self.leading)
            self.text = self.line = product((1, 0, 0, 1, *step), self.line)
        elif operator == "Tf":
            self.size = operands[1]
        elif operator == "Tz":
            self.stretch = operands[0] / 100
        elif operator in ("TL", "Tc", "Tw", "Ts"):
            name = {"TL": "leading", "Tc": "spacing", "Tw": "gap", "Ts": "rise"}[operator]
            setattr(self, name, operands[0])

    def move(self, along):
        self.text = product((1, 0, 0, 1, along * self.stretch, 0), self.text)

    def show(self, width, code):
        """The box of a glyph, after which the place moves on."""
        whole = product((self.size * self.stretch, 0, 0, self.size, 0, self.rise), product(self.text, self.matrix))
        left, bottom, right = whole[4], whole[5], whole[4] + whole[0] * width / 1000
        self.move(self.size * width / 1000 + self.spacing + (self.gap if code == 32 else 0))
        return (left, bottom, right, abs(whole[3])) if abs(whole[1]) < 1e-6 else (left, bottom, left, 0)

    def unit(self):
        """The box of an image."""
        a, b, c, d, e, f = self.matrix
        return min(e, e + a + c), min(f, f + b + d), max(e, e + a + c), max(f, f + b + d)


class Page:
    """Walks a page's content, and that of the forms it uses."""

    def __init__(self, pdf, page):
        self.pdf, self.pieces, self.operators = pdf, [], []
        self.fonts, self.depth, self.deepest = {}, 0, 0
        self.sequences = []
        self.place, self.form = Place(), 0
        self.walk(pdf.page_content(page), pdf.get(page.get("/Resources")) or {}, [])

    def walk(self, content, resources, marks):
        font = None
        for operands, operator in operations(content):
            self.place.follow(operator, operands)
            self.operators.append((operands, operator))
            if operator in ("BDC", "BMC"):
                properties = operands[1] if len(operands) > 1 else {}
                if isinstance(properties, Name):
                    properties = {}
                marks = marks + [(operands[0], properties)]
                self.sequences.append((operands[0], properties))
            elif operator == "EMC":
                marks = marks[:-1]
            elif operator == "q":
                self.depth += 1
                self.deepest = max(self.deepest, self.depth)
            elif operator == "Q":
                self.depth -= 1
            elif operator == "Tf":
                font = self.font(resources, operands[0])
            elif operator in SHOWING:
                self.show(operator, operands, font, marks)
            elif operator == "Do":
                self.use(resources, operands[0], marks)
            elif operator in PAINTING:
                self.pieces.append(Piece(operator, marks))

    def font(self, resources, name):
        dictionary = self.pdf.key(resources, "/Font", "/" + name)
        reference = (self.pdf.key(resources, "/Font") or {}).get("/" + name)
        key = str(reference)
        if key not in self.fonts:
            self.fonts[key] = Font(self.pdf, dictionary)
        return self.fonts[key]

    def show(self, operator, operands, font, marks):
        parts = operands[-1] if isinstance(operands[-1], list) else operands[-1:]
        words, codes, boxes = "", [], []
        for part in parts:
            if isinstance(part, float):
                self.place.move(-part / 1000 * self.place.size)
            if isinstance(part, bytes) and font:
                own = font.codes(part)
                codes += own
                words += "".join(font.character(code) or "\ufffd" for code in own)
                boxes += [self.place.show(font.width(code), code) for code in own]
        if codes:
            self.pieces.append(Piece(operator, marks, words, font, codes, boxes, self.form))

    def use(self, resources, name, marks):
        reference = (self.pdf.key(resources, "/XObject") or {}).get("/" + name)
        form = self.pdf.get(reference)
        if form and form.get("/Subtype") == "/Form":
            own = self.pdf.get(form.get("/Resources")) or resources
            outside, self.place = self.place, self.place.within(form.get("/Matrix"))
            self.form += 1
            self.walk(self.pdf.data(reference), own, marks)
            self.place, self.form = outside, self.form - 1
        else:
            self.pieces.append(Piece("Do", marks, boxes=[self.place.unit()], form=self.form))

    def texts(self):
        """The words of each marked-content identifier, actual text counted once."""
        result, told = {}, set()
        for piece in self.pieces:
            identifier = piece.mcid
            if identifier is None:
                continue
            result.setdefault(identifier, "")
            actual = next(
                ((i, p["ActualText"]) for i, (_, p) in enumerate(piece.marks) if "ActualText" in p), None)
            if actual:
                key = (identifier, id(piece.marks[actual[0]][1]))
                if key not in told:
                    told.add(key)
                    result[identifier] += decode(actual[1])
            else:
                result[identifier] += piece.words
        return result


def decode(raw):
    if raw.startswith(b"\xfe\xff"):
        return raw[2:].decode("utf-16-be")
    return raw.decode("latin-1")


class Element:
    """An element of the structure tree with its kids in order."""

    def __init__(self, pdf, reference, parent, page=None):
        self.pdf, self.reference, self.parent = pdf, reference, parent
        self.value = pdf.get(reference)
        self.type = (self.value.get("/S") or "/?")[1:]
        self.kids = []  # Element | ("mark", page reference, id) | ("object", page, reference)
        page = self.value.get("/Pg", page)
        kids = pdf.get(self.value.get("/K"))
        if isinstance(self.value.get("/K"), str) and isinstance(kids, dict):
            kids = [self.value["/K"]]
        for kid in kids if isinstance(kids, list) else [] if kids is None else [kids]:
            value = pdf.get(kid)
            if isinstance(value, (int, float)):
                self.kids.append(("mark", page, int(value)))
            elif value.get("/Type") == "/MCR":
                self.kids.append(("mark", value.get("/Pg", page), value["/MCID"]))
            elif value.get("/Type") == "/OBJR":
                self.kids.append(("object", value.get("/Pg", page), value["/Obj"]))
            else:
                self.kids.append(Element(pdf, kid, self, page))

    @property
    def elements(self):
        return [kid for kid in self.kids if isinstance(kid, Element)]

    def walk(self):
        yield self
        for kid in self.elements:
            yield from kid.walk()

    def attribute(self, owner, key):
        attributes = self.pdf.get(self.value.get("/A"))
        for one in attributes if isinstance(attributes, list) else [attributes]:
            one = self.pdf.get(one)
            if isinstance(one, dict) and one.get("/O") == "/" + owner and key in one:
                return one[key]
        return None

    def words(self, texts):
        actual = text(self.value.get("/ActualText"))
        if actual is not None:
            return actual
        result = ""
        for kid in self.kids:
            if isinstance(kid, Element):
                result += kid.words(texts)
            elif kid[0] == "mark":
                result += texts.get(kid[1], {}).get(kid[2], "")
        return result
