/// A transformation of a page's plane (ISO 32000-1, 8.3.3).
struct PageMatrix: Hashable, Sendable {
  var a = 1.0
  var b = 0.0
  var c = 0.0
  var d = 1.0
  var e = 0.0
  var f = 0.0

  /// Six numbers as a PDF has them; nil for anything else.
  init?(_ numbers: [Double]) {
    guard numbers.count == 6, numbers.allSatisfy(\.isFinite) else { return nil }
    (a, b, c, d, e, f) = (
      numbers[0], numbers[1], numbers[2], numbers[3], numbers[4], numbers[5]
    )
  }

  init(a: Double = 1, b: Double = 0, c: Double = 0, d: Double = 1, e: Double = 0, f: Double = 0) {
    (self.a, self.b, self.c, self.d, self.e, self.f) = (a, b, c, d, e, f)
  }

  /// This transformation and another after it.
  func then(_ next: PageMatrix) -> PageMatrix {
    PageMatrix(
      a: a * next.a + b * next.c, b: a * next.b + b * next.d,
      c: c * next.a + d * next.c, d: c * next.b + d * next.d,
      e: e * next.a + f * next.c + next.e, f: e * next.b + f * next.d + next.f)
  }

  /// The box around a box that this has moved: left, low, right, high.
  func bounds(of box: [Double]) -> [Double] {
    guard box.count == 4 else { return [0, 0, 0, 0] }
    let corners = [(box[0], box[1]), (box[2], box[1]), (box[0], box[3]), (box[2], box[3])]
    let x = corners.map { a * $0.0 + c * $0.1 + e }
    let y = corners.map { b * $0.0 + d * $0.1 + f }
    return [x.min() ?? 0, y.min() ?? 0, x.max() ?? 0, y.max() ?? 0]
  }

  var numbers: [Double] { [a, b, c, d, e, f] }

  /// The operator that applies it.
  var operation: String { numbers.map { plainNumber($0) }.joined(separator: " ") + " cm" }
}

/// A number without an exponent, which PDF does not know (ISO 32000-1, 7.3.3).
func plainNumber(_ value: Double) -> String {
  guard value.isFinite else { return "0" }
  let scaled = Int((min(abs(value), 1e9) * 100_000).rounded())
  let whole = String(scaled / 100_000)
  let sign = value < 0 && scaled != 0 ? "-" : ""
  var rest = String(scaled % 100_000)
  rest = String(repeating: "0", count: 5 - rest.count) + rest
  while rest.last == "0" { rest.removeLast() }
  return sign + whole + (rest.isEmpty ? "" : "." + rest)
}
