import Intake

/// Finds what of a drawing does not show: librsvg reads no other file for it, and draws SVG alone.
struct SVGLosses {
  private let bytes: [UInt8]
  private var losses: Set<DrawingLoss> = []
  private var drawsSomething = false
  /// How many elements are open whose contents are drawn where something refers to them.
  private var hidden = 0

  private static let shapes: Set = [
    "path", "rect", "circle", "ellipse", "line", "polyline", "polygon", "text", "image", "use",
  ]
  private static let stores: Set = [
    "defs", "symbol", "clipPath", "mask", "pattern", "marker", "linearGradient", "radialGradient",
  ]

  /// The losses of a drawing in UTF-8, in the order of their kinds.
  static func of(_ bytes: [UInt8]) -> [DrawingLoss] {
    var finder = SVGLosses(bytes: bytes)
    finder.run()
    if !finder.drawsSomething { finder.losses.insert(.everything) }
    return DrawingLoss.allCases.filter(finder.losses.contains)
  }

  private init(bytes: [UInt8]) { self.bytes = bytes }

  private mutating func run() {
    var position = 0
    while let start = bytes[position...].firstIndex(of: UInt8(ascii: "<")) {
      if let rest = ["<!--": "-->", "<![CDATA[": "]]>", "<?": "?>"].first(where: {
        bytes[start...].starts(with: $0.key.utf8)
      }) {
        position = bytes[start...].firstRange(of: Array(rest.value.utf8))?.upperBound ?? bytes.count
      } else {
        position = endOfTag(from: start)
        take(bytes[start..<position])
      }
    }
  }

  /// After the bracket that closes a tag, which may stand between quotation marks before.
  private func endOfTag(from start: Int) -> Int {
    var quote: UInt8?
    for index in start..<bytes.count {
      let byte = bytes[index]
      if let mark = quote {
        if byte == mark { quote = nil }
      } else if byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "'") {
        quote = byte
      } else if byte == UInt8(ascii: ">") {
        return index + 1
      }
    }
    return bytes.count
  }

  private mutating func take(_ tag: ArraySlice<UInt8>) {
    let isEnd = tag.dropFirst().first == UInt8(ascii: "/")
    let isWhole = tag.dropLast().last == UInt8(ascii: "/")
    let name = tag.dropFirst(isEnd ? 2 : 1).prefix {
      !Self.isWhite($0) && $0 != UInt8(ascii: ">") && $0 != UInt8(ascii: "/")
    }
    let element = String(
      decoding: name.split(separator: UInt8(ascii: ":")).last ?? [], as: UTF8.self)
    if Self.stores.contains(element), !isWhole { hidden = max(0, hidden + (isEnd ? -1 : 1)) }
    guard !isEnd else { return }
    if element == "foreignObject" { losses.insert(.foreignObject) }
    if ["image", "use", "feImage"].contains(element), refersElsewhere(tag) {
      losses.insert(.otherFile)
    } else if Self.shapes.contains(element), hidden == 0 {
      drawsSomething = true
    }
  }

  /// Whether the address of an element lies neither in the drawing nor in the address itself.
  private func refersElsewhere(_ tag: ArraySlice<UInt8>) -> Bool {
    guard let label = tag.firstRange(of: Array("href".utf8)) else { return false }
    let value = tag[label.upperBound...].drop { Self.isWhite($0) || $0 == UInt8(ascii: "=") }
      .dropFirst().drop(while: Self.isWhite)
    return !value.isEmpty && value.first != UInt8(ascii: "#") && !value.starts(with: "data:".utf8)
  }

  private static func isWhite(_ byte: UInt8) -> Bool {
    byte == 32 || byte == 9 || byte == 10 || byte == 13
  }
}
