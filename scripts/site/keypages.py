"""The keys of letters and layouts, each with what it does to a page."""
from examples import example_of
from keys import SHARED, every_key
from rendering import Renderer, make_examples
from shell import code, escape, picture, worded

NAMES = {"letter": "Keys of letters", "layout": "Keys of layouts"}
SCALE = 0.85


def page_of(format, section):
    """The page that the keys of a section stand on."""
    first = section.split(".")[0]
    if not first:
        return f"keys/{format}.html"
    return f"keys/{format}-{first.strip('$')}{'-form' if first.startswith('$') else ''}.html"


def write_keys(site, program, work, only=None):
    """Writes the pages; with `only`, those of a few outermost keys. Returns what is wrong with examples."""
    keys = every_key()
    shown = [key for key in keys if only is None or any((key.path + ".").startswith(each + ".") for each in only)]
    examples = {key: example_of(key, keys) for key in shown}
    unique = {example.name: example for example in examples.values() if example}
    sizes, faults = make_examples(Renderer(program, work), list(unique.values()), site.folder / "keys/pictures")
    faults += [f"{key.format}: {key.path} has no example" for key, example in examples.items() if example is None]
    pages = {}
    for key in shown:
        pages.setdefault((key.format, page_of(key.format, key.section)), []).append(key)
    written = set(path for _, path in pages)
    for (format, path), there in pages.items():
        write_page(site, format, path, there, examples, sizes, written)
    return faults


def heading(format, section):
    if not section:
        return NAMES[format]
    return SHARED.get(section.strip("$"), section) if section.startswith("$") else section


def write_page(site, format, path, keys, examples, sizes, written):
    # Keys of one section may stand apart in the schema; here they stand together.
    sections = {}
    for key in keys:
        sections.setdefault(key.section, []).append(key)
    title = heading(format, next(iter(sections)).split(".")[0])
    body = [f"<h1>{escape(title)}</h1>"]
    if path != f"keys/{format}.html":
        body.append(f'<p>Part of the <a href="{format}.html">{NAMES[format].lower()}</a>.</p>'
                    if f"keys/{format}.html" in written else "")
    else:
        body.append("<p>The pictures show the part of a small letter that a key changes, without it and with it.</p>")
    links = "\n".join(f'<li><a href="#{key.anchor}"><code>{escape(key.path.lstrip("$"))}</code></a></li>' for key in keys)
    body.append(f'<nav class="contents" aria-label="On this page"><ul>\n{links}\n</ul></nav>')
    for section, inner in sections.items():
        if section and (section != section.split(".")[0]):
            body.append(f"<h2><code>{escape(section.lstrip('$'))}</code></h2>")
        elif len(sections) > 1:
            body.append("<h2>Its own keys</h2>")
        level = 3 if len(sections) > 1 else 2
        body += [entry(site, path, key, examples[key], sizes, written, level) for key in inner]
    site.write(path, title, "\n".join(body), f"keys/{format}.html")


def entry(site, path, key, example, sizes, written, level):
    kind = f"key of {'a letter' if key.format == 'letter' else 'a layout'}"
    name = key.path.lstrip("$")
    site.find(name, kind, f"{path}#{key.anchor}", key.meaning)
    parts = [f'<div class="key" id="{key.anchor}">',
             f'<h{level}><code>{escape(key.name)}</code></h{level}>',
             f"<p>{worded(key.meaning)}</p>" if key.meaning else "", facts(key, written)]
    if example:
        parts.append(code(example.set, f"Example of {name}"))
        pair = sizes.get(example.name)
        if pair:
            parts.append(pictures(example, pair, name))
        elif example.hidden:
            parts.append(f'<p class="unseen">{worded(example.hidden)}</p>')
    return "\n".join(filter(None, parts)) + "\n</div>"


def facts(key, written):
    told = []
    if key.values and not (key.leads and key.values in ("keys", "a style", "a frame", "a rectangle")):
        told.append(("Value", escape(key.values)))
    if key.default:
        told.append(("Default", f"<code>{escape(key.default)}</code>"))
    if key.leads:
        page = page_of(key.format, key.leads)
        if page in written:
            told.append(("Keys", f'<a href="{page.split("/")[1]}">{escape(heading(key.format, key.leads).lower() if key.leads.startswith("$") else key.leads)}</a>'))
    if not told:
        return ""
    return "<dl>" + "".join(f"<div><dt>{name}</dt><dd>{value}</dd></div>" for name, value in told) + "</dl>"


def pictures(example, pair, name):
    figures = []
    for when, words, size in zip(("before", "after"), ("Without it", "With it"), pair):
        image = picture(f"pictures/{example.name}-{when}.png", size, f"{words}: part of a letter", SCALE)
        figures.append(f"<figure>{image}<figcaption>{words}</figcaption></figure>")
    return f'<div class="pair">{"".join(figures)}</div>'
