/// Where something was written, which is no part of what it is: what stands in two places of a letter
/// may be the same for all who keep it.
struct WrittenPlaces: Hashable, Sendable {
  /// The first place; nil for words of the language's own.
  private(set) var first: SourceRange?
  /// One in another file, as that of a field in a line of the layout.
  private(set) var other: SourceRange?

  /// Each place, one of each file.
  var all: [SourceRange] { [first, other].compactMap(\.self) }

  /// Adds the place of a further part; those in one file become one.
  mutating func add(_ place: SourceRange?) {
    guard let place else { return }
    guard let known = first else { return first = place }
    if known.file == place.file {
      first = known.joined(with: place)
    } else if other == nil || other?.file == place.file {
      other = other?.joined(with: place) ?? place
    }
  }

  static func == (a: WrittenPlaces, b: WrittenPlaces) -> Bool { true }

  func hash(into hasher: inout Hasher) {}
}

extension SourceRange {
  /// The stretch from the first byte of both to the last.
  fileprivate func joined(with other: SourceRange) -> SourceRange {
    if other.lower >= lower, other.upper <= upper { return self }
    return file.range(min(lower, other.lower), max(upper, other.upper))
  }
}
