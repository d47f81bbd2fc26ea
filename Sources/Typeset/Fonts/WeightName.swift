/// Weights by name.
enum WeightName: String, CaseIterable {
  case thin, light, regular, medium, semibold, bold, black

  /// The name of a CSS weight; nil for one without.
  init?(weight: Int) {
    guard let name = Self.allCases.first(where: { $0.weight == weight }) else { return nil }
    self = name
  }

  /// The CSS weight.
  var weight: Int {
    switch self {
    case .thin: 100
    case .light: 300
    case .regular: 400
    case .medium: 500
    case .semibold: 600
    case .bold: 700
    case .black: 900
    }
  }
}
