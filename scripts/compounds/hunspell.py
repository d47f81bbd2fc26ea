"""Reads a word list of hunspell: which forms its words have, and which of them can join others."""
import collections, re


class Lexicon:
    """The words of a language, in lower case.

    words: base word -> its class, the flags by which it bends (empty if it does not).
    forms: each form a word takes -> the words it is a form of.
    links: each form that may stand before another word -> its words.
    guessed: the links that the list does not name itself.
    lasts: the words that may end a compound.
    compounds: words whose parts the list names.
    names: words written with a capital, where that tells a name.
    """

    def __init__(self, alphabet, vowels):
        self.alphabet, self.vowels = set(alphabet), set(vowels)
        self.words, self.compounds = {}, {}
        self.forms, self.links = collections.defaultdict(set), collections.defaultdict(set)
        self.guessed, self.lasts, self.names = set(), set(), set()

    def is_word(self, text):
        return bool(text) and self.alphabet.issuperset(text)

    def has_vowel(self, text):
        return not self.vowels.isdisjoint(text)

    def guess(self, form, word):
        if form not in self.links and len(form) > 3 and self.is_word(form):
            self.guessed.add(form)
        if form in self.guessed:
            self.links[form].add(word)


def numbers(flags):
    return flags.split(",") if flags else []


def read(lexicon, path, settings):
    """Fills a lexicon from the files path.aff and path.dic."""
    flags_of = numbers if settings.get("numbers") else list
    encoding = settings.get("encoding", "utf-8")
    first, ends = set(settings["first"]), settings.get("last")
    hidden, inner = set(settings["hidden"]), set(settings["inner"])
    rules, bending = collections.defaultdict(list), set()
    for line in open(f"{path}.aff", encoding=encoding):
        field = line.split()
        if len(field) < 4 or field[0] != "SFX" or (field[2] == "Y" and field[3].isdigit()):
            continue
        added, _, flags = field[3].partition("/")
        condition = field[4] if len(field) > 4 and field[4][0] not in "+#" else "."
        rules[field[1]].append(("" if field[2] == "0" else field[2], "" if added == "0" else added,
                                set(flags_of(flags)), re.compile(f"(?:{condition})$")))
        if not first & set(flags_of(flags)):
            bending.add(field[1])
    settings = {"bent": "(?!)", "bent without flags": "(?!)", **settings}
    bending -= set(settings.get("bendless", ()))
    for line in open(f"{path}.dic", encoding=encoding).read().splitlines()[1:]:
        field = line.split()
        if not field or line.startswith(("#", "\t")):
            continue
        word, _, flags = field[0].partition("/")
        flags, is_name = set(flags_of(flags)), not word.islower()
        word = word.lower()
        if settings.get("forbidden", "") in flags or not lexicon.is_word(word):
            continue
        if re.search(settings["bent"], word) or (
                not flags & bending and re.search(settings["bent without flags"], word)):
            continue
        stem = next((f[3:] for f in field[1:] if f.startswith("st:")), None)
        if stem and lexicon.is_word(stem.lower()):
            lexicon.forms[word].add(stem.lower())
            continue
        if not is_name or settings.get("nouns"):
            lexicon.names.discard(word)
        elif word not in lexicon.words:
            lexicon.names.add(word)
        add(lexicon, word, flags, rules, bending, first, ends, hidden, inner, settings)


def add(lexicon, word, flags, rules, bending, first, ends, hidden, inner, settings):
    """Adds a word with all its forms."""
    is_base = not inner & flags and not hidden & flags
    if is_base or settings.get("nouns"):
        known = lexicon.words.get(word, frozenset())
        if is_base or word not in lexicon.words:
            lexicon.words[word] = known | (flags & bending)
        if word not in lexicon.names and (ends is None or flags & set(ends)) \
                and lexicon.has_vowel(word) and len(word) > 1:
            lexicon.lasts.add(word)
    stack, seen = [(word, flags, 0)], set()
    while stack:
        form, own, depth = stack.pop()
        if first & own:
            lexicon.links[form].add(word)
        if not hidden & own and not inner & own:
            lexicon.forms[form].add(word)
        # Two affixes follow one another at most, and none a linking form.
        for flag in own if depth < 2 and not (depth and first & own) else ():
            for strip, added, following, condition in rules.get(flag, ()):
                if not form.endswith(strip) or not condition.search(form):
                    continue
                new = form[:len(form) - len(strip)] + added
                if lexicon.is_word(new) and (new, frozenset(following)) not in seen:
                    seen.add((new, frozenset(following)))
                    stack.append((new, following, depth + 1))
