"""Plants faults into the pages of a PDF, as a writer that errs would: the witness must find every one."""
import sys
from pathlib import Path

import pikepdf

sys.path.insert(0, str(Path(__file__).resolve().parent.parent / "pdfcheck"))
from pdf import PDF, Font  # noqa: E402

SHOWING, FILLING = ("TJ", "Tj"), ("f", "f*", "S", "B")


class Page:
    """The first page of a PDF as operations that can be changed."""

    def __init__(self, path):
        self.file = pikepdf.open(path)
        self.page = self.file.pages[0]
        self.operations = [[list(one.operands), str(one.operator)] for one in pikepdf.parse_content_stream(self.page)]
        read = PDF(str(path))
        resources = read.get(read.pages[0].get("/Resources"))
        fonts = read.get(resources.get("/Font")) or {}
        self.fonts = {str(name): Font(read, read.get(value)) for name, value in fonts.items()}

    def write(self, path):
        made = [(operands, pikepdf.Operator(operator)) for operands, operator in self.operations]
        self.page.Contents = self.file.make_stream(pikepdf.unparse_content_stream(made))
        self.file.save(path)

    def texts(self):
        """Each operation that shows text, as an array, with its font and its glyphs: (part, code, width)."""
        font = None
        for operands, operator in self.operations:
            if operator == "Tf":
                font = self.fonts.get(str(operands[0]))
            if operator in SHOWING and font:
                parts = list(operands[0]) if operator == "TJ" else [operands[0]]
                yield operands, font, parts

    def all_of(self, *operators):
        return [one for one in self.operations if one[1] in operators]


def is_text(part):
    return isinstance(part, pikepdf.String) or isinstance(part, (bytes, str))


def split(parts, font):
    """The parts of a TJ with a string for each glyph."""
    size = 2 if font.composite else 1
    result = []
    for part in parts:
        data = bytes(part) if is_text(part) else None
        result += [part] if data is None else [pikepdf.String(data[at:at + size]) for at in range(0, len(data), size)]
    return result


def show(operation, parts):
    operation[0][:], operation[1] = [pikepdf.Array(parts)], "TJ"


def longest_text(page):
    best = None
    for operands, font, parts in page.texts():
        single = split(parts, font)
        if best is None or len(single) > len(best[1]):
            best = next(one for one in page.operations if one[0] is operands), single, font
    return best


def moved_word(page):
    """The second half of a line stands a point to the right."""
    operation, parts, _ = longest_text(page)
    show(operation, parts[:len(parts) // 2] + [-120] + parts[len(parts) // 2:])


def missing_glyph(page, wanted):
    """One glyph is not drawn, its room is kept."""
    for operands, font, parts in page.texts():
        single = split(parts, font)
        for place, part in enumerate(single):
            code = int.from_bytes(bytes(part), "big") if is_text(part) else None
            if code is not None and font.character(code) == wanted:
                operation = next(one for one in page.operations if one[0] is operands)
                show(operation, single[:place] + [-font.width(code)] + single[place + 1:])
                return
    raise LookupError(f"no “{wanted}” on the page")


def other_glyph(page):
    """A glyph is drawn in place of another that is as wide, or nearly."""
    operation, parts, font = longest_text(page)
    codes = [int.from_bytes(bytes(part), "big") for part in parts if is_text(part)]
    for place, part in enumerate(parts):
        code = int.from_bytes(bytes(part), "big") if is_text(part) else None
        if code is not None and font.character(code) == "n":
            other = next(one for one in codes if font.character(one) == "d")
            parts[place] = pikepdf.String(other.to_bytes(len(bytes(part)), "big"))
            show(operation, parts)
            return
    raise LookupError("no “n” on the page")


def missing_rule(page):
    """The first thing that is filled or stroked is not."""
    page.all_of(*FILLING)[0][1] = "n"


def wrong_color(page):
    """All text and rules are somewhat lighter."""
    changed = 0
    for operation in page.all_of("rg", "g"):
        operation[0][:] = [round(min(1, float(value) + 0.3), 3) for value in operation[0]]
        changed += 1
    if not changed:
        page.operations.insert(0, [[0.3], "g"])


def missing_line(page):
    """One line of text is not shown."""
    operation, _, _ = longest_text(page)
    operation[0][:], operation[1] = [3], "Tr"


def raised_line(page):
    """A line stands half a point too high."""
    operation, _, _ = longest_text(page)
    place = page.operations.index(operation)
    page.operations[place:place + 1] = [[[0.5], "Ts"], operation, [[0], "Ts"]]


PLANTS = {
    "a word moved by a point": moved_word,
    "a missing full stop": lambda page: missing_glyph(page, "."),
    "a missing letter": lambda page: missing_glyph(page, "e"),
    "a wrong letter": other_glyph,
    "a missing rule": missing_rule,
    "a wrong colour": wrong_color,
    "a missing line": missing_line,
    "a line half a point too high": raised_line,
}


def plant(name, source, target):
    page = Page(source)
    PLANTS[name](page)
    page.write(target)
