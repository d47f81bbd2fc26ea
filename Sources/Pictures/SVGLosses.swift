import Intake
import XMLTokens

/// Finds what of a drawing does not show: librsvg reads no other file for it, and draws SVG alone.
struct SVGLosses {
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
    var finder = SVGLosses()
    for token in XMLTokens(bytes) { finder.take(token) }
    if !finder.drawsSomething { finder.losses.insert(.everything) }
    return DrawingLoss.allCases.filter(finder.losses.contains)
  }

  private mutating func take(_ token: XMLTokens.Token) {
    switch token {
    case .begin(let name, let attributes, let isEmpty):
      let element = Self.localName(name)
      if Self.stores.contains(element), !isEmpty { hidden += 1 }
      if element == "foreignObject" { losses.insert(.foreignObject) }
      if ["image", "use", "feImage"].contains(element), Self.refersElsewhere(attributes) {
        losses.insert(.otherFile)
      } else if Self.shapes.contains(element), hidden == 0 {
        drawsSomething = true
      }
    case .end(let name):
      if Self.stores.contains(Self.localName(name)) { hidden = max(0, hidden - 1) }
    case .text: break
    }
  }

  /// Whether the address of an element lies neither in the drawing nor in the address itself.
  private static func refersElsewhere(_ attributes: [String: String]) -> Bool {
    attributes.contains { name, value in
      let address = value.drop { $0.isWhitespace }
      return localName(name) == "href" && !address.isEmpty && !address.hasPrefix("#")
        && !address.hasPrefix("data:")
    }
  }

  /// A name without its prefix.
  private static func localName(_ name: String) -> String {
    String(name.split(separator: ":").last ?? "")
  }
}
