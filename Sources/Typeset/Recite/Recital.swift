/// A letter as it is read: its elements in reading order, each with its words, without pages.
///
/// It is what a screen reader is told of the PDF. Page numbers and whatever else belongs to a page
/// are not in it; footnotes stand together, for there is no foot to put them at.
struct Recital: Hashable, Sendable {
  var language: LanguageTag
  var metadata: DocumentMetadata
  /// The children of the document.
  var parts: [RecitedPart]
  /// The footnotes that the letter refers to, in their order.
  var notes: [RecitedElement]
  /// The word that marks a draft; empty for a letter that is none.
  var draft = ""
  /// Pictures at the head that are not read, such as a logo without a description.
  var ornaments: [RecitedImage] = []
  /// How many signers stand side by side.
  var signersBeside = 1
  /// The running text of the letter.
  var text: TextStyle
  /// The colours of what is drawn.
  var tints = RecitedTints()
}

/// A child of the document, and where it belongs.
struct RecitedPart: Hashable, Sendable {
  /// Where something stands in a letter without pages.
  enum Place: Hashable, Sendable {
    /// The sender's name and logo.
    case head
    /// The letter: from the recipients to the copies.
    case letter
    /// What stands beside the letter, as its references.
    case beside
    /// What stands at the foot of the page.
    case foot
  }

  var place: Place
  var element: RecitedElement
  /// The frame's name for it, in messages and labels; nil in the column.
  var frame: String? = nil
}

/// An element of the letter with what it holds.
struct RecitedElement: Hashable, Sendable {
  /// Its number in the letter's structure.
  var number: Int
  var role: StructureRole
  var title: String? = nil
  /// What an image shows, in words.
  var alternative: String? = nil
  /// The language, where it differs from the parent's.
  var language: LanguageTag? = nil
  /// The footnote that it is or refers to.
  var footnote: Int? = nil
  /// How its first words stand; nil where it holds none of its own.
  var look: RecitedLook? = nil
  var pieces: [RecitedPiece]

  /// The elements in it.
  var elements: [RecitedElement] {
    pieces.compactMap { if case .element(let element) = $0 { element } else { nil } }
  }
}

/// What stands in an element.
indirect enum RecitedPiece: Hashable, Sendable {
  case element(RecitedElement)
  case text(String, TextStyle)
  /// A line end that the author asked for.
  case lineBreak
  /// The mark of a footnote, an index into ``Plan/footnotes``.
  case mark(Int)
  case image(RecitedImage)
  /// A thematic break.
  case rule
}

/// An image with the size that it has on paper.
struct RecitedImage: Hashable, Sendable {
  var image: ImageResource
  /// Its size; nil where it is as high as the letters around it.
  var size: Size?
}

/// How the words of a block stand.
struct RecitedLook: Hashable, Sendable {
  var role: FlowRole
  /// What words are set in that are not marked otherwise.
  var text: TextStyle
  var alignment: ParagraphStyle.Alignment
  /// What belongs together without white: the lines of a group, the lines of a signer.
  var group = 0
  /// How its number is written, if the numbers of its column stand below each other.
  var number: NumberForm? = nil
  /// Whether it stands in a row that sums up others.
  var isTotal = false
}

extension RecitedElement {
  /// Whether it holds the lines of a frame; one that has no name is a division.
  var isFrame: Bool { role == .section || role == .division }

  /// The elements in it, with the items of lists of labels and the lines of groups for these.
  var lines: [RecitedElement] {
    elements.flatMap { element in
      switch element.role {
      case .list(.none), .division: element.elements
      default: [element]
      }
    }
  }

  /// All its words one after the other, a line end as a space; marks of notes left out.
  var words: String {
    pieces.map { piece in
      switch piece {
      case .element(let element): element.words
      case .text(let text, _): text
      case .lineBreak: " "
      case .mark, .image, .rule: ""
      }
    }.joined()
  }

  /// The look of the first words in it.
  var firstTextLook: RecitedLook? {
    if role != .figure, let look { return look }
    for element in elements { if let look = element.firstTextLook { return look } }
    return nil
  }

  /// The first look in it.
  var firstLook: RecitedLook? {
    if let look { return look }
    for element in elements { if let look = element.firstLook { return look } }
    return nil
  }
}

/// The colours of what is drawn in a letter.
struct RecitedTints: Hashable, Sendable {
  /// The rules of tables.
  var rule: Color? = nil
  /// The tint behind the heads of tables.
  var tableHead: Color? = nil
  /// The bar along quotations.
  var bar: Color? = nil
  /// The tint and the line of call-outs.
  var callout: Color? = nil
  var calloutBorder: Color? = nil

  init() {}

  init(_ flow: [FlowBlock]) {
    for block in flow {
      if case .table(let table) = block {
        rule = rule ?? table.rules.color
        tableHead = tableHead ?? table.headBackground
      }
      bar = bar ?? block.bars.first?.color
      callout = callout ?? block.callout?.background
      calloutBorder = calloutBorder ?? block.callout?.border?.color
    }
  }
}
