package import PDFFile

/// What of a file's colours has to agree with those of other files in one letter
/// (ISO 19005-2, 6.2.4).
package struct ForeignColors: Hashable, Sendable {
  /// A printing ink, and what stands in for it on a screen.
  package struct Ink: Hashable, Sendable {
    /// The ink's name.
    package var name: String
    /// The colour space that stands in for it, and the function that leads there.
    package var made: PDFFragment

    /// An ink that is made so.
    package init(name: String, made: PDFFragment) {
      self.name = name
      self.made = made
    }
  }

  /// Whether inks are laid over each other without wiping each other out.
  package var overprints: Bool
  /// Whether a profile of printing inks is used.
  package var hasInkProfile: Bool
  /// The inks, each once.
  package var inks: [Ink]

  /// Such colours; none that have to agree where none are given.
  package init(overprints: Bool = false, hasInkProfile: Bool = false, inks: [Ink] = []) {
    self.overprints = overprints
    self.hasInkProfile = hasInkProfile
    self.inks = inks
  }

  /// Inks of a profile may not be laid over each other (ISO 19005-2, 6.2.4.2).
  package var overprintFlaw: String? {
    overprints && hasInkProfile ? "its printing inks are laid over each other" : nil
  }

  /// An ink must be the same everywhere (ISO 19005-2, 6.2.4.4).
  package static func flaw(ofInk name: String) -> String {
    "its ink “\(name)” is not the same everywhere"
  }

  /// Takes in the colours of another file.
  ///
  /// - Returns: what of them does not go with those that are there; nil if nothing is wrong.
  package mutating func join(_ other: ForeignColors) -> String? {
    var flaw: String?
    let known = Dictionary(inks.map { ($0.name, $0.made) }) { first, _ in first }
    for ink in other.inks {
      if let made = known[ink.name] {
        if made != ink.made { flaw = flaw ?? Self.flaw(ofInk: ink.name) }
      } else {
        inks.append(ink)
      }
    }
    overprints = overprints || other.overprints
    hasInkProfile = hasInkProfile || other.hasInkProfile
    return flaw ?? overprintFlaw
  }
}
