/// Which of some media types a client wants most (RFC 9110, 12.5.1).
struct Negotiation {
  private let ranges: [(type: String, weight: Double)]

  /// Reads an `Accept` header; nil takes anything.
  init(accept: String?) {
    guard let accept, !accept.trimmed.isEmpty else {
      ranges = [("*/*", 1)]
      return
    }
    ranges = HeaderValue.split(accept, at: ",").map { item in
      let value = HeaderValue(item)
      return (value.value, Double(value.parameters["q"] ?? "1") ?? 0)
    }
  }

  /// The type that is wanted most; of those that are wanted alike the first; nil for none.
  func choose(_ types: [String]) -> String? {
    var best: (type: String, weight: Double)?
    for type in types {
      let weight = weight(of: type)
      if weight > best?.weight ?? 0 { best = (type, weight) }
    }
    return best?.type
  }

  /// The weight by the range that fits most closely.
  private func weight(of type: String) -> Double {
    let family = type.prefix { $0 != "/" } + "/*"
    for wanted in [type, String(family), "*/*"] {
      if let range = ranges.first(where: { $0.type == wanted }) { return range.weight }
    }
    return 0
  }
}
