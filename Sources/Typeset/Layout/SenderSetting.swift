/// Who sends letters by Digital Post and remote print; nothing of it is on the pages.
///
/// Texts are kept as they are written: whoever makes a message checks them.
package struct SenderSetting: Hashable, Sendable {
  /// The sender's number: a company's or an authority's.
  @OptionallySourced package var cvr: String? = nil
  @OptionallySourced package var authority: String? = nil
  /// The sender's name.
  @OptionallySourced package var label: String? = nil
  /// The system that the case numbers are of.
  @OptionallySourced package var caseSystem: String? = nil
  /// A second form of each letter in its message.
  package var alternative = Alternative.none
  /// Where answers go.
  package var contact = Contact()
  /// How remote print prints.
  package var print = Print()
  /// Where it is written; nil where nobody said anything.
  package internal(set) var place: SourceRange? = nil

  /// A sender of whom nothing is known.
  package init() {}

  /// A second form of each letter beside the PDF.
  package enum Alternative: String, Hashable, Sendable, CaseIterable {
    case none, text, html
  }

  /// Where answers go.
  package struct Contact: Hashable, Sendable {
    @OptionallySourced package var group: String? = nil
    @OptionallySourced package var id: String? = nil
    @OptionallySourced package var label: String? = nil

    static let keys: [LetterKey<Self>] = [
      LetterKey(
        "group", \.$group, .text, "The group of contact points.", example: "22.33.44.55",
        otherwise: "none"),
      LetterKey(
        "id", \.$id, .text, "The contact point's own number.",
        example: "241d39f6-998e-4929-b198-ccacbbf4b330", otherwise: "none"),
      LetterKey(
        "label", \.$label, .text, "What it is called.", example: "Pladsanvisningen",
        otherwise: "none"),
    ]
  }

  /// How remote print prints.
  package struct Print: Hashable, Sendable {
    @OptionallySourced package var kind: String? = nil
    @OptionallySourced package var user: String? = nil
    @OptionallySourced package var unit: String? = nil
    @OptionallySourced package var account: String? = nil
    package var inColor = false
    package var sides = Sides.two
    package var envelope: Envelope? = nil
    package var category: Category? = nil

    static let keys: [LetterKey<Self>] = [
      LetterKey(
        "type", \.$kind, .text,
        "The number of the kind of consignment that the printer has given, `ForsendelseTypeIdentifikator`.",
        example: "1234", otherwise: "needed for a print"),
      LetterKey(
        "user", \.$user, .text, "Who orders the print, `BrugerNavn`.", example: "letterpdf",
        otherwise: "none"),
      LetterKey(
        "unit", \.$unit, .text, "The unit that orders it, `EnhedTekst`.", example: "Borgerservice",
        otherwise: "none"),
      LetterKey(
        "account", \.$account, .text, "What it is charged to, `KonteringsGruppeTekst`.",
        example: "4711", otherwise: "none"),
      LetterKey("color", \.inColor, .flag, "Whether it is printed in colour."),
      LetterKey("sides", \.sides, .choice, "On how many sides sheets are printed."),
      LetterKey(
        "envelope", \.envelope, .choice, "The envelope.", example: "C5",
        otherwise: "the printer's choice"),
      LetterKey(
        "category", \.category, .choice, "The kind of post.", example: "economy",
        otherwise: "the printer's choice"),
    ]
  }

  /// On how many sides sheets are printed.
  package enum Sides: String, Hashable, Sendable, CaseIterable {
    case one, two
  }

  /// An envelope (`KuvertTypeKode`).
  package enum Envelope: String, Hashable, Sendable, CaseIterable {
    case c4 = "C4"
    case c5 = "C5"
    case ma = "MA"
  }

  /// A kind of post (`PostKategoriKode`), in the order of its code.
  package enum Category: String, Hashable, Sendable, CaseIterable {
    case priority, economy, bulk, registered
    case registeredWithReceipt = "registered-with-receipt"
    case service
  }

  static let keys: [LetterKey<Self>] = [
    LetterKey(
      "cvr", \.$cvr, .text(as: .cvr), "The sender's CVR number, eight digits.",
      example: "\"12345674\"", otherwise: "needed, if there is no authority"),
    LetterKey(
      "authority", \.$authority, .text, "An authority's own number, `MyndighedsID`.",
      example: "\"4711\"", otherwise: "none"),
    LetterKey(
      "label", \.$label, .text, "The sender's name in the mailbox.", example: "Vejby Kommune",
      otherwise: "none"),
    LetterKey(
      "case-system", \.$caseSystem, .text, "The system that case numbers are of.", example: "SBSYS",
      otherwise: "none"),
    LetterKey(
      "alternative", \.alternative, .choice,
      "A second form of each letter in its message, beside the PDF."),
    LetterKey("contact", \.contact, keys: Contact.keys, "The contact point that answers go to."),
    LetterKey("print", \.print, keys: Print.keys, "How remote print prints."),
  ]

  /// Reads a file that says who sends: the keys of a layout's `sender`.
  ///
  /// - Throws: every problem found, with its line.
  package init(file: SourceFile) throws(Diagnostics) {
    self.init()
    let node = try parseYAML(file, in: 0..<file.bytes.count)
    var problems = DiagnosticCollector()
    if var reader = MappingReader(node, &problems) {
      place = reader.place
      reader.read(Self.keys, into: &self, &problems)
    }
    try problems.throwIfErrors()
  }
}
