"""Faults for letters that have none."""
import re


def planted(good):
    """Each fault by name, with the form that it is in and that form with it."""
    html, text = good["html"], good["txt"]

    def swap(old, new, where=html):
        assert old in where, old
        return where.replace(old, new, 1)

    yield "a word is missing", "html", swap("Vestdiget</strong>", "</strong>")
    yield "two paragraphs change places", "html", re.sub(
        r"(<p>Vi gør opmærksom.*?</p>\n)(<p>Kystrådet bedes.*?</p>\n)", r"\2\1", html)
    yield "a number of a list is another", "html", swap('<ol start="4">', '<ol start="5">')
    yield "a bullet is another", "html", swap("ul{list-style-type:disc}", "ul{list-style-type:square}")
    yield "an image says nothing", "html", re.sub(r'alt="Et dige[^"]*"', "", html)
    yield "a head of a column is a cell", "html", re.sub(r'<th scope="col">(Str.*?)</th>', r"<td>\1</td>", html)
    yield "a heading is a paragraph", "html", re.sub(r"<h2>(2.*?)</h2>", r"<p>\1</p>", html)
    yield "a link leads elsewhere", "html", swap("mailto:diger@", "mailto:other@")
    yield "a note leads nowhere", "html", swap('id="note-1"', 'id="note-9"')
    yield "the letter has no language", "html", swap('<html lang="da">', "<html>")
    yield "text is pale by day", "html", swap("--text:#1a1a1a", "--text:#b0b0b0")
    yield "text is dark by night", "html", re.sub(r"(dark\)\{:root\{.*?--text:)#\w+", r"\1#333333", html)
    yield "something is wider than a phone", "html", swap("<main>", '<main><p style="width:400px">&nbsp;</p>')
    yield "a table cannot be scrolled by keys", "html", swap(' tabindex="0"', "")
    yield "a file is asked for", "html", swap(
        "<main>", '<main><img alt="" src="http://127.0.0.1:9/a.png">').replace("img-src data:", "img-src *", 1)
    yield "a word is missing in the text", "txt", swap("beskytter de lave", "beskytter lave", text)
    yield "a block is elsewhere in the text", "txt", swap("Kære medlemmer af Kystrådet\n\n", "", text) + (
        "\nKære medlemmer af Kystrådet\n")
    yield "a line is too long", "txt", swap("kommunens tilsyn", "kommunens tilsyn og mere og mere", text)
