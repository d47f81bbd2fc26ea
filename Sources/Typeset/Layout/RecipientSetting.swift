/// The recipients' place.
struct RecipientSetting: Hashable, Sendable {
  enum Place: String, Hashable, Sendable, CaseIterable {
    /// Above the text, in the column.
    case flow
    /// In a frame of its own, as behind a window.
    case frame
    /// Nowhere.
    case none
  }
  var place = Place.flow
  /// The line above the recipients, `Til`.
  var label: ByLanguage<Template>? = nil
  /// The frame for ``Place/frame``.
  var frame: LayoutFrame? = nil
  /// White below the recipients in the column, and between one recipient and the next.
  var spaceAfter: Length = .zero
  var gap: Length = .zero
  /// Most characters in a line before a warning, as print services have it; nil for no limit.
  var lineLimit: Int? = nil

  static let keys: [LayoutKey<Self>] =
    [
      LayoutKey(
        "place", \.place, .choice, "Whether they stand above the text, in a frame, or nowhere."),
      LayoutKey(
        "label", \.label, .words, "The line above them.", example: "\"{label:to}\"",
        otherwise: "none"),
      LayoutKey(
        "space-after", .extent,
        "White below them where they stand above the text.", example: "2lines",
        otherwise: "as after the text"
      ) { setting, space, _ in setting.spaceAfter = space },
      LayoutKey(
        "gap", .extent, "White between two recipients.", example: "6pt",
        otherwise: "a line of theirs"
      ) { setting, gap, _ in setting.gap = gap },
      LayoutKey(
        "line-limit", \.lineLimit, .integer(10...200), "Most letters in a line before a warning.",
        example: "34", otherwise: "no limit"),
      LayoutKey(
        "frame", form: { .textRect }, "Where they stand with place: frame.",
        example: "{x: 25mm, y: 50mm, width: 80mm, height: 32mm}",
        otherwise: "needed with place: frame"
      ) { setting, reader, parser in
        guard let rect = parser.rect("frame", &reader, style: parser.styles[.recipient]) else {
          return
        }
        setting.frame = LayoutFrame(recipientsIn: rect)
      },
      LayoutKey(
        "anchor", .choice, "Where they stand in a frame that is taller than they are.",
        example: "bottom", otherwise: "top"
      ) { setting, anchor, _ in setting.frame?.anchor = anchor },
      LayoutKey(
        "overflow", .overflow,
        "What becomes of recipients that are taller than their frame: an error, unless it grows, and "
          + "the column of its page with it, or their text shrinks.", example: "{shrink-to: 0.8}",
        otherwise: "error"
      ) { setting, overflow, _ in setting.frame?.overflow = overflow },
    ]

  /// Reports a place that is not given.
  static func check(
    _ setting: inout Self, _ reader: MappingReader, _ parser: inout LayoutParser
  ) {
    guard setting.place == .frame, setting.frame == nil, !parser.problems.hasErrors else { return }
    parser.problems.add(
      .error(
        .recipientPlace, "recipient.place is frame, but there is no recipient.frame",
        at: reader.place,
        hint: "add frame: {x: 20mm, y: 45mm, width: 85mm, height: 45mm}"))
  }
}

extension LayoutFrame {
  /// The frame of the recipients.
  fileprivate init(recipientsIn rect: ReadRect) {
    self.init(
      name: "recipient", kind: .recipient, rect: rect.rect, style: .role(.recipient),
      place: rect.place)
    baseline = rect.baseline
    pages = .first
  }
}
