/// Short lines of which the last is a postcode and a town, as addresses are written.
struct AddressBlock: Hashable {
  /// The numbers of its paragraphs, among those that stand above the salutation.
  let paragraphs: Range<Int>
  let lines: [String]
  /// Whether numbers, mail or web addresses stand with it, as in a sender's letterhead.
  let isLetterhead: Bool

  /// The lines that an address may have.
  private static let size = 3...5
  /// A line of more characters is no line of an address.
  private static let longest = 50

  /// The addresses among paragraphs that are given by their lines, from above.
  static func all(in paragraphs: [[String]]) -> [AddressBlock] {
    var found: [AddressBlock] = []
    var free = 0
    for (index, lines) in paragraphs.enumerated() {
      guard let end = lines.lastIndex(where: isTown) else { continue }
      let rest = lines[(end + 1)...]
      var first = index
      var address = Array(lines[...end])
      // Word's users make a paragraph of each line, or break the lines of one.
      while lines.count == 1, first > free, address.count < size.upperBound,
        paragraphs[first - 1].count == 1, isLine(paragraphs[first - 1][0])
      {
        first -= 1
        address.insert(paragraphs[first][0], at: 0)
      }
      let next = paragraphs.dropFirst(index + 1).first?.first
      let beside = address + rest + [rest.isEmpty ? next : nil].compactMap { $0 }
      let isLetterhead = beside.contains(where: isContact)
      free = index + 1
      guard size.contains(address.count), address.dropLast().allSatisfy(isLine),
        rest.isEmpty || isLetterhead
      else { continue }
      found.append(
        AddressBlock(
          paragraphs: first..<index + 1, lines: address + rest, isLetterhead: isLetterhead))
    }
    return found
  }

  /// Whether a line can be a line of an address above its town.
  private static func isLine(_ line: String) -> Bool {
    guard line.count <= longest, let last = line.last else { return false }
    // `2. th.` ends in a full stop, too.
    let isSentence = last == "." && !line.contains(where: \.isNumber)
    return !isSentence && !":;?!".contains(last) && !line.contains(": ") && !isTown(line)
      && !isContact(line) && ImportedHead.day(in: line) == nil
  }

  /// Whether a line is a postcode and a town: `8000 Aarhus C`, `SE-114 28 Stockholm`.
  private static func isTown(_ line: String) -> Bool {
    guard line.count <= longest else { return false }
    var words = line.split(separator: " ")[...]
    guard var code = words.popFirst() else { return false }
    if let dash = code.firstIndex(of: "-"), code[..<dash].allSatisfy(\.isUppercase) {
      code = code[dash...].dropFirst()
    }
    var figures = String(code)
    if let more = words.first, figures.count == 3, more.count == 2, more.allSatisfy(\.isNumber) {
      figures += more
      words.removeFirst()
    }
    guard (3...5).contains(figures.count), figures.allSatisfy({ $0.isASCII && $0.isNumber }),
      let town = words.first?.first, town.isLetter, town.isUppercase
    else { return false }
    return words.count <= 4 && words.allSatisfy { $0.last != ":" }
  }

  /// Whether a line says how to reach somebody.
  private static func isContact(_ line: String) -> Bool {
    let words = line.lowercased()
    return words.contains("@") || words.contains("www.")
      || ["tlf", "telefon", "cvr", "ean", "mail", "e-mail"].contains { mark in
        words.hasPrefix(mark) && words.dropFirst(mark.count).first?.isLetter != true
      }
  }
}
