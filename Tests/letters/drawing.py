"""Draws random letters: values of lists, dictionaries and texts alone, so that they can be shrunk.

A block is {"b": kind, …}, an inline a text or {"i": kind, …}; `writing.py` says what each becomes.
"""
import zlib

import words as w
from layouts import draw_layout

SHIPPED = ["brev", "din-5008-a", "din-5008-b", "fjernprint", "kl", "kl-2019", "ministry", "nf", "norway-c5", "notat",
           "sn-left", "sn-right"]
HOME = {"din-5008-a": "de", "din-5008-b": "de", "nf": "fr", "norway-c5": "nb", "sn-left": "en", "sn-right": "en"}
FIELDS = {"case-id": "SAG-2024-0%d", "document-id": "34249%d", "email": "post%d@vejby.example", "phone": "33 70 34 5%d",
          "your-reference": "KYST-%d"}
SENDER = {"organisation": "Vejby Kommune", "unit": "Teknik og Miljø", "address": "Rådhustorvet 1", "town": "3210 Vejby",
          "main-phone": "Telefon 48 70 00 00", "main-email": "vejby@vejby.example", "web": "www.vejby.example",
          "cvr": "12 34 56 78", "caseworker": "Sanne Friis", "our-reference": "26/2201", "ean": "5790000000000"}
PICTURES = ["grey.png", "alpha.png", "palette.png", "deep.png", "one-bit.png", "gamma.png", "interlaced.png",
            "photo.jpg", "grey.jpg", "cmyk.jpg", "turned.jpg", "progressive.jpg", "chart.svg", "text.svg", "linked.svg",
            "gradient.svg"]
STANDARDS = ["a-2a+ua-1", "a-3a+ua-1", "a-2b", "a-3a", "ua-1", "none"]


class Drawer:
    def __init__(self, random, standards):
        self.random, self.standards = random, standards

    def chance(self, share):
        return self.random.random() < share

    def letter(self):
        random = self.random
        base = random.choice(SHIPPED)
        language = HOME.get(base, "da")
        if self.chance(0.25):
            language = random.choice(list(w.WORDS))
        self.language = language
        drawn = {"layout": base, "own": draw_layout(random, base) if self.chance(0.65) else None,
                 "form": random.choice(["md", "md", "json"])}
        drawn["head"] = self.head(base)
        drawn["run"] = self.run(drawn)
        if drawn["own"] and "journal" in str(drawn["own"].get("fields")):
            drawn["head"].update(random.choice([{"journal": "J-1"}, {"fields": {"journal": 12}}]))
        self.room = random.choice([3, 6, 10, 16])
        drawn["body"] = self.blocks(random.randint(1, self.room), 0)
        return drawn

    # The head ---------------------------------------------------------------------------------

    def head(self, base):
        random, head = self.random, {}
        head["date"] = f"20{random.randint(10, 39)}-{random.randint(1, 12):02}-{random.randint(1, 28):02}"
        head["language"] = self.language
        if self.chance(0.08):
            head["language"] += {"da": "-DK", "en": "-GB", "de": "-AT"}.get(self.language, "")
        for key, value in FIELDS.items():
            if self.chance(0.5):
                head[key] = value % random.randint(1, 9)
        if not base.startswith("kl"):
            for key, value in SENDER.items():
                if self.chance(0.6):
                    head[key] = value
        if base == "din-5008-b" and self.chance(0.5):
            head["remarks"] = "Einschreiben"
        if base == "notat" and self.chance(0.3):
            head["kind"] = "Indstilling"
        self.optional(head, "subject", 0.7, lambda: w.title(random, self.language))
        self.optional(head, "title", 0.2, lambda: w.title(random, self.language))
        self.optional(head, "author", 0.2, lambda: random.choice(w.NAMES))
        self.optional(head, "to", 0.85, lambda: self.recipients(base))
        if isinstance(head.get("to"), str) or isinstance(head.get("to"), list) and len(head["to"]) == 1:
            if not isinstance(head["to"], list) or not isinstance(head["to"][0], dict):
                self.optional(head, "attention", 0.2, lambda: random.choice(w.NAMES))
        self.optional(head, "confidentiality", 0.1, lambda: "Fortroligt")
        self.optional(head, "opening", 0.6, lambda: "Kære " + random.choice(w.NAMES))
        self.optional(head, "closing", 0.5, lambda: "Med venlig hilsen")
        self.optional(head, "signatures", 0.8, lambda: self.signatures())
        self.optional(head, "postscript", 0.15, lambda: w.sentence(random, self.language))
        self.optional(head, "enclosures", 0.3, self.enclosures)
        self.optional(head, "copies", 0.3, lambda: random.choice([
            random.choice(w.NAMES), self.several(lambda: random.choice(w.NAMES), 1, 5)]))
        self.optional(head, "hyphenation", 0.1, lambda: {
            "exceptions": random.choice(["Kommu-nernes", ["Kommu-nernes", "velfærds-sektor", "brevet"]])})
        # Nothing shows of it, so it must not change what else is drawn.
        if zlib.crc32(repr(head).encode()) % 8 == 0:
            head["delivery"] = self.delivery()
        return head

    def optional(self, head, key, share, make):
        if self.chance(share):
            head[key] = make()

    def several(self, make, low, high):
        return [make() for _ in range(self.random.randint(low, high))]

    def address(self):
        return [self.random.choice(w.NAMES)] + self.random.sample(w.STREETS, self.random.randint(1, 3))

    def recipients(self, base):
        random = self.random
        windowed = base in ("din-5008-a", "din-5008-b", "fjernprint", "nf", "norway-c5", "sn-left", "sn-right")
        kind = random.randrange(7)
        if kind == 0:
            return random.choice(w.NAMES)
        if kind == 1:
            return "\n".join(self.address())
        if kind == 2:
            return [{"name": random.choice(w.NAMES), "lines": random.sample(w.STREETS, 2),
                     "attention": random.choice(w.NAMES)}]
        if kind == 3:
            return [{"name": random.choice(w.NAMES), "lines": random.choice(w.STREETS)}]
        if windowed:
            return [self.address()]
        if kind == 4:
            return [random.choice(w.NAMES), {"name": random.choice(w.NAMES), "attention": random.choice(w.NAMES)}]
        if kind == 5:
            many = 60 if base == "kl" and self.chance(0.2) else random.randint(2, 10)
            return [f"{random.choice(w.NAMES)} {i + 1}" for i in range(many)]
        return [self.address(), random.choice(w.NAMES)]

    def signatures(self):
        made = self.several(self.signature, 1, 6)
        if len(made) > 1 and self.chance(0.25):  # Two on one line, who have one image between them.
            pair = [made.pop(), made.pop()]
            if isinstance(pair[1], dict):
                pair[1].pop("image", None)
            made.append(pair)
        return made

    def signature(self):
        random = self.random
        if self.chance(0.4):
            return random.choice(w.NAMES)
        made = {"name": random.choice(w.NAMES)}
        if self.chance(0.6):
            made["title"] = random.choice([random.choice(w.TITLES), random.sample(w.TITLES, 2)])
        if self.chance(0.3):
            made["image"] = random.choice(["signature.png", "alpha.png", "text.svg"])
        return made

    def enclosures(self):
        random = self.random
        if self.chance(0.3):
            return w.title(random, self.language)
        made = []
        for _ in range(random.randint(1, 4)):
            title = w.title(random, self.language)
            made.append(random.choice([title, {"title": title}, {"title": title, "file": random.choice(
                ["tagged.pdf", "tagged.pdf", "plain.pdf"])}]))
        return made

    @staticmethod
    def delivery():
        """What a message would need; nothing of it may show."""
        return {
            "cpr": "0707614285", "cvr": "12345674", "authority": "MY-17", "route": "both", "label": "Ikke på siden",
            "notification": "Ikke på siden", "reply": "yes", "reply-by": "2026-04-01", "mandatory": "no",
            "legal-notification": "no", "not-before": "2026-03-01", "post-type": "MYNDIGHEDSPOST", "enclosures": "appended",
            "address": {"name": "A", "co": "B", "street": "C", "number": "1", "floor": "2", "door": "tv", "place": "D",
                        "district": "E", "postcode": "1234", "country": "DK"},
            "actions": [{"kind": "appointment", "label": "F", "url": "https://example.dk", "from": "2026-04-01",
                         "until": "2026-04-02", "description": "G", "summary": "H", "location": "I", "organizer": "J",
                         "organizer-email": "k@example.dk"}]}

    # How it is run ----------------------------------------------------------------------------

    def run(self, drawn):
        random = self.random
        run = {"standard": None, "for": random.choice([None, None, "digital-post", "screen", "print"])}
        if self.chance(0.5):
            run["standard"] = random.choice(self.standards)
        holds = str(drawn["head"].get("enclosures"))
        if "plain.pdf" in holds:
            run["standard"] = None
        if run["standard"] in (None, "a-3a+ua-1", "a-3a", "none") and self.chance(0.2):
            run["attach"] = self.several(lambda: random.choice(["data.json", "tabel.csv", "note æ.txt"]), 1, 2)
            run["attach"] = list(dict.fromkeys(run["attach"]))
        if run["standard"] in (None, "a-3a+ua-1", "a-3a") and self.chance(0.05):
            run["attach-source"] = True
        for key, share in [("duplex", 0.1), ("draft", 0.05), ("guides", 0.05), ("also", 0.15)]:
            if self.chance(share):
                run[key] = True
        return run

    # The body ---------------------------------------------------------------------------------

    def blocks(self, count, depth):
        return [self.block(depth) for _ in range(count)]

    def block(self, depth):
        random = self.random
        kinds = {"p": 10, "h": 4 if depth == 0 else 0, "list": 3 if depth < 3 else 0, "quote": 1 if depth < 3 else 0,
                 "callout": 0.7 if depth == 0 else 0,
                 "code": 0.7, "rule": 0.4 if depth == 0 else 0.1, "table": 1.5 if depth < 2 else 0.2, "image": 1.2,
                 "fields": 1 if depth < 2 else 0.2, "comment": 0.2}
        kind = random.choices(list(kinds), list(kinds.values()))[0]
        return getattr(self, "draw_" + kind)(depth)

    def draw_p(self, depth):
        return {"b": "p", "c": self.inlines(1, 9 if depth == 0 else 4)}

    def draw_h(self, depth):
        return {"b": "h", "level": self.random.randint(1, 4),
                "c": self.inlines(1, 2, short=True)}

    def draw_list(self, depth):
        random = self.random
        start = random.choice([None, None, 1, 1, 4, 98, 7])
        items = []
        for _ in range(random.choice([1, 2, 3, 3, 5, 9])):
            first = self.draw_p(depth + 1) if self.chance(0.93) else self.block(depth + 1)
            more = self.blocks(random.randint(1, 2), depth + 1) if self.chance(0.2) else []
            items.append([first] + more)
        return {"b": "list", "start": start, "tight": self.chance(0.6), "items": items}

    def draw_quote(self, depth):
        return {"b": "quote", "c": self.blocks(self.random.randint(1, 3), depth + 1)}

    def draw_callout(self, depth):
        # A title that says nothing would be no title.
        title = self.inlines(1, 1, short=True) if self.chance(0.5) else []
        kind = self.random.choice(["note", "tip", "important", "warning", "caution"])
        return {"b": "callout", "kind": kind, "title": title, "c": self.blocks(self.random.randint(1, 3), depth + 1)}

    def draw_code(self, depth):
        lines = ["krone = vandstand + sikkerhed", "      = 2,10 m    + 0,50 m", "", "if (a < b) { return *x; }", "øre"]
        return {"b": "code", "lines": self.random.sample(lines, self.random.randint(1, 4))}

    def draw_rule(self, depth):
        return {"b": "rule"}

    def draw_table(self, depth):
        random = self.random
        columns = random.choice([1, 2, 2, 3, 3, 4, 5] if depth == 0 else [1, 2, 3])
        short = lambda: self.inlines(1, 1 if columns > 2 else 2, short=True, narrow=columns > 2)
        cell = lambda: [] if self.chance(0.07) else [f"{random.randint(1, 9)}.{random.randint(100, 999)}"] \
            if self.chance(0.4) else short()
        rows = [[cell() for _ in range(columns)] for _ in range(random.choice([0, 1, 2, 4, 8, 30]))]
        attributes = {}
        if self.chance(0.15):
            attributes["headers"] = random.choice(["none", "row", "column", "both"])
        if self.chance(0.2):
            attributes["width"] = random.choice(["wide", "wide", "column"])
        total = {"total": True} if rows and rows[-1][0] and self.chance(0.2) else {}
        return {"b": "table", **total, **({"attributes": attributes} if attributes else {}), "align": [random.choice(["", "l", "c", "r"]) for _ in range(columns)],
                "head": [short() for _ in range(columns)], "rows": rows,
                "caption": self.inlines(1, 2, short=True) if self.chance(0.35) else None}

    def draw_image(self, depth):
        random = self.random
        image = {"b": "image", "src": random.choice(PICTURES), "alt": w.title(random, self.language)}
        if self.chance(0.4):
            image["title"] = w.title(random, self.language)
        if self.chance(0.5):
            image["width"] = random.choice(["30mm", "60mm", "2in", "90pt", "7cm"])
        elif self.chance(0.3):
            image["height"] = random.choice(["25mm", "1.5in"])
        if self.chance(0.5):
            image["align"] = random.choice(["left", "center", "right"])
        if self.chance(0.08):
            image["uri"] = random.choice(w.URIS)
        return image

    def draw_fields(self, depth):
        term = lambda: self.random.choice([["Telefon"], ["E-mail"], ["Kommunalbestyrelsesmedlemmerne"],
                                           self.inlines(1, 1, short=True, narrow=True)])
        return {"b": "fields", "rows": [[term(), self.inlines(1, 2)] for _ in range(self.random.randint(1, 5))]}

    def draw_comment(self, depth):
        return {"b": "comment", "text": "ikke med"}

    # Inlines ----------------------------------------------------------------------------------

    def inlines(self, low, high, short=False, narrow=False, depth=0):
        random, made = self.random, []
        for _ in range(random.randint(low, high)):
            if narrow:
                text = w.word(random, self.language)[:12]
            elif short:
                text = w.words(random, self.language, 1, 4)
            else:
                text = w.prose(random, self.language, 1, 2)
            made.append(text)
            if self.chance(0.45):
                made.append(self.special(short, depth))
        if not short and self.chance(0.05):
            made = [self.special(short, depth)] + made
        return made

    def special(self, short, depth):
        random = self.random
        kinds = {"em": 4, "strong": 4, "strike": 1, "code": 2, "link": 3, "auto": 0.7, "www": 0.7, "mail": 0.4,
                 "span": 2, "note": 2 if depth == 0 else 0.6 if depth == 1 else 0, "br": 0 if short else 1, "dead": 0.4, "picture": 0.4,
                 "again": 0.3 if depth == 0 else 0, "comment": 0.2}
        kind = random.choices(list(kinds), list(kinds.values()))[0]
        inner = lambda: [w.words(random, self.language, 1, 2 if short else 5)] if depth or self.chance(0.8) \
            else [w.words(random, self.language, 1, 3), self.special(True, 2)]
        if kind in ("em", "strong", "strike"):
            return {"i": kind, "c": inner()}
        if kind == "picture":
            made = {"i": kind, "src": random.choice(["chart.svg", "mark.svg", "grey.png", "alpha.png", "grey.jpg"]),
                    "alt": w.title(random, self.language)}
            return made | random.choice([{}, {"height": "3mm"}, {"height": "9mm"}, {"width": "4mm"}])
        if kind == "code":
            return {"i": kind, "t": random.choice(["a < b", "x*y", "§ 3", "konto_nr", "to  ord"])}
        if kind == "link":
            return {"i": kind, "uri": random.choice(w.URIS), "c": [w.words(random, self.language, 1, 4)]}
        if kind == "auto":
            return {"i": kind, "uri": random.choice(["https://www.kl.dk/politik", "mailto:post@kl.dk"])}
        if kind == "www":
            return {"i": kind, "t": random.choice(["www.kl.dk", "https://vejby.example/a", "www.vejby.example/sag/12"])}
        if kind == "mail":
            return {"i": kind, "t": "post@kl.dk"}
        if kind == "span":
            if self.chance(0.5):
                other = random.choice(sorted(w.WORDS))
                return {"i": kind, "lang": other, "c": [w.words(random, other, 1, 5)]}
            return {"i": kind, "class": random.choice(["smallcaps", "oldstyle", "nohyphens"]), "c": inner()}
        if kind == "note":
            paragraphs = random.choice([1, 1, 1, 2])
            length = 3 if self.chance(0.95) else 30
            return {"i": kind, "n": [self.inlines(1, length if paragraphs == 1 else 2, depth=depth + 1, short=short)
                                     for _ in range(paragraphs)]}
        if kind == "dead":
            return {"i": kind, "c": [w.words(random, self.language, 1, 3)]}
        if kind == "comment":
            return {"i": kind}
        return {"i": kind}
