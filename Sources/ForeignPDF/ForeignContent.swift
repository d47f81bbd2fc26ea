import PDFFile

/// Writes the content of a foreign page or form anew: what is hidden goes, its tags become those of
/// the letter or go, and it leaves every state as it found it.
struct ForeignContent {
  /// How content is tagged.
  struct Tagging {
    /// Something is painted that is in no tag, or tags and artifacts hold each other.
    var hasUntagged = false
    var hasTags = false
    var hasArtifacts = false
    /// Anything is painted at all.
    var paints = false

    /// An image, or anything else that does not tag itself.
    static let none = Tagging(hasUntagged: true, paints: true)
  }

  /// What the names in the content mean.
  struct Names {
    /// The properties of marked content.
    var properties: [String: MarkProperties] = [:]
    /// Properties that are optional content which is not shown.
    var hiddenProperties: Set<String> = []
    /// Objects that are not shown.
    var hiddenObjects: Set<String> = []
    /// How forms tag what they hold.
    var tagging: [String: Tagging] = [:]
  }

  private let names: Names
  /// Whether an identifier belongs to an element; nil where no tags are kept.
  private let isOwned: ((Int) -> Bool)?
  /// For each identifier as it is written now, what it was before.
  private(set) var contentIDs: [Int] = []
  private(set) var tagging = Tagging()
  /// The names of the objects it paints, as often as it does.
  private(set) var painted: [String] = []

  private enum Mark { case dropped, hidden, plain, tag, artifact }
  private var open: [Mark] = []
  private var counts: [Mark: Int] = [:]
  private var states = 0
  private var isText = false

  init(_ names: Names, isOwned: ((Int) -> Bool)?) {
    self.names = names
    self.isOwned = isOwned
  }

  mutating func rewrite(_ bytes: [UInt8]) -> [UInt8] {
    var output: [UInt8] = []
    output.reserveCapacity(bytes.count + 64)
    var copied = 0
    var end = 0
    func replace(_ range: Range<Int>, with new: some Sequence<UInt8>) {
      output.append(contentsOf: bytes[copied..<range.lowerBound])
      output.append(contentsOf: new)
      copied = range.upperBound
    }
    var imageStart: Int?
    var scanner = ContentScanner(bytes)
    var operation = ContentScanner.Operation()
    while scanner.next(into: &operation) {
      let name = String(decoding: bytes[operation.name], as: UTF8.self)
      end = operation.range.upperBound
      switch name {
      case "BI": imageStart = operation.range.lowerBound
      case "ID": break
      case "EI":
        if isHidden { replace((imageStart ?? operation.range.lowerBound)..<end, with: []) }
        notePainting(.none)
        imageStart = nil
      default:
        if let new = replacement(for: name, operation, bytes) {
          replace(operation.range, with: new)
        } else if let gray = scanner.gray(operation) {
          replace(operation.range, with: Array(bytes[gray]) + (name == "rg" ? " g" : " G").utf8)
        }
      }
    }
    // What follows the last operator may be cut off, and would swallow what comes after.
    if let imageStart { end = imageStart }
    if copied < end { output.append(contentsOf: bytes[copied..<end]) }
    return output + closing
  }

  // MARK: Operators

  private var isHidden: Bool { isIn(.hidden) }

  /// Whether a sequence of that kind is open.
  private func isIn(_ mark: Mark) -> Bool { counts[mark, default: 0] > 0 }

  private mutating func push(_ mark: Mark) {
    open.append(mark)
    counts[mark, default: 0] += 1
  }

  /// What to write instead of an operator; nil to keep it as it is.
  private mutating func replacement(
    for name: String, _ operation: ContentScanner.Operation, _ bytes: [UInt8]
  ) -> [UInt8]? {
    switch name {
    case "BMC", "BDC": return begin(operation, bytes)
    case "EMC":
      let mark = open.popLast() ?? .dropped
      counts[mark, default: 1] -= 1
      return mark == .dropped || mark == .hidden ? [] : nil
    case "MP", "DP": return []
    case "q": states += 1
    case "Q":
      if states == 0 { return [] }
      states -= 1
    case "BT", "ET":
      if isText == (name == "BT") { return [] }
      isText.toggle()
    case "Do":
      let object = operation.operands.last.map { PDFSyntax.name(bytes[$0]) } ?? ""
      if isHidden || names.hiddenObjects.contains(object) { return [] }
      painted.append(object)
      notePainting(names.tagging[object] ?? .none)
    case "S", "s", "f", "F", "f*", "B", "B*", "b", "b*":
      if isHidden { return [UInt8(ascii: "n")] }
      notePainting(.none)
    case "sh", "Tj", "TJ":
      if isHidden { return [] }
      notePainting(.none)
    case "'", "\"":
      guard isHidden else {
        notePainting(.none)
        return nil
      }
      guard name == "\"", operation.operands.count == 3 else { return Array("T*".utf8) }
      return Array(bytes[operation.operands[0]]) + Array(" Tw ".utf8)
        + Array(bytes[operation.operands[1]]) + Array(" Tc T*".utf8)
    default: break
    }
    return nil
  }

  private mutating func begin(
    _ operation: ContentScanner.Operation, _ bytes: [UInt8]
  ) -> [UInt8] {
    guard let first = operation.operands.first, bytes[first.lowerBound] == UInt8(ascii: "/") else {
      push(.dropped)
      return []
    }
    let tag = String(decoding: bytes[first].dropFirst(), as: UTF8.self)
    let (properties, name) = properties(of: operation, bytes)
    if tag == "OC" {
      push(names.hiddenProperties.contains(name) ? .hidden : .dropped)
      return []
    }
    if isHidden {
      push(.dropped)
      return []
    }
    guard let isOwned else {
      push(.plain)
      return Array("/Span BMC".utf8)
    }
    if tag == "Artifact" {
      if isIn(.tag) { tagging.hasUntagged = true }
      tagging.hasArtifacts = true
      push(.artifact)
      return properties.operation(tag: tag, contentID: nil)
    }
    guard let id = properties.contentID, isOwned(id) else {
      push(.plain)
      return properties.operation(tag: tag, contentID: nil)
    }
    if isIn(.artifact) { tagging.hasUntagged = true }
    tagging.hasTags = true
    push(.tag)
    contentIDs.append(id)
    return properties.operation(tag: tag, contentID: contentIDs.count - 1)
  }

  /// What a sequence says of itself, and the name under which the resources have it.
  private func properties(
    of operation: ContentScanner.Operation, _ bytes: [UInt8]
  ) -> (MarkProperties, name: String) {
    guard operation.operands.count > 1 else { return (MarkProperties(), "") }
    let second = bytes[operation.operands[1].lowerBound..<operation.name.lowerBound]
    guard second.first == UInt8(ascii: "/") else { return (MarkProperties(inline: second), "") }
    let name = PDFSyntax.name(bytes[operation.operands[1]])
    return (names.properties[name] ?? MarkProperties(), name)
  }

  /// Notes that something is painted, and whether a tag tells of it.
  private mutating func notePainting(_ own: Tagging) {
    guard !isHidden else { return }
    if own.paints { tagging.paints = true }
    if isIn(.tag) {
      if own.hasArtifacts { tagging.hasUntagged = true }
    } else if isIn(.artifact) {
      if own.hasTags { tagging.hasUntagged = true }
    } else {
      if own.hasUntagged { tagging.hasUntagged = true }
      tagging.hasTags = tagging.hasTags || own.hasTags
      tagging.hasArtifacts = tagging.hasArtifacts || own.hasArtifacts
    }
  }

  /// What the content left open.
  private var closing: [UInt8] {
    let marks = open.count { $0 != .dropped && $0 != .hidden }
    let ends =
      String(repeating: "\nEMC", count: marks) + (isText ? "\nET" : "")
      + String(repeating: "\nQ", count: states)
    return Array(ends.utf8) + [UInt8(ascii: "\n")]
  }
}
