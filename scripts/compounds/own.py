"""The words of our own for a language, from the text file named after it."""
import pathlib

FOLDER = pathlib.Path(__file__).parent


class Own:
    def __init__(self, language):
        sections, name = {}, None
        path = FOLDER / f"{language}.txt"
        for line in path.read_text().splitlines() if path.exists() else []:
            if line.startswith("#") or not line.strip():
                continue
            if not line.startswith(" "):
                name = line.rstrip(":")
            else:
                sections.setdefault(name, []).extend(line.split())
        self.prefixes = set(sections.get("prefixes", ()))
        self.before_vowels = set(sections.get("before-vowels", ()))
        self.suffixes = set(sections.get("suffixes", ()))
        self.firsts = set(sections.get("firsts", ()))
        self.lasts = set(sections.get("lasts", ()))
        self.never_last = set(sections.get("never-last", ()))
        self.simple = set(sections.get("simple", ()))
        self.compounds = {w.replace("|", ""): tuple(w.split("|"))
                          for w in sections.get("compounds", ())}
