"""Finnish: the list of Voikko marks the joints of its compounds and names how each word bends.

A first part stands in the nominative or the genitive, or in a form of its own that the list has.
A last part bends in thousands of ways; the table holds its stems, and apart from them the endings.
"""
import collections, math, re
from compounds.learn import FIRST_SHORT

# How often a word counts beside its uses in the list, which has only compounds that are special;
# short words and names less, for they fit everywhere by chance.
USUAL, GUESSED = 1.5, 0.05
LAST_SHORT = {2: 6, 3: 3.5, 4: 0.8}
WEAK = [("kk", "k"), ("pp", "p"), ("tt", "t"), ("nk", "ng"), ("nt", "nn"), ("mp", "mm"),
        ("lt", "ll"), ("rt", "rr"), ("ht", "hd"), ("t", "d"), ("p", "v"), ("k", "")]
STRONG = [("ng", "nk"), ("nn", "nt"), ("mm", "mp"), ("ll", "lt"), ("rr", "rt"), ("hd", "ht"),
          ("kk", "kk"), ("k", "kk"), ("p", "pp"), ("t", "tt"), ("d", "t"), ("v", "p")]
# How the genitive is made: from the end of the nominative, by class.
GENITIVES = {"risti": ("", "n"), "nainen": ("nen", "sen"), "kalsium": ("", "in"),
             "edam": ("", "in"), "vastaus": ("s", "ksen"), "hame": ("", "en"), "lovi": ("i", "en"),
             "huuli": ("i", "en"), "niemi": ("i", "en"), "kalleus": ("s", "den"),
             "uistin": ("n", "men"), "susi": ("si", "den"), "sisar": ("", "en"),
             "onneton": ("on", "oman"), "loppu": ("", "n")}
# What other forms put in place of the end of the nominative, before the endings of cases.
STEMS = {"nainen": ("nen", "se si s"), "susi": ("si", "de te si"), "vastaus": ("s", "kse ksi s"),
         "kalleus": ("s", "de te ksi t"), "hame": ("", "e i t"), "vieras": ("s", ""),
         "iäkäs": ("s", ""), "lovi": ("i", "e i"), "huuli": ("i", "e i "), "niemi": ("i", "e i "),
         "kalsium": ("", "i ei e"), "edam": ("", "i ei e"), "sisar": ("", "e i"),
         "uistin": ("n", "me mi n"), "onneton": ("on", "oma omi on"), "risti": ("i", "i e ei"),
         "paperi": ("i", "i e ei"), "kulkija": ("", " oi"), "pii": ("", ""), "rosé": ("", ""),
         "suo": ("", ""), "korkea": ("a", "a i"), "autio": ("", " i"), "valo": ("", " i"),
         "arvelu": ("", " i"), "kala": ("a", "a i oi o"), "koira": ("a", "a i"),
         "asema": ("", "i"), "karahka": ("", "oi"), "nalle": ("", "i"), "loppu": ("", "i")}
ENDINGS = """n a ä t ta tä tta ttä ssa ssä sta stä lla llä lta ltä lle ksi na nä in en an än on un yn
    ön hin hen han hän seen siin den tten en ien jen ja jä ia iä ita itä issa issä ista istä illa
    illä ilta iltä ille iksi ina inä ihin iden nsa nsä mme nne ssaan ssään staan stään llaan llään
    lleen kseen taan tään ansa änsä kin kaan kään""".split()


def grade(stem, changes):
    """The stem before its last vowels with the consonants of the other grade."""
    match = re.match("(.*?)([aeiouyäö]*)$", stem)
    body, ending = match.groups()
    for old, new in changes:
        if body.endswith(old):
            return body[:len(body) - len(old)] + new + ending
    return stem


def genitives(word, kind):
    name, _, change = kind.partition("-")
    old, new = GENITIVES.get(name, ("", "n"))
    stem = word[:len(word) - len(old)] if old and word.endswith(old) else word
    if name in ("vieras", "iäkäs"):
        stem, new = word[:-1], word[-2] + "n"
    if change:
        stem = grade(stem, STRONG if change == "av2" else WEAK)
    found = {stem + new}
    if name == "nainen":
        found |= {word[:-3] + "s", word[:-3] + "sten"}
    if name in ("risti", "paperi"):
        found |= {word[:-1] + "ien"}
    if name == "vastaus":
        found |= {word[:-1] + "sten"}
    if name == "valo":
        found |= {word + "jen"}
    return found


def stems(word, kind):
    """What a word's forms have before the endings of cases."""
    name, _, change = kind.partition("-")
    old, ends = STEMS.get(name, (word[-1] if word[-1] in "aeiouyäö" else "", word[-1] + " i"))
    if old and not word.endswith(old):
        return {word}
    kept = word[:len(word) - len(old)]
    found = {kept + end for end in ends.replace(" ", ",").split(",")}
    if name in ("vieras", "iäkäs"):
        found |= {kept + word[-2], word[:-2] + "i"}
    if kind and change:
        found |= {grade(stem, changes) for stem in list(found) for changes in (WEAK, STRONG)}
    return {word} | {stem for stem in found if len(stem) > 2}


def derived(word, kind, is_adjective):
    """Nouns made of verbs and adjectives by rule, which the list leaves out, with their kinds."""
    back = not re.search("[äöy]", word)
    if is_adjective:
        end = "uus" if back else "yys"
        if word.endswith("nen"):
            return [(word[:-3] + "s" + end, "kalleus")]
        return [(word + end[1:], "kalleus")] if word[-1] in "eao" else []
    found, u = [], "u" if back else "y"
    if re.search("t[aä]{2}$", word):
        # verottaa, verotus; äänestää, äänestys
        stem = word[:-3] if word[-4] == "t" else word[:-2]
        found = [(stem + u + "s", "vastaus"), (word[:-1] + "minen", "nainen")]
    elif re.search("[lrn]l[aä]$|st[aä]$", word):
        found = [(word[:-2] + u, "arvelu"), (word[:-2] + "eminen", "nainen")]
    elif re.search("d[aä]$", word):
        found = [(word[:-2] + "nti", "risti-av1"), (word[:-2] + "minen", "nainen")]
    elif re.search("[aeiouyäö][aä]$", word):
        found = [(word[:-1] + "minen", "nainen")]
    return found


def read(lexicon, path):
    """Fills a lexicon; lexicon.marked holds the parts of the compounds."""
    lexicon.marked, lexicon.stems = {}, {}
    for entry in re.findall("<word .*?</word>", path.read_text(), re.DOTALL):
        kind = (re.findall("<infclass>(.*?)</infclass>", entry) or [""])[0]
        is_name = "<wclass>p" in entry
        for form in re.findall("<form>(.*?)</form>", entry):
            parts = form.lower().replace("|", "").strip("=").split("=")
            word = "".join(parts)
            if "-" in word or not lexicon.is_word(word) or not all(parts):
                continue
            lexicon.words[word] = frozenset()
            if len(parts) > 1:
                lexicon.marked[word] = parts
            else:
                lexicon.stems[word] = stems(word, kind)
                if "<wclass>verb" in entry or "<wclass>adj" in entry:
                    for noun, nouns in derived(word, kind, "<wclass>adj" in entry):
                        lexicon.stems.setdefault(noun, stems(noun, nouns))
                        for first in {noun} | genitives(noun, nouns):
                            lexicon.links[first].add(noun)
                if not is_name and "<wclass>noun" in entry or "<wclass>adj" in entry:
                    for first in {word} | genitives(word, kind):
                        if lexicon.is_word(first):
                            lexicon.links[first].add(word)
                elif is_name:
                    lexicon.guess(word, word)
                    for first in genitives(word, kind):
                        lexicon.guess(first, word)
            # A compound's last part may be a word the list has only there.
            if len(parts) > 1:
                lexicon.stems.setdefault(parts[-1], stems(parts[-1], kind))


def weigh(lexicon, own, unseen):
    firsts, ends = collections.Counter(), collections.Counter()
    for word, parts in lexicon.marked.items():
        if word not in unseen:
            firsts.update(parts[:-1])
            ends[parts[-1]] += 1
    for form in own.firsts | own.prefixes:
        firsts[form] += 3
    all_firsts, all_ends = sum(firsts.values()), sum(ends.values())
    first_costs, last_costs = {}, {}
    for form in set(lexicon.links) | set(firsts):
        if lexicon.has_vowel(form) and len(form) > 1:
            count = firsts[form] + (GUESSED if form in lexicon.guessed else USUAL)
            first_costs[form] = FIRST_SHORT.get(len(form), 0) - math.log(count / all_firsts)
    for word, kept in lexicon.stems.items():
        if word in own.never_last or not lexicon.has_vowel(word) or len(word) < 2:
            continue
        cost = LAST_SHORT.get(len(word), 0) - math.log((ends[word] + USUAL) / all_ends)
        for stem in kept | {word}:
            if len(stem) < 2:
                continue
            here = cost + (0 if stem == word else 0.7)
            last_costs[stem] = min(here, last_costs.get(stem, 99))
    return first_costs, last_costs
