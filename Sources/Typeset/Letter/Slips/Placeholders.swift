/// Finds words that stand for others which nobody wrote: `[Navn]`, `{felt}`, Word's `«Navn»` and
/// `MERGEFIELD`, and a row of the letter X.
struct Placeholders {
  /// What stands where words should.
  struct Found: Hashable {
    let range: Range<Int>
    /// The name in it, if it has one.
    let name: String
    let kind: Kind
  }

  /// How it is written.
  enum Kind: Hashable { case braces, brackets, quotes, field, letters }

  let bytes: [UInt8]

  /// All there are, in their order.
  var all: [Found] {
    var found: [Found] = []
    var index = 0
    while index < bytes.count {
      let one: Found? =
        switch bytes[index] {
        case UInt8(ascii: "{"): braces(at: index)
        case UInt8(ascii: "["): brackets(at: index)
        case UInt8(ascii: "<"): angles(at: index)
        case 0xC2: quotes(at: index)
        case UInt8(ascii: "M"): field(at: index)
        case UInt8(ascii: "X"), UInt8(ascii: "x"): openDate(at: index) ?? letters(at: index)
        case UInt8(ascii: "_"): blank(at: index)
        case UInt8(ascii: "("): command(at: index)
        case UInt8(ascii: "T"), UInt8(ascii: "I"), UInt8(ascii: "d"), UInt8(ascii: "K"),
          UInt8(ascii: "C"), UInt8(ascii: "L"):
          phrase(at: index)
        default: nil
        }
      if let one { found.append(one) }
      index = one?.range.upperBound ?? index + 1
    }
    return found
  }

  /// `[Gade og nummer]`: whole lines in brackets, which in a head stand for what is to be written, as
  /// `letterpdf new` writes them.
  var bracketedLines: [Found] {
    bytes.split(separator: UInt8(ascii: "\n")).compactMap { line in
      guard line.first == UInt8(ascii: "["), let name = name(from: line.startIndex + 1, to: "]"),
        line.startIndex + 2 + name.utf8.count == line.endIndex,
        name.contains(where: \.isLetter)
      else { return nil }
      return Found(range: line.startIndex..<line.endIndex, name: name, kind: .brackets)
    }
  }

  /// `{felt}`; two braces are a field of the records, and `{.small}` is an attribute.
  private func braces(at start: Int) -> Found? {
    let open = UInt8(ascii: "{")
    guard start == 0 || bytes[start - 1] != open, let name = name(from: start + 1, to: "}") else {
      return nil
    }
    let end = start + 2 + name.utf8.count
    guard bytes.isWord(at: start + 1), !bytes.goes(on: "}", at: end) else { return nil }
    return Found(range: start..<end, name: name, kind: .braces)
  }

  /// `[Navn]`: a word that nobody would put in brackets, or any that is greeted.
  private func brackets(at start: Int) -> Found? {
    guard let name = name(from: start + 1, to: "]") else { return nil }
    let end = start + 2 + name.utf8.count
    guard Self.isMeantForAnother(name) || isGreeted(at: start) else { return nil }
    let isMarkup = ["(", "[", "{", ":"].contains { bytes.goes(on: $0, at: end) }
    return isMarkup ? nil : Found(range: start..<end, name: name, kind: .brackets)
  }

  /// `<navn>`, which in a text is an error of its own.
  private func angles(at start: Int) -> Found? {
    guard let name = name(from: start + 1, to: ">"),
      Self.isMeantForAnother(name) || isGreeted(at: start)
    else { return nil }
    return Found(range: start..<start + 2 + name.utf8.count, name: name, kind: .brackets)
  }

  /// `«Navn»`, as Word shows its fields; the same marks quote words in Norwegian.
  private func quotes(at start: Int) -> Found? {
    let near = Array(bytes[start..<min(bytes.count, start + 44)])
    guard near.goes(on: "«", at: 0), let length = near.find("»") else { return nil }
    let end = start + length
    let name = String(decoding: bytes[start + 2..<end], as: UTF8.self)
    let isField =
      name.allSatisfy { $0.isLetter || $0.isNumber || $0 == "_" }
      && (name.contains { $0 == "_" || $0.isNumber } || Self.isMeantForAnother(name))
    guard isField || isGreeted(at: start) else { return nil }
    return Found(range: start..<end + 2, name: name, kind: .quotes)
  }

  /// `{ MERGEFIELD Navn }`, as Word's fields are with Alt+F9.
  private func field(at start: Int) -> Found? {
    guard bytes.goes(on: "MERGEFIELD", at: start) else { return nil }
    var end = start + 10
    while end < bytes.count, bytes[end] == 0x20 { end += 1 }
    let first = end
    while bytes.isWord(at: end) || bytes.goes(on: "_", at: end) { end += 1 }
    let name = String(decoding: bytes[first..<end], as: UTF8.self)
    return Found(range: start..<end, name: name, kind: .field)
  }

  /// Three of the letter X or more, alone; the figures of a number that is kept secret hang on others.
  private func letters(at start: Int) -> Found? {
    guard isApart(start - 1) else { return nil }
    var end = start
    while end < bytes.count, bytes[end] == bytes[start] { end += 1 }
    guard end - start >= 3, isApart(end),
      isDue(start..<end) || isGreeted(at: start)
    else { return nil }
    return Found(range: start..<end, name: "", kind: .letters)
  }

  /// Whether a figure or a word is to come there.
  ///
  /// It is all there is, or a unit follows, or a word that numbers and days come after stands before
  /// it. Elsewhere it may stand for a name that is kept secret.
  private func isDue(_ range: Range<Int>) -> Bool {
    let lower = max(0, range.lowerBound - 12)
    let before = String(decoding: bytes[lower..<range.lowerBound], as: UTF8.self)
    let after = String(
      decoding: bytes[range.upperBound..<min(bytes.count, range.upperBound + 12)], as: UTF8.self)
    let last = before.split(whereSeparator: \.isWhitespace).last?.lowercased() ?? ""
    let words = after.split { $0.isWhitespace || $0 == "," }
    let next = words.first?.lowercased() ?? ""
    if last.isEmpty, next.isEmpty || next == "." { return true }
    return Self.units.contains(next) || Self.beforeNumbers.contains(last)
  }

  private static let units: Set<String> = [
    "kr", "kr.", "kroner", "%", "pct.", "procent", "euro", "€", "eur", "dkk", "dage", "uger",
    "måneder", "år", "timer", "stk.", "m²", "km", "prozent", "tage", "wochen", "days", "weeks",
    "dager", "dagar", "uker", "veckor",
  ]

  private static let beforeNumbers: Set<String> = [
    "kl.", "kl", "nr.", "nr", "tlf.", "dato", "dato:", "beløb", "beløb:", "den", "sagsnr.", "side",
    "§", "stk.",
  ]

  /// Whether what stands at an index does not belong to a word or a number beside it.
  private func isApart(_ index: Int) -> Bool {
    !bytes.isWord(at: index) && !["-", "_", "/"].contains { bytes.goes(on: $0, at: index) }
  }

  /// The words up to a closing mark; nil where none is near or something else than words is between.
  private func name(from start: Int, to close: Unicode.Scalar) -> String? {
    let mark = UInt8(ascii: close)
    var end = start
    while end < bytes.count, end - start <= 40, bytes[end] != mark {
      let isPlain = bytes.isWord(at: end) || " -_.".utf8.contains(bytes[end])
      guard isPlain else { return nil }
      end += 1
    }
    guard end < bytes.count, end > start, bytes[end] == mark, bytes[start] != 0x20,
      bytes[end - 1] != 0x20
    else { return nil }
    return String(decoding: bytes[start..<end], as: UTF8.self)
  }

  /// Whether somebody is greeted by what stands at an index.
  private func isGreeted(at start: Int) -> Bool {
    guard start > 3, bytes[start - 1] == 0x20 else { return false }
    let near = bytes[max(0, start - 24)..<start]
    let line = near.lastIndex { $0 == RunningText.softBreak || $0 == RunningText.lineBreak }
    let from = line.map { $0 + 1 } ?? near.startIndex
    guard line != nil || from == 0 else { return false }
    let before = String(decoding: bytes[from..<start], as: UTF8.self).lowercased()
    return Self.greetings.contains { before == $0 + " " }
  }

  private static let greetings: Set<String> = [
    "kære", "hej", "goddag", "dear", "hi", "hello", "liebe", "lieber", "hallo", "guten tag",
    "sehr geehrte", "sehr geehrter", "sehr geehrte frau", "sehr geehrter herr", "bäste", "bästa",
    "hei", "kjære",
  ]

  /// Whether a name says that somebody else is to write something there.
  private static func isMeantForAnother(_ name: String) -> Bool {
    let words = name.lowercased().split { " -_.".contains($0) }.map(String.init)
    guard words.count <= 6, let first = words.first else { return false }
    if words.contains(where: { commands.contains($0) }) { return true }
    return nouns.contains(first) && words.count <= 3 || words.count == 1 && first == "xx"
  }

  /// What such words tell one to do.
  private static let commands: Set<String> = [
    "indsæt", "udfyld", "skriv", "angiv", "insert", "einfügen", "ausfüllen", "infoga", "fyll",
    "xxx",
    "erstat", "replace", "ersetzen", "ersätt", "erstatt", "remplacez",
  ]

  /// What such words are called.
  private static let nouns: Set<String> = [
    "navn", "fornavn", "efternavn", "etternavn", "namn", "förnamn", "efternamn", "name",
    "firstname", "lastname", "vorname", "nachname", "adresse", "adress", "address", "anschrift",
    "dato", "datum", "date", "beløb", "beløp", "belopp", "amount", "betrag", "sagsnr",
    "sagsnummer", "saksnummer", "saksnr", "ärendenummer", "aktenzeichen", "cpr", "cprnr",
    "cvr", "telefon", "telefonnummer", "emne", "ämne", "betreff", "subject", "postnr",
    "postnummer", "postcode", "modtager", "mottaker", "mottagare", "empfänger", "recipient",
    "afsender", "avsender", "absender", "titel", "tittel",
  ]
}
