/// A colour in sRGB (IEC 61966-2-1), each part from 0 to 1.
struct Color: Hashable, Sendable {
  /// The share of red light.
  let red: Double
  /// The share of green light.
  let green: Double
  /// The share of blue light.
  let blue: Double

  /// The colour of text unless a layout says otherwise.
  static let black = Color(red: 0, green: 0, blue: 0)
  /// The colour of the paper.
  static let white = Color(red: 1, green: 1, blue: 1)

  /// Makes a colour from its three parts, each from 0 to 1.
  init(red: Double, green: Double, blue: Double) {
    self.red = red
    self.green = green
    self.blue = blue
  }

  /// Whether the colour can be printed with black ink alone.
  var isGray: Bool { red == green && green == blue }
}
