import LineBreaking
import Typeset

extension FuzzTarget {
  /// Words of any language, divided.
  static let hyphenation = FuzzTarget(
    "hyphenation", longest: 256,
    seeds: { _ in
      [
        "økonomiforhandlinger", "Bundesverfassungsgericht", "e-mail-adressen", "L’été",
        "sam\u{AD}spil",
      ]
      .enumerated().map { [UInt8($0.offset), 2, 2] + $0.element.utf8 }
    },
    open: { project in
      let folders = fileNames(in: project.path("Languages")).map { project.path("Languages/\($0)") }
      let hyphenators = folders.map {
        Hyphenator(patterns: "\($0)/hyphenation.table", compounds: "\($0)/compounds.table")
      }
      return { bytes in
        var input = FuzzInput(bytes)
        let hyphenator = hyphenators[input.index(below: hyphenators.count)]
        let (before, after) = (input.index(below: 8), input.index(below: 8))
        return divide(String(decoding: input.all(), as: UTF8.self), before, after, by: hyphenator)
      }
    })

  /// Tables of patterns and of compounds, which may be any bytes, and words divided by them.
  static let patterns = FuzzTarget(
    "patterns", longest: 65_536,
    seeds: { project in
      ["nn", "is", "sv", "da"].flatMap { language in
        ["hyphenation", "compounds"].compactMap { name in
          project.bytes(of: "Languages/\(language)/\(name).table").map { Array($0.prefix(60_000)) }
        }
      } + [
        Array(
          "hyphenation 1\nvalues 4\nedges 2\nalphabet .ab\n\n\u{1}\u{2}\u{3}\u{4}0123456789".utf8)
      ]
    },
    open: { _ in
      let file = FuzzFile()
      return { bytes in
        file.write(bytes)
        let both = Hyphenator(patterns: file.path, compounds: file.path)
        let words = ["forhandlinger", "ababab", "e-mail", "økonomiforhandlingerne"]
        return words.count { divide($0, 2, 2, by: both) } > 0
      }
    })

  /// Divides a word, and sees that the places lie in it, one behind the other.
  private static func divide(
    _ word: String, _ before: Int, _ after: Int, by hyphenator: Hyphenator
  ) -> Bool {
    let points = hyphenator.breaks(in: word, before: before, after: after)
    let utf8 = word.utf8
    var last = -1
    for point in points {
      precondition(point.offset > last && point.offset <= utf8.count, "places follow each other")
      let place = utf8.index(utf8.startIndex, offsetBy: point.offset)
      precondition(place.samePosition(in: word.unicodeScalars) != nil, "no character is divided")
      last = point.offset
    }
    return !points.isEmpty
  }

  /// Boxes, glue and penalties broken into lines by every method.
  static let lines = FuzzTarget(
    "lines", longest: 1024,
    seeds: { _ in
      let words: [UInt8] = [0, 4, 0, 1, 1, 0, 2, 0, 2, 1, 0, 3, 0, 2]
      return (0..<8).map { [$0, 2, 0, 3, 40] + Array(repeatElement(words, count: 12).joined()) }
    },
    open: { _ in
      { bytes in
        var input = FuzzInput(bytes)
        let kind = input.byte()
        let parameters = BreakParameters(
          method: kind & 1 == 0 ? .totalFit : .firstFit,
          shape: kind & 2 == 0 ? .ragged : .justified,
          ladder: Int(kind >> 4 & 3), fragment: Double(kind >> 6) * 20, balances: kind & 4 != 0)
        let measures = (0..<input.index(below: 4)).map { _ in input.hundredths() }
        var items: [BreakItem] = []
        while !input.isAtEnd { items.append(item(&input)) }
        let broken = breakParagraph(items, measures: measures, parameters: parameters)
        see(broken, of: items)
        return broken.breaks.count > 1
      }
    })

  private static func item(_ input: inout FuzzInput) -> BreakItem {
    switch input.byte() % 4 {
    case 0: .box(width: input.hundredths())
    case 1:
      .glue(
        width: input.hundredths(), stretch: Double(input.byte()) / 10,
        shrink: Double(input.byte()) / 10)
    case 2:
      .penalty(width: 3, cost: Double(input.byte()) * 4, flagged: true, hang: 1)
    default:
      .penalty(
        width: 0, cost: Double(Int(input.byte()) - 128) * 100, flagged: false, hang: 0)
    }
  }

  /// Lines follow each other, and every box is on one of them.
  private static func see(_ broken: BrokenParagraph, of items: [BreakItem]) {
    var last = -1
    var boxes = 0
    for (line, place) in broken.breaks.enumerated() {
      precondition(place.item > last && place.item <= items.count, "lines follow each other")
      precondition(!place.ratio.isNaN, "a line is stretched by a number")
      boxes += broken.content(ofLine: line, in: items).count { items[$0].isBox }
      last = place.item
    }
    precondition(boxes == items.count(where: \.isBox), "every box is on a line")
  }
}
