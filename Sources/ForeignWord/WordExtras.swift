import Intake
import XMLTokens

/// Looks through the text of a file of Word for what a letter cannot hold (ECMA-376, part 1, 17).
struct WordExtras {
  private(set) var found: [WordFile.Extra] = []

  /// The most that are told.
  private static let limit = 200
  /// The most characters of each that are told.
  private static let wordLimit = 60

  private mutating func add(_ kind: WordFile.Extra.Kind, _ words: String = "") {
    guard found.count < Self.limit else { return }
    let short = words.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    let clipped =
      short.count > Self.wordLimit ? String(short.prefix(Self.wordLimit)) + "…" : short
    found.append(WordFile.Extra(kind, clipped))
  }

  /// Elements whose text is told as a whole.
  private static let told: [String: WordFile.Extra.Kind] = [
    "w:txbxContent": .textBox, "w:comment": .comment, "w:ins": .trackedChange,
    "w:del": .trackedChange, "w:moveFrom": .trackedChange, "w:fldSimple": .shortField,
  ]

  /// Looks through a part.
  ///
  /// - Parameter whole: the kind of extra that all of the part is, as a header; nil for the text.
  mutating func look(through part: [UInt8], as whole: WordFile.Extra.Kind? = nil) {
    var words = ""
    // What is open of those elements whose text is told, the last innermost.
    var open: [(name: String, words: String)] = []
    // A box is written twice: the second time for readers that do not know the first form.
    var fallbacks = 0
    var color: String?
    for token in XMLTokens(part) {
      switch token {
      case .begin("mc:Fallback", _, let isEmpty): fallbacks += isEmpty ? 0 : 1
      case .end("mc:Fallback"): fallbacks -= 1
      case _ where fallbacks > 0: continue
      case .begin(let name, let attributes, let isEmpty):
        if name == "w:r" { color = nil }
        if name == "w:color" { color = attributes["w:val"] }
        if whole == nil { lookAt(name, attributes) }
        if !isEmpty, Self.told[name] != nil { open.append((name, "")) }
      case .end(let name):
        if name == "w:p" || name == "w:tab" { words += " " }
        guard open.last?.name == name, let kind = Self.told[name] else { continue }
        let ended = open.removeLast().words
        let isTold = kind == .comment || kind == .shortField || !ended.allSatisfy(\.isWhitespace)
        if whole == nil, isTold { add(kind, ended) }
      case .text(let text):
        if !text.allSatisfy(\.isWhitespace), let tint = color, whole == nil, Self.isColored(tint) {
          add(.color, text)
          color = nil
        }
        words += text
        if !open.isEmpty { open[open.count - 1].words += text }
      }
    }
    if let whole, !words.allSatisfy(\.isWhitespace) { add(whole, words) }
  }

  /// Looks through what a part refers to, for pictures that are elsewhere (ECMA-376, part 2, 6.5).
  mutating func look(throughReferences part: [UInt8]) {
    for token in XMLTokens(part) {
      guard case .begin("Relationship", let attributes, _) = token,
        attributes["TargetMode"] == "External", attributes["Type"]?.hasSuffix("/image") == true
      else { continue }
      add(.linkedPicture, attributes["Target"] ?? "")
    }
  }

  private mutating func lookAt(_ name: String, _ attributes: [String: String]) {
    switch name {
    case "w:br" where ["page", "column"].contains(attributes["w:type"]): add(.pageBreak)
    case "w:pageBreakBefore" where attributes["w:val"] != "0" && attributes["w:val"] != "false":
      add(.pageBreak)
    case "w:gridSpan" where attributes["w:val"] != "1": add(.mergedCell)
    case "w:vMerge" where attributes["w:val"] == "restart": add(.mergedCell)
    case "w:fldChar" where attributes["w:fldCharType"] == "begin": add(.field)
    case "c:chart", "dgm:relIds", "o:OLEObject", "m:oMathPara": add(.object)
    default: break
    }
  }

  /// Whether a colour is another than black or a dark grey.
  private static func isColored(_ value: String) -> Bool {
    guard value.utf8.count == 6, let number = Int(value, radix: 16) else { return false }
    let parts = [number >> 16, number >> 8 & 0xFF, number & 0xFF]
    guard let most = parts.max(), let least = parts.min() else { return false }
    return most - least > 0x20
  }
}
