"""Writes the parts of compounds as an automaton with shared endings."""
import collections, re, struct

CLASSES = [4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14.5, 16.5, 19, 22, 26]  # the costs a part can have


def quantise(cost):
    return min(range(len(CLASSES)), key=lambda i: abs(CLASSES[i] - cost)) + 1


def values_of(firsts, lasts):
    """For each form its classes as a first and, four bits higher, as a last part."""
    values = {form: quantise(cost) for form, cost in firsts.items()}
    for form, cost in lasts.items():
        values[form] = values.get(form, 0) | quantise(cost) << 4
    return values


def automaton(values, alphabet):
    """The minimal automaton of the forms, as a list of edges (Daciuk et al. 2000, algorithm 1)."""
    register, path, previous = {}, [], ""
    root = [{}, 0]  # children, value of the form that ends here

    def minimise(depth):
        while len(path) > depth:
            parent, letter, node = path.pop()
            key = (node[1], tuple((c, id(n)) for c, n in sorted(node[0].items())))
            parent[0][letter] = register.setdefault(key, node)

    for form in sorted(values):
        common = 0
        while common < min(len(form), len(previous)) and form[common] == previous[common]:
            common += 1
        minimise(common)
        node = path[-1][2] if path else root
        for letter in form[common:]:
            child = [{}, 0]
            node[0][letter] = child
            path.append((node, letter, child))
            node = child
        node[1] = values[form]
        previous = form
    minimise(0)
    start, order = {id(root): 0}, [root]
    edges = len(root[0])
    for node in order:
        for _, child in sorted(node[0].items()):
            if child[0] and id(child) not in start:
                start[id(child)] = edges
                edges += len(child[0])
                order.append(child)
    out = []
    for node in order:
        letters = sorted(node[0], key=alphabet.index)
        for letter in letters:
            child = node[0][letter]
            target = start[id(child)] if child[0] else 0
            if target >= 1 << 18:
                raise SystemExit(f"{edges} edges are more than {1 << 18}")
            out.append(alphabet.index(letter) | (letter == letters[-1]) << 5 | child[1] << 6
                       | target << 14)
    return out


def clusters(lexicon, compounds):
    """Consonants that begin and that end simple words, of those that do so often."""
    onsets, codas = collections.Counter(), collections.Counter()
    vowels = "".join(sorted(lexicon.vowels))
    for word in lexicon.words:
        if word not in compounds and len(word) > 2 and lexicon.has_vowel(word):
            onsets[re.match(f"[^{vowels}]*", word).group()] += 1
            codas[re.search(f"[^{vowels}]*$", word).group()] += 1
    return (sorted(c for c, n in onsets.items() if c and n >= 25),
            sorted(c for c, n in codas.items() if c and n >= 20))


def pruned(firsts, lasts, settings):
    """Leaves out the dearest forms, which hardly any word is made with."""
    first, last = settings.get("dearest", (99, 99))
    return ({f: c for f, c in firsts.items() if c <= first},
            {f: c for f, c in lasts.items() if c <= last})


def write(path, lexicon, own, compounds, firsts, lasts, settings):
    alphabet = settings["alphabet"]
    edges = automaton(values_of(firsts, lasts), alphabet)
    onsets, codas = clusters(lexicon, compounds)
    lines = ["compounds 2", "alphabet " + alphabet, "vowels " + "".join(sorted(settings["vowels"])),
             "costs " + " ".join(map(str, CLASSES)), "prefixes " + " ".join(sorted(own.prefixes)),
             "before-vowels " + " ".join(sorted(own.before_vowels)),
             "suffixes " + " ".join(sorted(own.suffixes)), "onsets " + " ".join(onsets),
             "codas " + " ".join(codas), "diphthongs " + settings["diphthongs"],
             "digraphs " + settings.get("digraphs", ""), "rules " + settings.get("rules", "patterns"),
             "endings " + " ".join(settings.get("endings", ())),
             f"edges {len(edges)}"]
    data = ("\n".join(lines) + "\n\n").encode()
    data += b"\n" * (-len(data) % 4)
    path.write_bytes(data + struct.pack(f"<{len(edges)}I", *edges))
    return len(edges)
