import PDFFile

/// What operators of a content stream keep a file from PDF/A (ISO 19005-2, 6.2.2 and 6.1.13).
struct ContentAudit {
  /// Text that is shown in one font.
  struct Shown: Hashable {
    let font: String
    let bytes: [UInt8]
    let isVisible: Bool
  }

  /// The first thing found.
  private(set) var flaw: String?
  /// Whether colours are given in inks without a colour space of their own.
  private(set) var usesInks = false
  /// The colour spaces that are chosen by name.
  private(set) var colorSpaces: Set<String> = []
  private(set) var shown: Set<Shown> = []

  private var state = (font: "", isVisible: true)
  private var states: [(font: String, isVisible: Bool)] = []

  static let intents: Set = [
    "RelativeColorimetric", "AbsoluteColorimetric", "Perceptual", "Saturation",
  ]

  private static let operators = Set(
    """
    b B b* B* BDC BI BMC BT BX c cm CS cs d d0 d1 Do DP EI EMC ET EX f F f* G g gs h i ID j J K k l \
    m M MP n q Q re RG rg ri s S SC sc SCN scn sh T* Tc Td TD Tf Tj TJ TL Tm Tr Ts Tw Tz v w W W* y \
    ' "
    """.split(separator: " ").map(String.init))

  init(_ bytes: [UInt8]) {
    var scanner = ContentScanner(bytes)
    var operation = ContentScanner.Operation()
    while flaw == nil, scanner.next(into: &operation) {
      let name = String(decoding: bytes[operation.name], as: UTF8.self)
      guard Self.operators.contains(name) else {
        flaw = "its pages hold “\(name.prefix(20))”, which is no operator of PDF"
        return
      }
      if operation.isBroken { flaw = "its pages are broken" }
      let operands = operation.operands.map { bytes[$0] }
      for operand in operands { flaw = flaw ?? Self.limit(brokenBy: operand) }
      note(name, operands)
      if name == "ID" { checkImage(bytes[operation.range.lowerBound..<operation.name.lowerBound]) }
      // Strings within an array are no operands of their own.
      if name == "TJ", let array = operation.operands.first {
        show(Array(bytes[array.lowerBound..<operation.name.lowerBound]))
      }
    }
  }

  private mutating func note(_ name: String, _ operands: [ArraySlice<UInt8>]) {
    func operand(_ index: Int) -> String {
      operands.indices.contains(index) && operands[index].first == UInt8(ascii: "/")
        ? PDFSyntax.name(operands[index]) : ""
    }
    switch name {
    case "q":
      states.append(state)
      // One more than here is open when the page is drawn.
      if states.count > 26 { flaw = "its states are kept more than 26 deep" }
    case "Q": state = states.popLast() ?? state
    case "k", "K": usesInks = true
    case "cs", "CS": colorSpaces.insert(operand(0))
    case "ri":
      if !Self.intents.contains(operand(0)) { flaw = "it has a rendering intent of its own" }
    case "Tf": state.font = operand(0)
    case "Tr": state.isVisible = operands.first?.elementsEqual("3".utf8) != true
    case "Tj", "'", "\"":
      if let text = operands.last { show(Array(text)) }
    default: break
    }
  }

  /// Notes the strings in a piece of content as shown.
  private mutating func show(_ bytes: [UInt8]) {
    var scanner = ContentScanner(bytes)
    while let token = scanner.nextToken() {
      guard let string = PDFSyntax.string(bytes[token]) else { continue }
      shown.insert(Shown(font: state.font, bytes: string, isVisible: state.isVisible))
    }
  }

  /// Which limit of numbers, names and strings a value breaks (ISO 19005-2, 6.1.6 and 6.1.13).
  static func limit(brokenBy value: ArraySlice<UInt8>) -> String? {
    switch value.first {
    case UInt8(ascii: "/"):
      let name = PDFSyntax.nameBytes(value)
      if name.count > 127 { return "it has names of more than 127 bytes" }
      return String(validating: name, as: UTF8.self) == nil ? "it has names that are no text" : nil
    case UInt8(ascii: "("):
      return value.count > 32_767 ? "it has strings of more than 32767 bytes" : nil
    case UInt8(ascii: "<"):
      let digits = value.count { Character(Unicode.Scalar($0)).isHexDigit }
      if digits > 65_534 { return "it has strings of more than 32767 bytes" }
      let white = value.count { "<> \r\n\t\u{C}\0".utf8.contains($0) }
      return digits % 2 == 1 || value.count > 2 && digits + white < value.count
        ? "it has strings of half a byte" : nil
    default:
      guard let number = Double(String(decoding: value, as: UTF8.self)) else { return nil }
      let isWhole = !value.contains(UInt8(ascii: "."))
      let isLarge = abs(number) > (isWhole ? 2_147_483_647 : 3.403e38)
      return isLarge || number != 0 && abs(number) < 1.175e-38
        ? "it has numbers that are too large" : nil
    }
  }

  /// An image within the content (ISO 19005-2, 6.1.10 and 6.2.8).
  private mutating func checkImage(_ bytes: ArraySlice<UInt8>) {
    var values: [String: [String]] = [:]
    var key: String?
    var depth = 0
    let own = Array(bytes)
    var scanner = ContentScanner(own)
    while let token = scanner.nextToken() {
      let text = own[token]
      switch text.first {
      case UInt8(ascii: "["): depth += 1
      case UInt8(ascii: "]"):
        depth -= 1
        if depth == 0 { key = nil }
      case UInt8(ascii: "/") where key == nil: key = PDFSyntax.name(text)
      default:
        guard let known = key else { break }
        let value = text.first == UInt8(ascii: "/") ? PDFSyntax.name(text) : ""
        values[known, default: []].append(
          value.isEmpty ? String(decoding: text, as: UTF8.self) : value)
        if depth == 0 { key = nil }
      }
    }
    func all(_ keys: String...) -> [String] { keys.flatMap { values[$0] ?? [] } }
    for filter in all("F", "Filter") where !Self.filters.contains(filter) {
      flaw = "an image in it is coded as \(filter.prefix(20))"
    }
    let spaces = all("CS", "ColorSpace")
    if spaces.contains("CMYK") || spaces.contains("DeviceCMYK") { usesInks = true }
    if let space = spaces.first { colorSpaces.insert(space) }
    if all("I", "Interpolate").contains("true") { flaw = "an image in it is interpolated" }
    if all("Intent").contains(where: { !Self.intents.contains($0) }) {
      flaw = "it has a rendering intent of its own"
    }
  }

  private static let filters: Set = [
    "ASCIIHexDecode", "ASCII85Decode", "FlateDecode", "RunLengthDecode", "CCITTFaxDecode",
    "DCTDecode", "AHx", "A85", "Fl", "RL", "CCF", "DCT",
  ]
}
