"""Learns from a list of words which of them are compounds, and what their parts cost.

A word is simple, or a first form and a last word. How likely each is comes from how often the list
uses it so, which is counted in rounds of expectation-maximisation; what a simple word costs comes
from its letters, each given the two before it.
"""
import collections, math

FIRST_SHORT = {1: 9, 2: 2.5, 3: 1.0}  # what short forms cost more: they fit everywhere by chance
LAST_SHORT = {1: 9, 2: 5.0, 3: 1.5, 4: 0.3}
SIMPLE, LETTERS = 6.0, 0.9  # what a simple word costs: so much, and this share of its letters' cost
MISMATCH = 3.5  # what it costs if a compound does not bend as its last word
LISTED, GUESSED = 0.3, 0.05  # how often a form counts that no compound of the list is made with
ROUNDS = 6


class Letters:
    """What a word costs letter by letter."""

    def __init__(self, words):
        self.three, self.two = collections.Counter(), collections.Counter()
        for word in words:
            text = f"^^{word}$"
            for i in range(2, len(text)):
                self.three[text[i - 2:i + 1]] += 1
                self.two[text[i - 2:i]] += 1

    def cost(self, word):
        text = f"^^{word}$"
        return sum(-math.log((self.three[text[i - 2:i + 1]] + 0.5) / (self.two[text[i - 2:i]] + 15))
                   for i in range(2, len(text)))


def learn(lexicon, own):
    """The compounds among the words: each with its first form and its last word."""
    words, links, lasts = lexicon.words, lexicon.links, lexicon.lasts - own.never_last
    letters = Letters([w for w in words if len(w) <= 9 and w not in lexicon.names])
    candidates = {}
    for word in words:
        if len(word) >= 5 and word not in own.simple and word not in lexicon.names:
            found = [(word[:i], word[i:]) for i in range(2, len(word) - 1)
                     if word[:i] in links and word[i:] in lasts]
            if found:
                candidates[word] = found
    simple = {w: SIMPLE + LETTERS * letters.cost(w) for w in candidates}
    known = {w: p for w, p in {**lexicon.compounds, **own.compounds}.items() if w in words}
    firsts, ends = collections.Counter(), collections.Counter()
    for found in candidates.values():
        for a, b in found:
            firsts[a] += 0.6 / len(found)
            ends[b] += 0.6 / len(found)
    compounds = {}
    for _ in range(ROUNDS):
        costs = Costs(firsts, ends, lexicon)
        firsts, ends, compounds = collections.Counter(), collections.Counter(), {}
        for word, found in candidates.items():
            if word in known:
                compounds[word] = known[word]
                firsts[known[word][0]] += 1
                ends[known[word][1]] += 1
                continue
            rows = [costs.first(a) + costs.last(b)
                    + (0 if not words[word] or words[word] & words[b] else MISMATCH)
                    for a, b in found]
            least = min(min(rows), simple[word])
            chances = [math.exp(least - row) for row in rows]
            total = sum(chances) + math.exp(least - simple[word])
            for (a, b), chance in zip(found, chances):
                if chance > 0.01 * total:
                    firsts[a] += chance / total
                    ends[b] += chance / total
            cost, parts = min(zip(rows, found))
            if cost < simple[word]:
                compounds[word] = parts
    return {**compounds, **known, **own.compounds}


class Costs:
    """What parts cost by how often they are used."""

    def __init__(self, firsts, ends, lexicon):
        self.firsts, self.ends, self.guessed = firsts, ends, lexicon.guessed
        self.all_firsts, self.all_ends = sum(firsts.values()), sum(ends.values())
        self.known = {}

    def first(self, form):
        if ("first", form) not in self.known:
            least = GUESSED if form in self.guessed else LISTED
            self.known["first", form] = FIRST_SHORT.get(len(form), 0) - math.log(
                (self.firsts[form] + least) / self.all_firsts)
        return self.known["first", form]

    def last(self, word):
        if ("last", word) not in self.known:
            self.known["last", word] = LAST_SHORT.get(len(word), 0) - math.log(
                (self.ends[word] + LISTED) / self.all_ends)
        return self.known["last", word]


def chain(form, words, compounds, links, depth=0):
    """The simple parts of a form, which is one of the words or a linking form of it."""
    if depth < 6:
        for word in [form] if form in compounds else sorted(words):
            if word in compounds:
                a, b = compounds[word]
                if form.startswith(a + b[:2]):
                    return chain(a, links.get(a, ()), compounds, links, depth + 1) \
                        + chain(form[len(a):], {b}, compounds, links, depth + 1)
    return [form]


def all_forms(lexicon, compounds):
    """The forms of words, and how they bend as the last parts of compounds."""
    forms = collections.defaultdict(set)
    for form, words in lexicon.forms.items():
        forms[form] |= words
        for word in words:
            first, last = compounds.get(word, ("", ""))
            rest = form[len(first):]
            if first and form.startswith(first) and len(rest) > 2 and rest[:2] == last[:2]:
                forms[rest].add(last)
    return forms


def weigh(lexicon, own, compounds):
    """The cost of each simple form as a first and as a last part."""
    links, has_vowel = lexicon.links, lexicon.has_vowel
    firsts, ends = collections.Counter(), collections.Counter()

    def is_prefixed(word):
        first, last = compounds.get(word, ("", ""))
        return first in own.prefixes and last not in own.prefixes and word not in own.compounds

    for word, (a, b) in compounds.items():
        for part in chain(a, links.get(a, ()), compounds, links):
            firsts[part] += 1
        ends[chain(b, {b}, compounds, links)[-1]] += 1
        # What begins with a prefix counts as a whole, too.
        if any(is_prefixed(w) for w in links.get(a, ())):
            firsts[a] += 1
        if is_prefixed(b):
            ends[b] += 1
    for prefix in own.prefixes:
        firsts[prefix] += 30
    for form in own.firsts:
        firsts[form] += 10
    all_firsts, all_ends = sum(firsts.values()), sum(ends.values())
    first_costs, last_costs = {}, {}
    for form in set(links) | own.prefixes | own.firsts:
        count = firsts[form]
        if count == 0 and not all(w in compounds for w in links[form]):
            count = GUESSED if form in lexicon.guessed else LISTED
        if has_vowel(form) and count > 0 and form not in own.compounds:
            first_costs[form] = FIRST_SHORT.get(len(form), 0) - math.log(count / all_firsts)
    forms = all_forms(lexicon, compounds)
    for form, words in forms.items():
        simple = [w for w in words if w not in own.never_last
                  and (w not in compounds or is_prefixed(w))]
        if not simple or form in own.never_last or not has_vowel(form):
            continue
        word = max(simple, key=lambda w: (ends[w], -len(w), w))
        cost = -math.log((ends[word] + LISTED) / all_ends) + LAST_SHORT.get(len(form), 0)
        cost += 0 if form == word else 0.7
        # What ends no compound of the list is here to be known as a word, not to end others.
        if ends[word] < 2:
            cost = max(cost, 5.5 + 1.1 * len(word) + (6 if word in lexicon.names else 0))
        last_costs[form] = cost
    for form in own.lasts:
        last_costs[form] = -math.log(30 / all_ends)
    return first_costs, last_costs
