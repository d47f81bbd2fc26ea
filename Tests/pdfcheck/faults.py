"""Shows that the judges judge: breaks a good letter in one way at a time, and each must notice.

usage: .venv/bin/python Tests/pdfcheck/faults.py [PROGRAM]

Every rule of rules.py has a file here that breaks that rule alone; beside it stands the rule of veraPDF (flavour,
clause and test) that says the same, which Docs/pdf-ledger.md names; `…` stands where veraPDF has none. Prints what
was not noticed, or noticed by another rule, and ends with status 1 if there is any.
"""
import inspect
import os
import pathlib
import re
import subprocess
import sys
import tempfile

import pikepdf
from pikepdf import Array, Dictionary, Name, String

ROOT = pathlib.Path(__file__).resolve().parent.parent.parent
sys.path.insert(0, str(ROOT / "Tests/verapdf"))
from document import Document  # noqa: E402
from rules import RULES, breaches_of  # noqa: E402

LAYOUT = """extends: brev
fonts: {fallback: [DejaVu Sans], files: [ProofSerifless-Regular.otf]}
styles: {quote: {font: Proof Serifless}}
"""
LETTER = """---
layout: own.yaml
date: 2024-03-11
subject: Alt på én side
---
Et afsnit med et [led](https://kl.dk) og en note[^1] og *kursiv* og Łódź.

## Et punkt

- Et punkt med åæø

1. Et tal

| Hoved | Andet |
| --- | --- |
| Celle | 12 |

> Et citat

### Et andet

![Et dige](dige.jpg){width=30mm}

![To ord](ord.svg){width=30mm}

[^1]: En note.
"""
DRAWING = """<svg xmlns="http://www.w3.org/2000/svg" width="90" height="40">
<text y="15" font-family="Liberation Sans">Ord</text><text y="35" font-family="Proof Serifless">Ord</text></svg>
"""
FAULTS = []


def fault(rule, *vera, source="2a+ua", broken=()):
    """A way to break a rule; `broken` names other rules that cannot but break with it."""
    def register(function):
        FAULTS.append((rule, vera, source, function, set(broken)))
        return function
    return register


def elements(pdf, kind):
    """The structure elements of a type."""
    return [one for one in pdf.objects if isinstance(one, Dictionary) and one.get("/S") == Name("/" + kind)
            and "/P" in one]


def fonts(pdf, kind):
    return [one for one in pdf.objects if isinstance(one, Dictionary) and one.get("/Subtype") == Name("/" + kind)
            and one.get("/Type") == Name.Font]


def streams(pdf, kind):
    return [one for one in pdf.objects if isinstance(one, pikepdf.Stream) and one.get("/Subtype") == Name("/" + kind)]


def paint(pdf, content):
    page = pdf.pages[0]
    page.contents_add(content, prepend=False)


def in_xmp(pdf, old, new):
    data = pdf.Root.Metadata.read_bytes()
    assert re.search(old, data), old
    pdf.Root.Metadata.write(re.sub(old, new, data))


ARTIFACT = b"/Artifact BMC q %s Q EMC"


# File structure -------------------------------------------------------------------------------


@fault("page boxes lie in one another", "…")
def trimmed_beside_the_sheet(pdf):
    pdf.pages[0].TrimBox = Array([-1, 0, 200, 200])


@fault("A 6.1.2 header", "2a 6.1.2-1")
def another_header(data):
    return data.replace(b"%PDF-1.7", b"%PDF-1.9", 1)


@fault("A 6.1.3 trailer", "2a 6.1.3-1")
def no_identifier(data):
    return re.sub(rb"/ID( ?\[)", rb"/JD\1", data)


@fault("A 6.1.3 trailer", "2a 6.1.3-3")
def something_after_the_end(data):
    return data + b"more\n"


@fault("A 6.1.7 streams", "2a 6.1.7.1-3")
def a_stream_outside(pdf):
    streams(pdf, "Image")[0].F = String("elsewhere.jpg")


@fault("A 6.1.13 limits", "2a 6.1.13-4")
def a_long_name(pdf):
    pdf.Root.PieceInfo = Dictionary({"/" + "n" * 130: Dictionary(LastModified=String("D:2024"))})


@fault("A 6.1.13 limits", "2a 6.1.13-8")
def states_kept_too_deep(pdf):
    paint(pdf, b"/Artifact BMC " + b"q " * 29 + b"Q " * 29 + b"EMC")


# Colour and images ----------------------------------------------------------------------------


@fault("A 6.2.3 output intent", "2a 6.2.3-2")
def two_output_intents(pdf):
    first = pdf.Root.OutputIntents[0]
    second = pdf.make_indirect(Dictionary(dict(first.items())))
    second.DestOutputProfile = pdf.make_stream(first.DestOutputProfile.read_bytes(), N=3)
    pdf.Root.OutputIntents.append(second)


@fault("A 6.2.3 output intent", "2a 6.2.3-1")
def a_profile_for_input(pdf):
    profile = pdf.Root.OutputIntents[0].DestOutputProfile
    data = profile.read_bytes()
    profile.write(data[:12] + b"scnr" + data[16:])


@fault("A 6.2.4.2 image profiles", "2a 6.2.4.2-1")
def a_profile_of_version_5(pdf):
    data = bytearray(pdf.Root.OutputIntents[0].DestOutputProfile.read_bytes())
    data[8] = 5
    streams(pdf, "Image")[0].ColorSpace = Array([Name.ICCBased, pdf.make_stream(bytes(data), N=3)])


@fault("A 6.2.4.3 device colours", "2a 6.2.4.3-3")
def four_inks(pdf):
    paint(pdf, ARTIFACT % b"0 0 0 1 k 0 0 5 5 re f")


@fault("A 6.2.8 images", "2a 6.2.8-3")
def an_interpolated_image(pdf):
    streams(pdf, "Image")[0].Interpolate = True


@fault("A 6.2.9 forms and PostScript", "2a 6.2.9-3")
def postscript(pdf):
    pdf.pages[0].Resources.XObject = pdf.pages[0].Resources.get("/XObject", Dictionary())
    pdf.pages[0].Resources.XObject["/ps"] = pdf.make_stream(b"", Type=Name.XObject, Subtype=Name.PS)
    paint(pdf, ARTIFACT % b"/ps Do")


# Fonts ----------------------------------------------------------------------------------------


@fault("A 6.2.11.2 fonts are whole", "2a 6.2.11.2-6")
def one_width_too_few(pdf):
    font = fonts(pdf, "TrueType")[0]
    font.LastChar = int(font.LastChar) + 1


@fault("A 6.2.11.3.2 CIDToGIDMap", "2a 6.2.11.3.2-1")
def no_map_of_glyphs(pdf):
    del fonts(pdf, "CIDFontType2")[0].CIDToGIDMap


@fault("A 6.2.11.4.1 fonts are embedded", "2a 6.2.11.4.1-1", broken={"A 6.2.11.6 encodings"})
def a_font_outside(pdf):
    del fonts(pdf, "TrueType")[0].FontDescriptor.FontFile2


@fault("A 6.2.11.5 widths agree", "2a 6.2.11.5-1")
def a_wrong_width(pdf):
    font = fonts(pdf, "TrueType")[0]
    font.Widths = Array([int(one) + 40 if one else 0 for one in font.Widths])


@fault("A 6.2.11.5 widths agree", "2a 6.2.11.5-1")
def a_wrong_width_of_postscript_outlines(pdf):
    font = fonts(pdf, "Type1")[0]
    font.Widths = Array([int(one) + 40 if one else 0 for one in font.Widths])


@fault("A 6.2.11.5 widths agree", "2a 6.2.11.5-1")
def a_wrong_width_of_a_composite_font(pdf):
    font = fonts(pdf, "CIDFontType2")[0]
    font.W = Array([font.W[0], Array([float(one) + 40 for one in font.W[1]])])


@fault("A 6.2.11.6 encodings", "2a 6.2.11.6-3")
def a_symbolic_font_with_an_encoding(pdf):
    fonts(pdf, "TrueType")[0].FontDescriptor.Flags = 4


@fault("A 6.2.11.7 Unicode", "2a 6.2.11.7.2-1")
def no_characters(pdf):
    del fonts(pdf, "Type0")[0].ToUnicode


@fault("A 6.2.11.8 no .notdef", "2a 6.2.11.8-1", broken={"A 6.2.11.7 Unicode", "A 6.2.11.5 widths agree"})
def a_missing_glyph(pdf):
    font = fonts(pdf, "Type0")[0]
    name = next(name for page in pdf.pages[:1] for name, one in page.Resources.Font.items() if one.objgen == font.objgen)
    paint(pdf, ARTIFACT % (b"BT %s 10 Tf <0000> Tj ET" % name.encode()))


# Annotations, actions, metadata ---------------------------------------------------------------


def links(pdf):
    return [one for page in pdf.pages for one in page.get("/Annots", [])]


@fault("A 6.3 annotations", "2a 6.3.2-2")
def a_link_that_is_not_printed(pdf):
    links(pdf)[0].F = 0


@fault("A 6.5 actions", "2a 6.5.1-1")
def a_script_when_it_opens(pdf):
    pdf.Root.OpenAction = Dictionary(S=Name.JavaScript, JS=String("app.alert(1)"))


@fault("A 6.5 actions", "2a 6.5.1-1")
def a_link_that_launches(pdf):
    links(pdf)[0].A = Dictionary(S=Name.Launch, F=String("a.exe"))


@fault("A 6.5 actions", "2a 6.5.2-1")
def additional_actions(pdf):
    pdf.Root.AA = Dictionary(WC=Dictionary(S=Name.Named, N=Name.NextPage))


@fault("A 6.5 actions", "…")
def scripts_by_name(pdf):
    action = pdf.make_indirect(Dictionary(S=Name.JavaScript, JS=String("1")))
    names = pdf.Root.get("/Names", Dictionary())
    names.JavaScript = Dictionary(Names=Array([String("a"), action]))
    pdf.Root.Names = names


@fault("A 6.6.2 XMP", "2a 6.6.2.3.1-1")
def a_property_of_nobody(pdf):
    in_xmp(pdf, rb"</rdf:Description>", b'<x:y xmlns:x="urn:nobody">1</x:y></rdf:Description>')


@fault("A 6.6.4 identification", "2a 6.6.4-2")
def another_part(pdf):
    in_xmp(pdf, rb"<pdfaid:part>2<", b"<pdfaid:part>1<")


@fault("UA 5 identification", "ua1 5-2")
def no_access(pdf):
    in_xmp(pdf, rb"<pdfuaid:part>1<", b"<pdfuaid:part>7<")


@fault("Info agrees with XMP", "…")
def another_title(pdf):
    pdf.trailer.Info.Title = String("Et andet")


# Structure ------------------------------------------------------------------------------------


@fault("UA 7.1 the document is tagged", "2a 6.7.2.2-1", "ua1 6.2-1")
def unmarked(pdf):
    pdf.Root.MarkInfo.Marked = False


@fault("UA 7.1 title", "ua1 7.1-10")
def the_file_name_instead_of_the_title(pdf):
    pdf.Root.ViewerPreferences.DisplayDocTitle = False


@fault("UA 7.1 content is tagged or an artifact", "ua1 7.1-3")
def untagged_content(pdf):
    paint(pdf, b"q 0 0 5 5 re f Q")


@fault("14.7.4.4 parent tree agrees with the tree", "…")
def a_piece_of_another_element(pdf):
    numbers = pdf.Root.StructTreeRoot.ParentTree.Nums
    owners = next(one for one in numbers if isinstance(one, Array))
    owners[0], owners[-1] = owners[-1], owners[0]


@fault("UA 7.1 standard types", "2a 6.7.3.4-1", "ua1 7.1-5")
def a_type_of_ones_own(pdf):
    elements(pdf, "BlockQuote")[0].S = Name.Citat


@fault("UA 7.2 language", "2a 6.7.4-1", "ua1 7.2-29")
def no_language(pdf):
    pdf.Root.Lang = String("da_DK")


@fault("UA 7.2 tables and lists", "ua1 7.2-8")
def a_table_without_rows(pdf):
    elements(pdf, "TR")[0].S = Name.Div


@fault("UA 7.3 figures", "ua1 7.3-1")
def a_figure_in_silence(pdf):
    del elements(pdf, "Figure")[0].Alt


@fault("UA 7.4.2 headings", "ua1 7.4.2-1")
def a_level_left_out(pdf):
    elements(pdf, "H2")[0].S = Name.H4


@fault("UA 7.5 table headers", "ua1 7.5-1")
def headers_of_nothing(pdf):
    for one in elements(pdf, "TH"):
        del one.A


@fault("UA 7.6 list numbering", "…")
def a_list_that_does_not_say(pdf):
    del elements(pdf, "L")[0].A


@fault("UA 7.9 notes", "ua1 7.9-1")
def a_note_without_a_name(pdf):
    del elements(pdf, "Note")[0].ID


@fault("UA 7.11 embedded files", "3a 6.8-3", source="3a+ua")
def a_file_of_no_relation(pdf):
    for one in pdf.objects:
        if isinstance(one, Dictionary) and "/EF" in one:
            del one.AFRelationship


@fault("UA 7.18 links", "ua1 7.18.5-2")
def a_link_undescribed(pdf):
    del links(pdf)[0].Contents


@fault("UA 7.18 links", "ua1 7.18.3-1")
def another_tab_order(pdf):
    pdf.pages[0].Tabs = Name.R


# Judging --------------------------------------------------------------------------------------


def good_letters(program, folder):
    """The letter as it should be, without and with a file attached."""
    (folder / "own.yaml").write_text(LAYOUT)
    (folder / "letter.md").write_text(LETTER, "utf-8")
    (folder / "ord.svg").write_text(DRAWING)
    (folder / "data.csv").write_text("a;b\n")
    for source in ("Examples/images/dige.jpg", "Tests/Fonts/ProofSerifless-Regular.otf"):
        (folder / pathlib.Path(source).name).write_bytes((ROOT / source).read_bytes())
    for name, more in (("2a+ua", []), ("3a+ua", ["--attach", "data.csv"])):
        subprocess.run([program, "render", "letter.md", "-o", f"{name}.pdf", *more], cwd=folder, check=True)
        yield name, folder / f"{name}.pdf"


def break_file(function, source, target):
    if "data" in inspect.signature(function).parameters:
        target.write_bytes(function(source.read_bytes()))
        return
    with pikepdf.open(source) as pdf:
        function(pdf)
        pdf.save(target, static_id=True, fix_metadata_version=False)


def main():
    program = (sys.argv[1:] or [os.environ.get("LETTERPDF_PROGRAM", ".build/release/letterpdf")])[0]
    from vera import Vera
    vera, problems, noticed = Vera(), [], set()
    broken_rules = lambda path, flavour: {one.rule for one in vera.failures(path, flavour)}
    with tempfile.TemporaryDirectory() as folder:
        good = dict(good_letters(str(ROOT / program), pathlib.Path(folder)))
        for name, path in good.items():
            found = list(breaches_of(Document(str(path), name)))
            found += [one for flavour in (name[:2], "ua1") for one in vera.failures(path, flavour)]
            problems += [f"the letter to be broken is broken: {one}" for one in found]
        for rule, wanted, source, function, others in FAULTS:
            path = pathlib.Path(folder) / f"{function.__name__}.pdf"
            break_file(function, good[source], path)
            found = {clause for clause, _ in breaches_of(Document(str(path), source))}
            noticed |= found & {rule}
            if not {rule} <= found <= {rule} | others:
                problems.append(f"{function.__name__}: {rule} should break, {sorted(found)} did")
            for one in wanted:
                if one != "…":
                    flavour, clause = one.split(" ")
                    said = broken_rules(path, flavour)
                    if clause not in said:
                        problems.append(f"{function.__name__}: veraPDF's {one} should break, {sorted(said)} did")
    problems += [f"no file breaks {rule}" for rule, _, _ in RULES if rule not in noticed]
    print("\n".join(problems) or f"{len(FAULTS)} faults, each noticed; {len(RULES)} rules of pdfcheck")
    sys.stdout.flush()
    os._exit(int(bool(problems)))


if __name__ == "__main__":
    main()
