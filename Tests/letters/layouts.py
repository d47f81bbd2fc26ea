"""Draws layouts: a shipped one with some of everything that a layout file can say changed."""
import re
import zlib

import words as w

COLORS = ["#000000", "#1f4e79", "#8a1538", "#595959", "#223300"]
FAMILIES = ["Liberation Sans", "DejaVu Sans"]
# With PostScript outlines and with a weight axis; they have no italics, so they are for names alone.
PROOFS = ["Proof Serifless", "Proof Variable"]
STYLES = ["text", "subject", "heading", "heading-1", "heading-2", "heading-3", "heading-4", "opening", "closing",
          "signature", "signature-name", "signature-title", "recipient", "recipient-label", "attention", "notice",
          "frame", "sidebar", "header", "footer", "label", "return-line", "quote", "callout", "callout-title", "code",
          "inline-code", "link", "list", "table", "table-head", "table-cell", "table-total", "caption", "footnote",
          "field-term", "postscript", "enclosures",
          "copies", "watermark"]
NARROW = {"frame", "sidebar", "header", "footer", "label", "return-line", "recipient", "recipient-label"}
# Where the paper's size or the window is a matter of the post, frames stay as they are.
FREE = {"brev", "kl", "kl-2019", "ministry", "notat"}


def draw_layout(random, base):
    """The keys of a layout that extends a shipped one."""
    return LayoutDrawer(random, base).layout()


def shrinking(frame):
    """A frame whose overflow is said in one key."""
    if "shrink-to" in frame:
        frame["overflow"] = {"shrink-to": frame.pop("shrink-to")}
    return frame


class LayoutDrawer:
    def __init__(self, random, base):
        self.random, self.base = random, base

    def chance(self, share):
        return self.random.random() < share

    def pick(self, **makers):
        """A mapping with some of the keys, at least one."""
        keys = [key for key in makers if self.chance(0.4)] or [self.random.choice(list(makers))]
        return {key.replace("_", "-"): makers[key]() for key in keys}

    def layout(self):
        parts = {"page": self.page, "fonts": self.fonts, "colors": self.colors, "fields": self.fields,
                 "text": self.text, "styles": self.styles, "regions": self.regions, "recipient": self.recipient,
                 "subject": self.subject, "opening": self.opening, "closing": self.closing,
                 "signatures": self.signatures, "enclosures": self.enclosures, "copies": self.copies,
                 "lists": self.lists, "quotations": self.quotations, "callouts": self.callouts, "tables": self.tables, "images": self.images,
                 "footnotes": self.footnotes, "thematic-breaks": self.rules, "frames": self.frames, "sidebars": self.sidebars,
                 "header": self.header, "footer": self.footer, "sidebar": self.sidebar, "logo": self.logo,
                 "shapes": self.shapes, "window": self.window, "keep-free": self.keep_free, "marks": self.marks,
                 "fit": self.fit, "printed-links": lambda: self.random.choice(["none", "brackets", "footnotes"]),
                 "letterhead": self.letterhead, "name": lambda: "Eget", "description": lambda: "En prøve",
                 "date-form": lambda: self.random.choice(["{dd}-{mm}-{year}", "{day}. {month} {year}", "{year}-{mm}-{dd}"]),
                 "language": lambda: self.random.choice(["da", "en"]), "variables": lambda: {"farve": "#334455"}}
        made = {"extends": self.base}
        for key in self.random.sample(list(parts), self.random.choice([1, 2, 4, 7, 12])):
            value = parts[key]()
            if value is not None:
                made[key] = value
        # Nothing shows of it, so it must not change what else is drawn.
        if zlib.crc32(repr(made).encode()) % 4 == 0:
            made["sender"] = self.sender(zlib.crc32(repr(made).encode()) // 4)
        if self.chance(0.4):
            made.setdefault("styles", self.styles())
        if self.chance(0.35) and self.logo():
            made["logo"] = self.logo()
        if self.base in ("brev", "ministry") and self.chance(0.2):
            made["recipient"] = self.recipient()
        if made.get("frames") is None and self.base in ("kl", "kl-2019") and self.chance(0.5):
            made["frames"] = self.frames()
        if self.base == "fjernprint" and self.chance(0.5):
            made["window"] = self.window()
        if {"font", "tracking", "uppercase", "weight", "italic"} & set(made.get("text", {})) or "text" in made.get("fonts", {}):
            made.setdefault("styles", {})["frame"] = {
                "font": "Liberation Sans", "tracking": "0pt", "uppercase": False, "weight": 400, "italic": False}
        if "variables" in made:
            made.setdefault("styles", {})["footnote"] = {"color": "$farve"}
        if "egen-stil" in made.get("styles", {}):  # A style of one's own is for frames.
            made["frames"] = {**(made.get("frames") or self.frames())}
            made["frames"]["ekstra"]["style"] = "egen-stil"
        if "Proof" in str(made.get("styles")):
            made["fonts"] = self.fonts(own=True)
        if "text" in made.get("styles", {}):
            made["text"] = self.joined(made.get("text", {}), made["styles"].pop("text"))
        return self.adding(made)

    def joined(self, text, more):
        """The running text with what was drawn for it among the styles, as if that were said of it afterwards."""
        made = {**text, **more}
        if "features" in more:  # It takes the place of what was said one by one, too.
            for key in {"small-caps", "old-style-figures", "tabular-figures"} - set(more):
                made.pop(key, None)
                if key == "tabular-figures" and self.base not in ("kl", "kl-2019"):
                    made[key] = None
        if "justification" in more:
            made["justification"] = {**text.get("justification", {}), **more["justification"]}
        if "hyphenation" in more:
            old, new = text.get("hyphenation", {}), more["hyphenation"]
            if isinstance(old, bool) and isinstance(new, dict):
                old = {"enabled": old, "before": 2, "after": 2, "ladder": 2, "graded": True, "reluctance": "normal",
                       "exceptions": []}
            made["hyphenation"] = {**old, **(new if isinstance(new, dict) else {"enabled": new})} \
                if isinstance(old, dict) else new
        return made

    def adding(self, made):
        """Lists that add to those of the layout below, where that has none; so the letter is the same."""
        lists = {"kl": ("fonts", "files"), "brev": ("marks", "fold"), "ministry": ("marks", "punch")}
        part, key = lists.get(self.base, (None, None))
        if key in made.get(part, {}):
            made[part] = {"+" + name if name == key else name: value for name, value in made[part].items()}
        if self.base == "notat" and "shapes" in made:
            made["+shapes"] = made.pop("shapes")
        return made

    # Values -----------------------------------------------------------------------------------

    def pt(self, low, high):
        return f"{self.random.randint(low * 2, high * 2) / 2:g}pt"

    def mm(self, low, high):
        return f"{self.random.randint(low, high)}mm"

    def flag(self):
        return self.chance(0.5)

    def color(self):
        return self.random.choice(COLORS)

    def rule(self):
        return self.random.choice([self.pt(1, 2), {"thickness": self.pt(1, 2), "color": self.color()}])

    def some(self, values):
        return lambda: self.random.choice(values)

    # Parts ------------------------------------------------------------------------------------

    def page(self):
        made = self.pick(bleed=lambda: self.mm(0, 5), sides=self.some(["one", "two"]), mirror=lambda: self.base not in ("fjernprint", "norway-c5") and self.flag(), numbers=lambda: self.pick(
            form=self.some(["arabic", "lower-roman", "upper-roman"]), single=self.flag))
        if self.base in ("notat", "brev"):
            made.update(self.random.choice([{"size": "A4"}, {"size": "Legal"}, {"width": "225mm", "height": "305mm"}, {"width": "230mm", "height": "300mm"},
                                            {"width": "215mm", "height": "300mm"}]))
        return made

    def fonts(self, own=False):
        made = self.pick(text=self.some(FAMILIES), heading=self.some(FAMILIES), mono=self.some(["Liberation Mono"]),
                         fallback=lambda: ["DejaVu Sans"])
        if own or self.chance(0.3):
            made["files"] = ["ProofSerifless-Regular.otf", "ProofSerifless-Bold.otf", "ProofVariable.ttf"]
        made.setdefault("fallback", "DejaVu Sans" if self.flag() else ["Liberation Sans", "DejaVu Sans"])
        return made

    def colors(self):
        return {"eget": self.color(), "quiet": self.color()}

    def fields(self):
        if self.base == "kl" and self.chance(0.3):
            return ["journal"]  # A list takes the place of the fields above it.
        return self.random.choice([{"journal": {"label": {"en": "No."}}}, {"journal": {"label": "Jnr."}},
                                   {"journal": {"label": {"da": "Jnr.", "other": "No."}, "required": False}},
                                   {"journal": "Jnr."}, {"journal": {"label": "Jnr.", "default": "26/1"}},
                                   {"journal": {"holds": self.random.choice(["text", "phone"]), "default": "33 70 34 58"}},
                                   {"journal": {"default": {"da": "26/1", "other": "26/2"}}}])

    def hyphenation(self):
        return self.random.choice([True, False, self.divisions()])

    def divisions(self):
        return self.pick(
            enabled=self.flag, before=lambda: self.random.randint(2, 4), after=lambda: self.random.randint(2, 4),
            ladder=lambda: self.random.randint(0, 3), graded=self.flag,
            reluctance=self.some(["low", "normal", "high", "never"]),
            exceptions=self.some([["Kommu-nernes"], "bre-vet"]))

    def lines(self):
        """What text and styles share."""
        return {"font": self.some(FAMILIES), "weight": self.some([400, 700, "bold", "regular"]),
                "italic": self.flag, "color": self.color, "features": self.some(["onum", ["liga", "kern"], "-kern"]),
                "small_caps": self.flag, "old_style_figures": self.flag, "tabular_figures": self.flag,
                "underline": self.flag, "tracking": self.some(["0.1pt", "0.3pt", "-0.1pt"]),
                "align": self.some(["left", "right", "center", "justify"]),
                "breaking": self.some(["first-fit", "total-fit"]), "balance": self.flag, "hyphenation": self.hyphenation,
                "protect_phrases": self.flag, "optical_margin": self.flag,
                "justification": lambda: self.pick(stretch=self.some([0.3, 0.5, 1]), shrink=self.some([0.1, 0.3])),
                "space_before": lambda: self.pt(0, 20), "space_after": lambda: self.pt(0, 20),
                "indent": self.some(["0mm", "3mm", "4mm"])}

    def text(self):
        return self.pick(**self.lines(), uppercase=lambda: self.chance(0.2), size=lambda: self.pt(9, 12), leading=lambda: self.pt(13, 16),
                         quotes=self.some(["as-written", "typographic"]), orphans=self.some([1, 2, 3]),
                         widows=self.some([1, 2, 3]), number_paragraphs=self.flag, keep_grid=self.flag,
                         numbering=self.some(["none", "decimal"]))

    def styles(self):
        made = {}
        for name in self.random.sample(STYLES, self.random.randint(2, 9)):
            lines = self.lines()
            if name in NARROW:  # Their frames hold what is set as the layout has it, hardly more.
                for key in ("font", "weight", "italic", "small_caps", "tracking", "space_before", "space_after", "indent"):
                    lines.pop(key)
            style = self.pick(**lines, **({} if name in NARROW else {"uppercase": self.flag}))
            if name in ("heading-1", "heading-2", "heading-3", "heading"):
                style["numbering"] = self.random.choice(["none", "decimal", "nested", "upper-roman", "upper-alpha"])
            if name in ("subject", "heading", "caption", "footnote", "quote", "signature-name"):
                style.update({"size": self.pt(7, 13), "leading": self.pt(13, 16)})
            if name in ("signature-name", "signature-title", "opening", "closing", "copies"):
                if self.flag():
                    style["italic"] = False
                    style["font"] = self.random.choice(PROOFS)
            made[name] = style
        if self.base in ("kl", "kl-2019"):
            made["egen-stil"] = {"from": self.random.choice(["text", "label", "caption", "mindre"]), **self.pick(
                **self.lines(), uppercase=self.flag, size=lambda: self.pt(6, 8), leading=lambda: self.pt(8, 9),
                numbering=self.some(["none", "decimal"])), "hyphenation": self.divisions(), "indent": self.random.choice(["0mm", "2mm"])}
            if made["egen-stil"]["from"] == "mindre":
                made["mindre"] = {"from": "caption", "size": "8pt"}
        return made

    def regions(self):
        if self.base not in FREE:
            return None
        first = {"frame": self.random.choice([
            {"x": "25mm", "y": "100mm", "width": self.mm(100, 125), "bottom": "40mm"},
            {"x": "25mm", "baseline": "102mm", "right": "85mm", "last-baseline": "255mm"}])}
        return {**({"first": first} if self.chance(0.5) else {}), "next": {"frame": {"x": "25mm", "y": self.mm(40, 60), "width": self.mm(100, 125), "bottom": "40mm"}},
                **({"last": {"frame": {"x": "25mm", "y": "45mm", "width": "110mm", "bottom": "60mm"}}}
                   if self.chance(0.4) else {})}

    def recipient(self):
        if self.base not in FREE:
            return self.pick(line_limit=self.some([34, 80]), gap=lambda: self.mm(0, 2))
        if self.base == "notat" or self.chance(0.25):
            return {"place": "flow", "label": self.random.choice(["{label:to}", "{label:recipients}:", "Til {recipient}"]),
                    "space-after": self.pt(6, 14)}
        rect = {"x": "25mm", "y": "50mm", "width": "80mm", "height": "35mm"}
        return {"place": "frame", "overflow": "grow", **({"frame": rect} if self.base in ("brev", "ministry") else {}),
                **self.pick(anchor=self.some(["top", "middle", "bottom"]),
                            overflow=lambda: {"shrink-to": self.random.choice([0.7, 0.9])}, gap=lambda: self.mm(0, 3))}

    def subject(self):
        return self.pick(show=self.flag, label=self.some(["{label:subject}", "{label:subject} "]),
                         before_opening=self.flag)

    def opening(self):
        return {"text": self.random.choice([
            "Til rette vedkommende", "Kære {recipient}", {"da": "Kære {recipient}", "en": "Dear {recipient}", "other": "{recipient}"},
            {"en": "Dear all", "other": "Til rette vedkommende"}])}

    def closing(self):
        return {"text": self.random.choice(["{label:closing}", "Venlig hilsen **{author}**", {"en": "Yours", "other": "Hilsen"}])}

    def signatures(self):
        return self.pick(columns=self.some([1, 2, 3]), gap=lambda: self.mm(3, 8), row_gap=lambda: self.mm(0, 8),
                         space_for_ink=lambda: self.mm(8, 20), least_space_for_ink=lambda: self.mm(5, 12),
                         image_height=lambda: self.mm(8, 15), rule=self.rule)

    def enclosures(self):
        made = self.pick(label=self.some(["{label:enclosures}:", "Vedlagt"]), stack=self.flag, stamp=self.flag,
                         keep_size=self.flag, margin_sign=self.some(["./.", "Bil."]), unused=self.some([0, 1]))
        made.pop("unused", None)  # It keeps the place of a key that is no more, so that a seed's letters stay the same.
        return made

    @staticmethod
    def sender(number):
        return {"cvr": "12345674", "authority": "MY-17", "label": "Ikke på siden", "case-system": "S",
                "alternative": ["none", "text", "html"][number % 3],
                "contact": {"group": "1.2", "id": "3", "label": "L"},
                "print": {"type": "17", "user": "u", "unit": "v", "account": "w", "color": True, "sides": "one",
                          "envelope": "C4", "category": "bulk"}}

    def copies(self):
        return self.pick(label=self.some(["{label:copies}:", "Kopi"]), stack=self.flag)

    def lists(self):
        numbers = ["decimal", "lower-alpha", "upper-alpha", "lower-roman", "upper-roman"]
        return self.pick(bullets=self.some(["•", ["–", "•"], ["–", "–", "–"]]),
                         numbers=lambda: self.random.choice([self.random.choice(numbers), self.random.sample(numbers, 2)]),
                         number_suffix=self.some([".", ")", ""]), indent=lambda: self.mm(4, 9), gap=lambda: self.pt(0, 6),
                         align_numbers_right=self.flag, term_width=lambda: self.mm(20, 40))

    def quotations(self):
        return self.pick(indent_left=lambda: self.mm(0, 10), indent_right=lambda: self.mm(0, 10), bar=self.rule)

    def callouts(self):
        words = self.some(["Bemærk", {"en": "Note", "other": "Husk"}])
        return self.pick(background=self.some(["#eef3f8", "#ffffff"]), border=self.rule, padding=lambda: self.mm(0, 5),
                         titles=lambda: self.pick(note=words, tip=words, important=words, warning=words, caution=words))

    def tables(self):
        return self.pick(color=self.color, outer=lambda: self.pt(0, 1), head=lambda: self.pt(0, 1),
                         inner=lambda: self.pt(0, 1), padding_x=lambda: self.pt(1, 3), padding_y=lambda: self.pt(1, 4),
                         head_background=self.some(["#eeeeee", "#dde8f0"]), fill_measure=self.flag,
                         total=lambda: self.pt(0, 1), width=self.some(["column", "wide"]))

    def images(self):
        return self.pick(resolution=self.some([96, 150, 300]), align=self.some(["left", "center", "right"]),
                         max_width=self.some([0.5, 0.8, 1]))

    def footnotes(self):
        return self.pick(rule=self.rule, rule_width=lambda: self.mm(20, 60), space_before=lambda: self.pt(4, 14),
                         indent=lambda: self.mm(3, 6))

    def rules(self):
        return self.pick(rule=self.rule, width=lambda: self.mm(20, 100))

    def line(self):
        return self.random.choice([
            "{date}", "{label:case-id}: {case-id}", "**{title}** {label:page}", "{title}",
            {"text": "{date}", "label": "{label:date}"}, {"text": "www.kl.dk", "link": "https://www.kl.dk/"}, {"da": "Side", "en": "Page", "other": "{title}"},
            {"rule": "0.5pt"}, {"image": "mark.svg", "alt": "Mærke", "width": "8mm", **self.pick(
                height=self.some(["5mm"]), align=self.some(["left", "right"]))},
            {"text": "Lille", "style": "label", "if": "email"}, {"text": "{phone}", "unless": "email"}])

    def frame(self, rect, pages):
        made = {"frame": rect, "pages": pages, "groups": [self.line() for _ in range(self.random.randint(1, 2))]}
        if self.chance(0.3):
            made["groups"] = [[self.line(), self.line()], {"lines": [self.line()], "if": "email", "space-before": "2pt"},
                              {"lines": [self.line()], "read": self.random.choice(["before", "after"])}]
        if self.chance(0.2):
            made["groups"] = {"en": [self.line()], "other": made["groups"]}
        made.update(self.pick(anchor=self.some(["top", "middle", "bottom"]), group_gap=lambda: self.pt(0, 3),
                              labels=self.some(["inline", "above", "beside"]), label_width=self.some(["12mm"]),
                              content=self.flag, links=self.flag, overflow=lambda: "error", shrink_to=self.some([0.6]),
                              background=self.some(["#f4f4f4"]), border=self.rule, style=self.some(["sidebar", "label"]),
                              read=self.some(["before", "after"])))
        if self.chance(0.5):
            made["padding"] = "1mm"
            made.setdefault("shrink-to", 0.6)
        return shrinking(made)

    def pages(self):
        return self.random.choice(["all", "first", "next", "last", "single", "several", "odd", "even", ["first", "last"]])

    def corner(self):
        """Room that no shipped layout uses: the left of the top edge on following pages."""
        return {"x": "25mm", "y": "7mm", "width": "60mm", "height": "25mm"}

    def frames(self):
        if self.base not in ("kl", "kl-2019"):
            return None
        kind = self.random.choice(["header", "footer", "text", "sidebar", "mark", "background"])
        rect = {"x": "100mm", "bottom": "5mm", "width": "55mm", "height": "24mm"}
        return {"ekstra": {"kind": kind, **self.frame(rect, self.pages())}}

    def sidebars(self):
        if self.base not in ("brev", "notat"):
            return None
        return {"anden": self.frame({"x": "158mm", "y": "214mm", "width": "38mm", "height": "45mm"}, self.pages())}

    def header(self):
        return self.frame(self.corner(), "next") if self.base in ("kl", "kl-2019") else None

    def footer(self):
        if self.base not in ("kl", "kl-2019"):
            return None
        return self.frame({"x": "25mm", "bottom": "5mm", "width": "60mm", "height": "24mm"}, self.pages())

    def sidebar(self):
        if self.base not in ("kl", "brev"):
            return None
        return {"links": self.flag(), "group-gap": self.pt(3, 9), "style": "sidebar"}

    def logo(self):
        if self.base not in ("brev", "kl", "notat"):
            return None
        return shrinking({"image": self.random.choice(["mark.svg", "alpha.png", "photo.jpg", {"en": "mark.svg", "other": "alpha.png"}]), "width": self.mm(10, 20), **self.pick(
            alt=self.some(["Vejby Kommune", {"en": "Vejby", "other": "Vejby Kommune"}]), height=lambda: self.mm(8, 12),
            align=self.some(["left", "right"]), pages=self.some(["first", "all"]), background=self.some(["#ffffff"]),
            frame=self.some([{"right": "12mm", "y": "15mm", "width": "40mm", "height": "20mm"}]), border=self.rule,
            padding=self.some(["1mm"]), content=self.flag, style=self.some(["label"]), anchor=self.some(["top"]),
            group_gap=self.some(["1pt"]), labels=self.some(["above"]), label_width=self.some(["9mm"]), links=self.flag,
            shrink_to=self.some([0.5]), overflow=lambda: "error", read=self.some(["before", "after"]))})

    def shapes(self):
        shape = {"frame": {"x": "1mm", "y": "1mm", "width": "3mm", "height": "10mm"}, **self.pick(
            fill=self.color, outline=self.rule, pages=self.pages)}
        other = {"frame": {"right": self.random.choice(["0mm", "1mm"]), "bottom": "1mm", "width": "2mm", "height": "2mm"}, "fill": self.color()}
        if self.base in ("fjernprint", "norway-c5"):
            return None
        return self.random.choice([shape, [shape, other]])

    def window(self):
        if self.base != "fjernprint":
            return None
        return {"clearance": self.mm(1, 2), "pages": "first", **({"frame": self.random.choice([
            {"x": "20mm", "y": "40mm", "width": "90mm", "height": "47mm"},
            {"right": "100mm", "bottom": "210mm", "width": "90mm", "height": "47mm"}])} if self.flag() else {})}

    def keep_free(self):
        if self.base == "fjernprint":
            return None
        return {"hjørne": {"frame": {"right": "0mm", "bottom": "0mm", "width": "1mm", "height": "1mm"}, "pages": self.pages()},
                **({"andet": {"frame": {"x": "0mm", "y": "0mm", "width": "1mm", "height": "1mm"}}} if self.flag() else {})}

    def marks(self):
        return None if self.base in ("fjernprint", "norway-c5") else self.pick(
            fold=self.some(["105mm", ["105mm", "210mm"]]), punch=self.some(["148.5mm", ["108mm", "188mm"]]),
            x=self.some(["5mm"]), length=self.some(["4mm"]), rule=self.rule, pages=self.pages,
            **({"omr": self.omr, "datamatrix": self.datamatrix} if self.base in ("kl", "kl-2019", "brev") else {}))

    def omr(self):
        return {"sequence": self.random.choice([0, 1, 3]), "enabled": self.chance(0.8), **self.pick(
            x=self.some(["6mm"]), y=self.some(["155mm"]), length=self.some(["7mm"]),
            thickness=self.some(["0.5mm"]), pitch=self.some(["3.5mm"]), counts=self.some(["sheets", "letters"]),
            parity=self.some(["even", "odd", "none"]))}

    def datamatrix(self):
        return self.pick(enabled=self.flag, x=self.some(["5mm"]), y=self.some(["222mm"]), size=self.some(["10mm"]),
                         text=self.some(["{id} {sheet}/{sheets}", "{letter:4} {run-sheet:6} æøå"]))

    def fit(self):
        return {"enabled": True, **self.pick(gap_shrink=self.some([0.5, 0.8]), gap_stretch=self.some([1.2, 1.6]),
                                             leading_shrink=self.some([0.95]), leading_stretch=self.some([1.05]))}

    def letterhead(self):
        pages = self.random.choice([["first"], ["next"], ["first", "next"]])
        return dict.fromkeys(pages, "letterhead.pdf") if self.base in FREE else None
