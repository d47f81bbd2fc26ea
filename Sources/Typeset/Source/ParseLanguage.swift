/// Reads a language's file, `Languages/da/language.yaml`.
///
/// Keys: `language`, `months`, `date` (with `{day}`, `{month}` and `{year}`), `words`, `quotes`
/// (two marks, or four with the inner ones), `before-numbers`, `after-numbers`, `together`,
/// `enclosure-words`, `alphabet`, `decimal-mark` (a comma when left out), `group-mark` (the other of
/// comma and point), `short-date` (`{year}-{mm}-{dd}`), `capitalizes-nouns`, `abbreviations` (what is
/// read for `jf.`), `vague-links`, `calling-code`, `trunk-prefix` and `patterns`. Lists and the keys from
/// `decimal-mark` on may be left out; `words` may hold any keys, so that a layout can use words of its own.
///
/// - Throws: ``Diagnostics`` with every problem found, in source order.
func parseLanguage(_ file: SourceFile) throws(Diagnostics) -> LanguagePack {
  let root = try parseYAML(file, in: 0..<file.bytes.count)
  var problems = DiagnosticCollector()
  let pack = readLanguage(root, &problems)
  try problems.throwIfErrors()
  guard let pack else {
    throw Diagnostics(.error(.wrongType, "the file describes no language", at: root.range))
  }
  return pack
}

private func readLanguage(
  _ root: SourceNode, _ problems: inout DiagnosticCollector
) -> LanguagePack? {
  guard var reader = MappingReader(root, &problems) else { return nil }
  let tag = required("language", reader.language("language", &problems), reader, &problems)
  let months = reader.texts("months", &problems)
  let dateForm = required("date", reader.text("date", &problems), reader, &problems)
  let words = readWords(&reader, &problems)
  let quotes = reader.texts("quotes", &problems)
  let enclosureWords = reader.texts("enclosure-words", &problems) ?? []
  let before = reader.texts("before-numbers", &problems)
  let after = reader.texts("after-numbers", &problems)
  let together = readTogether(&reader, &problems)
  let expansions = readExpansions(&reader, &problems)
  let vagueLinks = reader.texts("vague-links", &problems) ?? []
  let calling = readCallingForm(&reader, &problems)
  let alphabet = required("alphabet", reader.text("alphabet", &problems), reader, &problems)
  let patterns = reader.text("patterns", &problems)
  let shortDate = reader.text("short-date", &problems)
  let numbers = readNumberForm(&reader, &problems)
  let capitalizesNouns = reader.flag("capitalizes-nouns", &problems)
  reader.finish(&problems)
  if months?.count != 12 {
    problems.add(
      .error(
        .wrongType, "months has \(months?.count ?? 0) names, not 12",
        at: reader.place(of: "months"),
        hint: "write a list of the months, January first"))
  }
  if ![2, 4].contains(quotes?.count ?? 0) {
    problems.add(
      .error(
        .wrongType, "quotes has \(quotes?.count ?? 0) marks, not 2 or 4",
        at: reader.place(of: "quotes"),
        hint: "write the opening and closing mark, then the inner ones"))
  }
  if let dateForm {
    checkPlaces(in: dateForm, "date", ["{day}", "{month}", "{year}"], [], &problems)
  }
  if let shortDate {
    checkPlaces(
      in: shortDate, "short-date", ["{year}"], ["{dd}", "{mm}", "{day}", "{month}"], &problems)
  }
  guard let tag, let months, let dateForm, let quotes, let alphabet else { return nil }
  var pack = LanguagePack(
    tag: tag.value, months: months.map(\.value), dateForm: dateForm.value,
    words: words, enclosureWords: enclosureWords.map { $0.value.lowercased() },
    quotes: quotes.map(\.value), bindsAfter: (before ?? []).map(\.value),
    bindsBefore: (after ?? []).map(\.value), together: together, numbers: numbers,
    patterns: patterns?.value, capitalizesNouns: capitalizesNouns?.value ?? false,
    alphabet: alphabet.value)
  pack.expansions = expansions
  pack.vagueLinks = Set(vagueLinks.map { $0.value.lowercased() })
  pack.calling = calling
  if let shortDate { pack.shortDateForm = shortDate.value }
  return pack
}

private func required<Value>(
  _ key: String, _ value: Located<Value>?, _ reader: MappingReader,
  _ problems: inout DiagnosticCollector
) -> Located<Value>? {
  let isMissing = reader.value(of: key) == nil || reader.value(of: key) == .null
  if isMissing {
    problems.add(
      .error(
        .missingKey, "the language has no \(key)", at: reader.place(of: key),
        hint: "add a line \(key):"))
  }
  return value
}

private func readNumberForm(
  _ reader: inout MappingReader, _ problems: inout DiagnosticCollector
) -> NumberForm {
  let form = readDecimalMark(&reader, &problems)
  guard let written = reader.text("group-mark", &problems) else { return form }
  let marks: [String: Unicode.Scalar] = [".": ".", ",": ",", "space": "\u{A0}"]
  guard let mark = marks[written.value], mark != form.decimalMark else {
    problems.add(
      .error(
        .wrongType, "group-mark is \(quoted(written.value)), which cannot stand between figures",
        at: written.place, hint: "write space, \",\" or \".\", but not that of decimal-mark"))
    return form
  }
  return NumberForm(decimalMark: form.decimalMark, groupMark: mark)
}

private func readDecimalMark(
  _ reader: inout MappingReader, _ problems: inout DiagnosticCollector
) -> NumberForm {
  let standard = NumberForm(decimalMark: ",")
  guard let written = reader.text("decimal-mark", &problems) else { return standard }
  guard written.value == "," || written.value == ".", let mark = written.value.unicodeScalars.first
  else {
    problems.add(
      .error(
        .wrongType, "decimal-mark is \(quoted(written.value)), neither a comma nor a point",
        at: written.place, hint: "write \",\" or \".\""))
    return standard
  }
  return NumberForm(decimalMark: mark)
}

private func readTogether(
  _ reader: inout MappingReader, _ problems: inout DiagnosticCollector
) -> [PhrasePattern] {
  (reader.texts("together", &problems) ?? []).compactMap { text in
    if let pattern = PhrasePattern(text.value) { return pattern }
    let kinds = PhrasePattern.Kind.allCases.map { "{\($0.rawValue)}" }
    problems.add(
      .error(
        .wrongType, "together has \(quoted(text.value)), which is no pair of words", at: text.place,
        hint: "write two words with a space between, each a word or one of \(listed(kinds))"))
    return nil
  }
}

private func readExpansions(
  _ reader: inout MappingReader, _ problems: inout DiagnosticCollector
) -> Expansions {
  guard var list = reader.mapping("abbreviations", &problems) else { return Expansions() }
  var pairs: [(abbreviation: String, expansion: String)] = []
  for key in list.keys {
    guard let words = list.text(key, &problems) else { continue }
    if Expansions.isAbbreviation(key) {
      pairs.append((key, words.value))
    } else {
      problems.add(
        .error(
          .wrongType, "abbreviations has \(quoted(key)), which does not end in a full stop",
          at: list.place(of: key), hint: "write it with one, or leave it out"))
    }
  }
  return Expansions(pairs)
}

private func readCallingForm(
  _ reader: inout MappingReader, _ problems: inout DiagnosticCollector
) -> CallingForm {
  let code = reader.text("calling-code", &problems)
  let prefix = reader.text("trunk-prefix", &problems)
  func isNumber(_ text: Substring) -> Bool {
    (1...3).contains(text.count) && text.allSatisfy { $0.isASCII && $0.isNumber }
  }
  if let code, code.value.first != "+" || !isNumber(code.value.dropFirst()) {
    problems.add(
      .error(
        .wrongType, "calling-code is \(quoted(code.value)), not a plus and figures", at: code.place,
        hint: "write it as \"+45\""))
  }
  if let prefix, !isNumber(prefix.value[...]) {
    problems.add(
      .error(
        .wrongType, "trunk-prefix is \(quoted(prefix.value)), not figures", at: prefix.place,
        hint: "write it as \"0\""))
  }
  return CallingForm(code: code?.value, trunkPrefix: prefix?.value ?? "")
}

private func readWords(
  _ reader: inout MappingReader, _ problems: inout DiagnosticCollector
) -> [String: String] {
  guard var words = reader.mapping("words", &problems) else { return [:] }
  var result: [String: String] = [:]
  for key in words.keys {
    guard let word = words.text(key, &problems) else { continue }
    result[key] = word.value
    let places = FixedWord(rawValue: key)?.places ?? (needed: [], allowed: [])
    checkPlaces(in: word, "words.\(key)", places.needed, places.allowed, &problems)
  }
  return result
}

/// Reports a place to fill that is missing or unknown.
private func checkPlaces(
  in form: Located<String>, _ name: String, _ needed: [String], _ allowed: [String],
  _ problems: inout DiagnosticCollector
) {
  for place in needed where !form.value.contains(place) {
    problems.add(
      .error(
        .wrongType, "\(name) is \(quoted(form.value)), without \(place)", at: form.place,
        hint: "write \(place) where it belongs"))
  }
  let braces = [UInt8(ascii: "{"), UInt8(ascii: "}")]
  guard form.value.utf8.contains(where: braces.contains) else { return }
  var rest = form.value
  for place in needed + allowed { rest = rest.replacing(place, with: "") }
  if rest.contains("{") || rest.contains("}") {
    let places = needed + allowed
    problems.add(
      .error(
        .wrongType, "\(name) is \(quoted(form.value)), with a place that is not known",
        at: form.place,
        hint: places.isEmpty ? "delete the braces" : "use only \(listed(places, "and"))"))
  }
}
