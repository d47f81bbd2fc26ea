/// What is painted on a page, piece by piece in the order of painting, with what lies in the forms that
/// it uses.
package struct PageContent: Sendable {
  /// A glyph of a shown text.
  package struct Glyph: Sendable {
    /// Its code in the font.
    package let code: Int
    /// Its characters; nil where the file does not tell them.
    package let characters: String?
    /// The box of its advance, from under the descenders to over the capitals.
    package let area: Area
  }

  /// A text as one operator shows it.
  package struct Text: Sendable {
    /// Its glyphs in their order.
    package let glyphs: [Glyph]
    /// Its font, by its place in ``PageContent/fonts``.
    package let font: Int
    /// The size of the font as it is seen, in points.
    package let size: Double
    /// How it is drawn: 0 filled, 1 outlined, 3 not at all … (ISO 32000-1, table 106).
    package let rendering: Int

    /// Its characters, those unknown as U+FFFD.
    package var words: String { glyphs.map { $0.characters ?? "\u{FFFD}" }.joined() }
  }

  /// An image.
  package struct Image: Hashable, Sendable {
    /// The image's object; nil for one that stands in the content.
    package let object: Int?
    /// Its pixels across.
    package let width: Int
    /// Its pixels down.
    package let height: Int
    /// How many of its pixels lie on an inch of the page, where they are sparsest.
    package let dotsPerInch: Double
  }

  /// What a piece is.
  package enum Kind: Sendable {
    case text(Text)
    case image(Image)
    /// A path, filled or drawn; whether it is a rectangle filled all over.
    case path(isFilledBox: Bool)
    case shading
  }

  /// What is painted by one operator.
  package struct Piece: Sendable {
    /// What it is.
    package let kind: Kind
    /// The box around it on the page as it is seen, as far as it is not cut away; nil for what is.
    package let area: Area?
    /// What is cut from what is painted here.
    package let clip: Area
    /// Its colour.
    package let color: ContentColor
    /// How much it covers: 1 all, 0 nothing.
    package let opacity: Double
    /// The marked content that it stands in.
    package let mark: Mark
    /// The form that it stands in; nil for the page itself.
    package let form: Int?
    /// Whether it is what an annotation looks like.
    package let isAnnotation: Bool
  }

  /// The marked content that a piece stands in (ISO 32000-1, 14.6).
  package struct Mark: Hashable, Sendable {
    /// The identifier by which the structure knows it.
    package var id: Int?
    /// Whether it is an artifact.
    package var isArtifact = false
    /// Whether words are given instead of its glyphs.
    package var actualText: String?
    /// Whether it belongs to a layer that is not shown.
    package var isHidden = false
    /// The language that it names.
    package var language: String?
  }

  /// The page's pieces.
  package internal(set) var pieces: [Piece] = []
  /// The fonts that texts are shown in.
  package internal(set) var fonts: [InspectedFont] = []
  /// The spaces of colours that are not of a device, and `DeviceCMYK`, as far as anything uses them.
  package internal(set) var colorSpaces: Set<String> = []
  /// What lets things lie through others: `opacity`, `blend mode`, `soft mask`.
  package internal(set) var transparencies: Set<String> = []
  /// How deep graphics states are kept in each other.
  package internal(set) var deepestState = 0
  /// Whether there was more than could be looked at.
  package internal(set) var isCutShort = false

  /// The pieces of text in their order, those without glyphs left out.
  package var texts: [(piece: Piece, text: Text)] {
    pieces.compactMap { piece in
      guard case .text(let text) = piece.kind, !text.glyphs.isEmpty else { return nil }
      return (piece, text)
    }
  }
}
