package import Inspection

/// What counts as different.
package struct CompareOptions: Hashable, Sendable {
  /// How far a word may move, in millimetres.
  package var distance = 0.1
  /// How many pixels of a page may differ.
  package var pixels = 0
  /// How far the colour of a pixel may be off before it differs: 0 for not at all, 1 for from black to
  /// white, as the eye sees it.
  package var color = 0.1
  /// The resolution in which pages are drawn.
  package var dotsPerInch = 100.0
  /// Where nothing counts.
  package var ignored: [IgnoredPlace] = []
  /// What words are to be taken for the same.
  package var masks = TextMasks()

  /// The usual ones.
  package init() {}

  /// The areas of a page in which nothing counts.
  func ignoredAreas(on page: Int) -> [Area] {
    ignored.compactMap { place in
      guard case .area(let area, let only) = place, only ?? page == page else { return nil }
      return area
    }
  }

  /// The kinds of difference that do not count.
  var ignoredKinds: Set<Difference.Kind> {
    Set(ignored.compactMap { if case .kind(let kind) = $0 { kind } else { nil } })
  }

  /// The names of frames in which nothing counts.
  var ignoredNames: Set<String> {
    Set(ignored.compactMap { if case .frame(let name) = $0 { name } else { nil } })
  }
}

/// A place where nothing counts.
package enum IgnoredPlace: Hashable, Sendable {
  /// A rectangle, on one page or on every one.
  case area(Area, page: Int?)
  /// A kind of difference, wherever it is.
  case kind(Difference.Kind)
  /// A frame by its name, as text dumps have it.
  case frame(String)

  /// Reads `20 45 85 30` or `20mm 45mm 85mm 30mm` – x, y, width and height in millimetres –, with `2:`
  /// before it for one page, the name of a kind of difference, or that of a frame; nil for none of
  /// these.
  package init?(_ text: String) {
    var rest = text[...]
    var page: Int?
    if let colon = rest.firstIndex(of: ":"), let number = Int(rest[..<colon]) {
      guard number > 0 else { return nil }
      page = number
      rest = rest[rest.index(after: colon)...]
    }
    let parts = rest.split { $0 == " " || $0 == "," }
    let numbers = parts.compactMap { part in
      Double(part.hasSuffix("mm") ? part.dropLast(2) : part)
    }
    if parts.count == 4, numbers.count == 4, numbers.allSatisfy(\.isFinite), numbers[2] > 0,
      numbers[3] > 0
    {
      self = .area(
        Area(x: numbers[0], y: numbers[1], width: numbers[2], height: numbers[3]), page: page)
      return
    }
    guard page == nil, parts.count == 1, let first = rest.first, first.isLetter else { return nil }
    self = Difference.Kind(rawValue: String(rest)).map(Self.kind) ?? .frame(String(rest))
  }
}

extension CompareOptions {
  /// Takes a tolerance by its unit: `0.5mm` for places, `40px` for pixels of a page, `12%` for colours;
  /// false for anything else.
  package mutating func take(tolerance text: String) -> Bool {
    func number(_ unit: String) -> Double? {
      guard text.hasSuffix(unit), let value = Double(text.dropLast(unit.count)), value.isFinite,
        value >= 0
      else { return nil }
      return value
    }
    if let value = number("mm") {
      distance = value
    } else if let value = number("px"), let count = Int(exactly: value) {
      pixels = count
    } else if let value = number("%"), value <= 100 {
      color = value / 100
    } else {
      return false
    }
    return true
  }
}
