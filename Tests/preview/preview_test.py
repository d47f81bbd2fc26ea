"""What the preview shows in a browser, and whom it answers."""
import http.client
import os
import re
import signal
import subprocess
import time

import pytest
from axe_playwright_python.sync_playwright import Axe
from preview import HEAD, LETTER, PROGRAM, ROOT, Preview, changing, chromium, looking

COMMAND = ROOT / os.environ.get("LETTERPDF_PROGRAM", ".build/release/letterpdf")
RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]


@pytest.fixture(scope="module")
def browser():
    with chromium() as running:
        yield running


def keys(page):
    return [figure.get_attribute("data-key") for figure in page.query_selector_all(".page")]


def until(page, condition):
    """Waits for what wait_for_function may not look at, where a page forbids eval."""
    for _ in range(400):
        if page.evaluate(condition):
            return
        page.wait_for_timeout(25)
    raise AssertionError(condition)


def line(page, words):
    return page.locator(".lines button", has=page.locator(f"xpath=self::*[contains(@aria-label, '{words}')]")).first


# ---- whom it answers

def test_nobody_is_answered_without_the_address(tmp_path):
    with Preview(tmp_path) as preview:
        def status(path, method="GET", **headers):
            connection = http.client.HTTPConnection("127.0.0.1", preview.port, timeout=20)
            connection.request(method, path, headers=headers)
            answer = connection.getresponse()
            body = answer.read()
            assert answer.headers["Access-Control-Allow-Origin"] is None
            assert "default-src 'none'" in answer.headers["Content-Security-Policy"]
            assert answer.headers["Cache-Control"] == "no-store"
            return answer.status, body
        own = f"/{preview.token}/"
        assert status(own)[0] == 200 and status(own + "preview.js")[0] == 200
        for path in ["/", "/preview.js", "/letter.pdf", f"/{'0' * 32}/", own[:-1], "/../" + own]:
            assert status(path)[0] == 403, path
        assert status(own, Host="example.org")[0] == 403
        assert status(own, Host=f"example.org:{preview.port}")[0] == 403
        assert status(own, Origin="https://example.org")[0] == 403
        assert status(own, **{"Sec-Fetch-Site": "cross-site"})[0] == 403
        assert status(own + "open?file=brev.md", "POST")[0] == 403
        assert status(own + "letter.pdf?layout=/etc/passwd")[0] == 400
        assert status(own + "pages/x.svg")[0] == 404
        assert status(own + "letter.pdf")[1].startswith(b"%PDF-")
        assert status(own + "letter.pdf?section=screen:brev.md")[1].startswith(b"%PDF-")
        assert status(own + "letter.pdf?section=screen:another.md")[0] == 404


def test_it_listens_on_this_machine_alone(tmp_path):
    with Preview(tmp_path) as preview:
        listening = open(f"/proc/{preview.process.pid}/net/tcp").read() + open(f"/proc/{preview.process.pid}/net/tcp6").read()
        own = [row.split()[1] for row in listening.splitlines() if f":{preview.port:04X} " in row and " 0A " in row]
        assert own == [f"0100007F:{preview.port:04X}"]


def test_what_is_not_there_is_told_at_the_start(tmp_path):
    done = subprocess.run([PROGRAM, "preview", "nothing.md", "--no-open"], cwd=tmp_path, capture_output=True,
                          text=True, timeout=60)
    assert done.returncode == 1 and 'there is no file "nothing.md"' in done.stderr


def test_a_signal_ends_what_browsers_listen_to(tmp_path):
    """Each stream comes to its end, rather than being cut off when the server's patience is over."""
    for number in [signal.SIGINT, signal.SIGTERM]:
        with Preview(tmp_path) as preview:
            listening = [http.client.HTTPConnection("127.0.0.1", preview.port, timeout=60) for _ in range(3)]
            answers = []
            for connection in listening:
                connection.request("GET", f"/{preview.token}/events")
                answers.append(connection.getresponse())
                assert answers[-1].readline() == b"event: state\n"
            idle = http.client.HTTPConnection("127.0.0.1", preview.port, timeout=60)
            idle.connect()
            preview.process.send_signal(number)
            for answer in answers:
                answer.read()
            assert preview.process.wait(60) == 0
            idle.close()


# ---- what it shows

def test_a_save_changes_the_page_and_keeps_its_place(tmp_path, browser):
    long = LETTER + "".join(f"\nAfsnit {number} med nogle ord.\n" for number in range(120))
    with Preview(tmp_path, files={"brev.md": long}) as preview, looking(browser, preview) as page:
        before = keys(page)
        assert len(before) >= 3
        page.evaluate("window.scrollTo(0, 1500)")
        asked = len(page.asked)
        with changing(page):
            preview.replace(long.replace("Det første", "Det allerførste"))
        after = keys(page)
        assert after[0] != before[0] and after[1:] == before[1:]
        # The page that differs, and no other.
        assert [url.rsplit("/", 1)[1] for url in page.asked[asked:]] == [after[0] + ".svg"]
        assert page.evaluate("window.scrollY") == 1500
        assert "allerførste" in page.get_attribute(".page img", "alt")


def test_how_soon_a_save_is_seen(tmp_path, browser):
    """A figure, not a test of time: pytest -s prints it; it must be seen at all."""
    taken = []
    with Preview(tmp_path) as preview, looking(browser, preview) as page:
        for number in range(15):
            with changing(page) as seen:
                start = time.time()
                preview.replace(LETTER.replace("kort", "kort" + " og" * (number % 5 + 1)))
            taken.append((seen[0] - start) * 1000)
    taken.sort()
    load = os.getloadavg()[0]
    print(f"\nfrom the save to the screen: median {taken[7]:.0f} ms, best {taken[0]:.0f}, worst {taken[-1]:.0f}; load {load:.1f}")


def test_a_letter_with_errors_stays_as_it_was(tmp_path, browser):
    with Preview(tmp_path) as preview, looking(browser, preview) as page:
        before = keys(page)
        preview.write(LETTER.replace("subject:", "subjekt:"))
        page.wait_for_selector(".letter.stale")
        assert keys(page) == before
        assert page.inner_text("#status").startswith("1 error – the pages show it as it was before")
        assert "subjekt" in page.inner_text("#diagnostics .told.error") and "line 4" in page.inner_text("#diagnostics .to")
        assert page.inner_text("#text li.error").strip() == "subjekt: Prøve"
        page.click("#diagnostics .to")
        assert page.inner_text("#text li[aria-selected=true]").strip() == "subjekt: Prøve"
        preview.write(LETTER)
        page.wait_for_selector(".letter:not(.stale)")
        assert page.inner_text("#status") == "1 page"


def test_a_letter_that_is_gone_comes_back(tmp_path, browser):
    with Preview(tmp_path) as preview, looking(browser, preview) as page:
        (tmp_path / "brev.md").unlink()
        page.wait_for_selector(".letter.stale")
        preview.write(LETTER)
        page.wait_for_selector(".letter:not(.stale)")


def test_an_image_that_comes_is_seen(tmp_path, browser):
    with Preview(tmp_path, files={"brev.md": LETTER + "\n![Et mærke](mark.svg){width=20mm}\n"}) as preview:
        with looking(browser, preview, is_set=False) as page:
            page.wait_for_selector("#diagnostics .told.error")
            assert "mark.svg" in page.inner_text("#diagnostics")
            drawing = '<svg xmlns="http://www.w3.org/2000/svg" width="90" height="40"><rect width="90" height="40" fill="{}"/></svg>'
            (tmp_path / "mark.svg").write_text(drawing.format("red"))
            page.wait_for_selector("#pages[data-shown]")
            before = keys(page)
            with changing(page):
                (tmp_path / "mark.svg").write_text(drawing.format("blue"))
            assert keys(page) != before


def test_lines_of_the_page_and_of_the_source_name_each_other(tmp_path, browser):
    with Preview(tmp_path) as preview, looking(browser, preview) as page:
        page.click(".lines button[aria-label*='Det andet afsnit']")
        assert page.inner_text("#text li[aria-selected=true]").strip() == "Det andet afsnit"
        assert page.inner_text("#status") == "brev.md, line 13"
        page.click("#text li >> text=subject: Prøve")
        lit = page.locator(".lines button.lit")
        assert lit.count() == 1 and "Prøve" in lit.get_attribute("aria-label")
        # A line above moves the others down.
        with changing(page):
            preview.write(LETTER.replace("## En", "Noget nyt.\n\n## En"))
        page.click(".lines button[aria-label*='Det andet afsnit']")
        assert page.inner_text("#status") == "brev.md, line 15"


def test_a_line_is_opened_in_the_editor(tmp_path, browser):
    editor = tmp_path / "editor"
    editor.write_text('#!/bin/sh\nprintf "%s|" "$@" > "$(dirname "$0")/opened.new"\nmv "$(dirname "$0")/opened.new" "$(dirname "$0")/opened"\n')
    editor.chmod(0o755)
    with Preview(tmp_path, "brev.md", "--editor", f"'{editor}' -g {{file}}:{{line}}") as preview:
        with looking(browser, preview) as page:
            page.click(".lines button[aria-label*='Det andet afsnit']")
            page.click("#open")
            opened = tmp_path / "opened"
            for _ in range(400):
                if opened.exists():
                    break
                time.sleep(0.05)
            assert opened.read_text() == f"-g|{tmp_path.resolve()}/brev.md:13|"
            # No other file than those that it was made of.
            answer = page.evaluate("fetch('open?file=/etc/passwd&line=1', {method: 'POST'}).then(each => each.status)")
            assert answer == 404
            page.complaints.clear()


def test_all_works_by_keyboard(tmp_path, browser):
    with Preview(tmp_path) as preview, looking(browser, preview) as page:
        page.keyboard.press("Tab")
        assert page.evaluate("document.activeElement.className") == "skip"
        page.focus(".lines button >> nth=0")
        page.keyboard.press("ArrowDown")
        focused = page.evaluate("document.activeElement.getAttribute('aria-label')")
        page.keyboard.press("Enter")
        chosen = page.get_attribute("#text li[aria-selected=true]", "aria-label")
        assert focused.rsplit(" ", 1)[1] == chosen.split(" ")[1].strip(":"), (focused, chosen)
        page.focus("#text [tabindex='0']")
        page.keyboard.press("Home")
        for _ in range(3):
            page.keyboard.press("ArrowDown")
        assert page.inner_text("#text li[aria-selected=true]").strip() == "subject: Prøve"
        assert page.locator(".lines button.lit").count() == 1


def test_switches_and_choices(tmp_path, browser):
    with Preview(tmp_path) as preview, looking(browser, preview) as page:
        seen = {tuple(keys(page))}
        for name in ["guides", "breaks", "draft"]:
            with changing(page):
                page.check(f"[name={name}]")
            seen.add(tuple(keys(page)))
            with changing(page):
                page.uncheck(f"[name={name}]")
        assert len(seen) == 4
        assert not page.is_visible(".zone.window")
        with changing(page):
            page.select_option("[name=layout]", "din-5008-b")
        page.check("[name=window]")
        assert page.is_visible(".zone.window")
        with changing(page):
            page.select_option("[name=layout]", "")
        with changing(page):
            page.select_option("[name=language]", "de")
        assert "März" in page.get_attribute(".page img", "alt")
        page.select_option("[name=sheets]", "both")
        page.wait_for_selector("section[aria-label='brev.md, print'] .page[data-shown]")
        assert page.locator(".letter").count() == 2
        page.reload()
        page.wait_for_selector("section[aria-label='brev.md, print'] .page[data-shown]")
        assert page.input_value("[name=language]") == "de" and page.is_checked("[name=window]")


def test_the_pdf_is_that_of_the_command(tmp_path, browser):
    with Preview(tmp_path) as preview, looking(browser, preview) as page:
        with page.expect_download() as download:
            page.click("#download")
        assert download.value.suggested_filename == "brev.pdf"
        got = open(download.value.path(), "rb").read()
    subprocess.run([COMMAND, "render", "brev.md", "-o", "due.pdf"], cwd=tmp_path, check=True, timeout=60)
    assert got == (tmp_path / "due.pdf").read_bytes()


def test_a_layout_is_shown_in_its_letters(tmp_path, browser):
    files = {"mit.yaml": "extends: brev\nname: Mit\n", "et.md": HEAD.replace("brev", "mit.yaml") + "Hej\n",
             "andet.md": LETTER}
    with Preview(tmp_path, "mit.yaml", files=files) as preview, looking(browser, preview) as page:
        names = [each.get_attribute("aria-label") for each in page.query_selector_all(".letter")]
        assert names == ["Specimen, screen", "et.md, screen"]
        assert not page.is_visible("#download")
        with page.expect_download() as download:
            page.click("section[aria-label='et.md, screen'] .head button")
        assert download.value.suggested_filename == "et.pdf"
        got = open(download.value.path(), "rb").read()
        subprocess.run([COMMAND, "render", "et.md", "-o", "due.pdf"], cwd=tmp_path, check=True, timeout=60)
        assert got == (tmp_path / "due.pdf").read_bytes()
        before = keys(page)
        with changing(page):
            preview.write("extends: brev\nname: Mit\ntext: {size: 13pt}\n", "mit.yaml")
        after = keys(page)
        assert all(a != b for a, b in zip(after, before))
        preview.write("extends: brev\nname: Mit\ntekst: {size: 13pt}\n", "mit.yaml")
        page.wait_for_selector(".letter.stale")
        assert "tekst" in page.inner_text("#diagnostics") and "mit.yaml, line 3" in page.inner_text("#diagnostics")
        assert page.locator(".letter.stale").count() == 2


def test_a_new_error_is_brought_into_view(tmp_path, browser):
    long = HEAD + "".join(f"Afsnit {number} med nogle ord.\n\n" for number in range(200))
    with Preview(tmp_path, files={"brev.md": long}) as preview, looking(browser, preview) as page:
        seen = """() => { const list = document.getElementById("text"), node = list.querySelector("li.error");
          if (!node) return false;
          const inner = node.getBoundingClientRect(), outer = list.getBoundingClientRect();
          return inner.top >= outer.top && inner.bottom <= outer.bottom; }"""
        preview.write(long + "![Et billede](mangler.png)\n")
        page.wait_for_selector(".letter.stale")
        until(page, seen)
        # Whoever looks elsewhere is left alone by the next save.
        page.evaluate("document.getElementById('text').scrollTop = 0")
        preview.write(long + "![Et andet ord](mangler.png)\n")
        until(page, "document.getElementById('text').textContent.includes('Et andet ord')")
        assert page.evaluate("document.getElementById('text').scrollTop") == 0


def test_a_layout_is_tried_without_its_fields(tmp_path, browser):
    text = HEAD.replace("subject:", "fagomraade: Skoler\nsubject:") + "Hej\n"
    layout = "extends: brev\nname: Mit\nfields: {fagomraade: {label: {other: Area}}}\n"
    files = {"brev.md": text.replace("layout: brev", "layout: mit.yaml"), "mit.yaml": layout}
    with Preview(tmp_path, files=files) as preview, looking(browser, preview) as page:
        assert page.locator(".told").count() == 0
        with changing(page):
            page.select_option("select[name=layout]", "kl")
        page.wait_for_selector(".told.note")
        assert "fagomraade" in page.inner_text(".told.note") and page.locator(".told.error").count() == 0
        assert page.locator(".letter.stale").count() == 0 and keys(page)


# ---- for whom it is

@pytest.mark.parametrize("size, scheme", [((1400, 900), "light"), ((1400, 900), "dark"), ((390, 844), "light"), ((320, 640), "dark")])
def test_the_page_keeps_wcag(tmp_path, browser, size, scheme):
    files = {"brev.md": LETTER + "\n![Et mærke](mark.svg)\n", "mark.svg": '<svg xmlns="http://www.w3.org/2000/svg" width="90" height="40"/>'}
    with Preview(tmp_path, files=files) as preview, looking(browser, preview, "?window=1&source=1", size, scheme) as page:
        for state in ["good", "error"]:
            if state == "error":
                preview.write(LETTER.replace("subject:", "subjekt:"))
                page.wait_for_selector(".letter.stale")
                page.wait_for_timeout(300)
            found = Axe().run(page, options={"runOnly": {"type": "tag", "values": RULES}}).response["violations"]
            assert not found, [(rule["id"], [str(node["target"]) for node in rule["nodes"][:3]]) for rule in found]
            assert page.evaluate("document.documentElement.scrollWidth") <= size[0]
        page.complaints.clear()


def test_a_screen_reader_is_told(tmp_path, browser):
    with Preview(tmp_path) as preview, looking(browser, preview) as page:
        roles = [node["role"]["value"] for node in
                 page.context.new_cdp_session(page).send("Accessibility.getFullAXTree")["nodes"] if not node.get("ignored")]
        for role in ["banner", "main", "status", "complementary", "listbox", "form", "heading"]:
            assert role in roles, role
        alt = page.get_attribute(".page img", "alt")
        assert re.search(r"Anna Holm.*Prøve.*Det første afsnit er kort", alt), alt


@pytest.mark.parametrize("words, environment", [(["--locale", "da"], {}), ([], {"LC_ALL": "da_DK.UTF-8"})])
def test_the_page_speaks_danish(tmp_path, browser, words, environment):
    with Preview(tmp_path, "brev.md", *words, environment=environment) as preview, looking(browser, preview) as page:
        assert page.get_attribute("html", "lang") == "da"
        assert page.inner_text("#status") == "1 side" and page.inner_text("#diagnostics") == "Intet at bemærke."
        assert page.inner_text("#download") == "Hent PDF" and page.title() == "brev.md – visning"
        assert page.inner_text(".page figcaption") == "Side 1 af 1"
        assert page.get_attribute(".lines", "aria-label") == "Linjer på side 1 af 1"
        assert re.search("brev.md linje [0-9]+$", page.get_attribute(".lines button >> nth=0", "aria-label"))
        preview.write(LETTER.replace("subject:", "subjekt:"))
        page.wait_for_selector(".letter.stale")
        assert page.inner_text("#status") == "1 fejl – siderne viser brevet, som det var før"
        told = page.inner_text("#diagnostics .told.error")
        assert "ukendt nøgle" in told and "brev.md, linje 4" in told and "Hvad det betyder" in told
        # No English word is left of those that the page has.
        text = page.evaluate("document.body.innerText") + page.evaluate(
            "[...document.querySelectorAll('[aria-label]')].map(each => each.getAttribute('aria-label')).join(' ')")
        assert not re.search(r"\b(the|and|line|page|error|warning|Show|Size|Source|Open|Skip|Lines)\b", text), text
        # The picture of a page that is not there any more.
        page.complaints.clear()


def test_a_language_without_messages_is_refused(tmp_path):
    done = subprocess.run([PROGRAM, "preview", "brev.md", "--no-open", "--locale", "xx"], cwd=tmp_path,
                          capture_output=True, text=True, timeout=60)
    assert done.returncode != 0 and '--locale is "xx"' in done.stderr
    done = subprocess.run([PROGRAM, "preview", "nothing.md", "--no-open", "--locale", "da"], cwd=tmp_path,
                          capture_output=True, text=True, timeout=60)
    assert done.returncode == 1 and 'fejl: filen "nothing.md" findes ikke' in done.stderr
