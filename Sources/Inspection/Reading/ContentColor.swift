#if canImport(Glibc)
  internal import Glibc
#else
  internal import Darwin
#endif

/// A colour that content is painted in, as it is written there.
package enum ContentColor: Hashable, Sendable {
  /// From 0, black, to 1.
  case gray(Double)
  /// Red, green and blue from 0 to 1.
  case rgb(Double, Double, Double)
  /// The shares of four inks, from 0 to 1.
  case cmyk(Double, Double, Double, Double)
  /// A pattern, or a colour of a space that is not known here.
  case other(String)

  /// The colour as a screen shows it, from 0 to 1; nil where that is not known.
  package var screen: (red: Double, green: Double, blue: Double)? {
    func clamped(_ value: Double) -> Double { min(max(value, 0), 1) }
    switch self {
    case .gray(let gray): return (clamped(gray), clamped(gray), clamped(gray))
    case .rgb(let red, let green, let blue):
      return (clamped(red), clamped(green), clamped(blue))
    case .cmyk(let cyan, let magenta, let yellow, let black):
      func light(_ ink: Double) -> Double { (1 - clamped(ink)) * (1 - clamped(black)) }
      return (light(cyan), light(magenta), light(yellow))
    case .other: return nil
    }
  }

  /// How light it is (WCAG 2.1, relative luminance); nil where the colour is not known.
  package var luminance: Double? {
    guard let (red, green, blue) = screen else { return nil }
    func linear(_ value: Double) -> Double {
      guard value > 0.03928 else { return value / 12.92 }
      return pow((value + 0.055) / 1.055, 2.4)
    }
    return 0.2126 * linear(red) + 0.7152 * linear(green) + 0.0722 * linear(blue)
  }

  /// How much it stands out from another, from 1 to 21 (WCAG 2.1, contrast ratio).
  package func contrast(with other: ContentColor) -> Double? {
    guard let a = luminance, let b = other.luminance else { return nil }
    return (max(a, b) + 0.05) / (min(a, b) + 0.05)
  }

  /// Whether it has no hue, whatever it is written in.
  package var isNeutral: Bool {
    guard let (red, green, blue) = screen else { return false }
    return max(red, green, blue) - min(red, green, blue) < 0.02
  }
}
