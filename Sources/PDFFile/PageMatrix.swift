/// A transformation of a page's plane (ISO 32000-1, 8.3.3).
package struct PageMatrix: Hashable, Sendable {
  private let a: Double
  private let b: Double
  private let c: Double
  private let d: Double
  private let e: Double
  private let f: Double

  /// Six numbers as a PDF has them; nil for anything else.
  package init?(_ numbers: [Double]) {
    guard numbers.count == 6, numbers.allSatisfy(\.isFinite) else { return nil }
    (a, b, c, d, e, f) = (
      numbers[0], numbers[1], numbers[2], numbers[3], numbers[4], numbers[5]
    )
  }

  /// A matrix of six numbers, each in its place of ISO 32000-1, table 57; without any, the identity.
  package init(
    a: Double = 1, b: Double = 0, c: Double = 0, d: Double = 1, e: Double = 0, f: Double = 0
  ) {
    (self.a, self.b, self.c, self.d, self.e, self.f) = (a, b, c, d, e, f)
  }

  /// This transformation and another after it.
  package func then(_ next: PageMatrix) -> PageMatrix {
    PageMatrix(
      a: a * next.a + b * next.c, b: a * next.b + b * next.d,
      c: c * next.a + d * next.c, d: c * next.b + d * next.d,
      e: e * next.a + f * next.c + next.e, f: e * next.b + f * next.d + next.f)
  }

  /// The box around a box that this has moved: left, low, right, high.
  package func bounds(of box: [Double]) -> [Double] {
    guard box.count == 4 else { return [0, 0, 0, 0] }
    let corners = [(box[0], box[1]), (box[2], box[1]), (box[0], box[3]), (box[2], box[3])]
    let x = corners.map { a * $0.0 + c * $0.1 + e }
    let y = corners.map { b * $0.0 + d * $0.1 + f }
    return [x.min() ?? 0, y.min() ?? 0, x.max() ?? 0, y.max() ?? 0]
  }

  /// Its six numbers, as a PDF has them.
  package var numbers: [Double] { [a, b, c, d, e, f] }
}
