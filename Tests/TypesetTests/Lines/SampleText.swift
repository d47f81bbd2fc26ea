@testable import LineBreaking
@testable import Typeset

/// Text made into items with the advance widths of Liberation Sans, so that breaking can be
/// tested on real paragraphs without fonts.
struct SampleText {
  private(set) var items: [BreakItem] = []
  private var words: [String] = []

  /// - Parameter size: the type size in points.
  init(
    _ text: String, size: Double = 10, hyphenator: Hyphenator? = nil, graded: Bool = false,
    before: Int = 2, after: Int = 2, spaceStretch: Double = 0.5, spaceShrink: Double = 0.2
  ) {
    for (i, word) in text.split(separator: " ", omittingEmptySubsequences: false).enumerated() {
      if i > 0 {
        let space = Self.width(of: " ", size)
        add(
          .glue(width: space, stretch: space * spaceStretch, shrink: space * spaceShrink), " ")
      }
      let word = String(word)
      let points =
        hyphenator?.breaks(in: word, before: before, after: after, graded: graded) ?? []
      add(word, points, size)
    }
  }

  /// The lines of a broken paragraph, with the hyphens they end in.
  func lines(_ broken: BrokenParagraph) -> [String] {
    broken.breaks.indices.map { line in
      let content = broken.content(ofLine: line, in: items)
      let item = broken.breaks[line].item
      var hyphen = ""
      if item < items.count, case .penalty(let width, _, _, _) = items[item], width > 0 {
        hyphen = "-"
      }
      return words[content].joined() + hyphen
    }
  }

  private mutating func add(_ item: BreakItem, _ text: String) {
    items.append(item)
    words.append(text)
  }

  private mutating func add(_ word: String, _ points: [HyphenationPoint], _ size: Double) {
    var grades: [Int: HyphenationGrade] = [:]
    for point in points { grades[point.offset] = point.grade }
    var offset = 0
    var piece = ""
    func flush(_ text: inout SampleText) {
      if !piece.isEmpty { text.add(.box(width: Self.width(of: piece, size)), piece) }
      piece = ""
    }
    for character in word {
      if let grade = grades[offset] {
        flush(&self)
        let hyphen = Self.width(of: "-", size)
        add(.penalty(width: hyphen, cost: grade.cost, flagged: true, hang: 0), "")
      }
      piece.append(character)
      offset += character.utf8.count
      if character == "-", offset < word.utf8.count {
        flush(&self)
        add(.penalty(width: 0, cost: 50, flagged: true, hang: 0), "")
      }
    }
    flush(&self)
  }

  static func width(of text: String, _ size: Double) -> Double {
    text.reduce(0) { $0 + (advances[$1] ?? 1139) } * size / 2048
  }

  private static let advances: [Character: Double] = {
    let widths: [Double: String] = [
      391: "'", 455: "ijl’", 569: " !,./:;I[]ft", 682: "()-`r“”", 727: "\"", 797: "*",
      1024: "Jcksvxyz", 1139: "#$0123456789?L_abdeghnopquåéüöä–§«»", 1196: "+<=>~",
      1251: "FTZø", 1366: "&ABEKPSVXYÅÉÄ", 1479: "CDHNRUwÜ", 1593: "GOQØÖ", 1706: "Mm",
      1821: "%æ", 1933: "W", 2048: "Æ…", 2079: "@",
    ]
    var advances: [Character: Double] = [:]
    for (width, characters) in widths {
      for character in characters { advances[character] = width }
    }
    return advances
  }()
}
