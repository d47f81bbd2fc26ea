/// Bars in the margin by which machines that fill envelopes count sheets and find the last of a letter.
struct OMRSetting: Hashable, Sendable {
  /// Whether there are any.
  var enabled: Bool
  /// The left end of the bars, and the middle of the first, from the page's top left corner.
  var x: Length = .mm(6)
  var y: Length = .mm(158)
  var length: Length = .mm(8)
  var thickness: Length = .mm(0.4)
  /// From the middle of one place to the middle of the next.
  var pitch: Length = .mm(4)
  /// How many bars count; 0 for none.
  var sequence = 3
  var counts = Count.sheets
  var parity = Parity.even
  var place: SourceRange? = nil

  /// What is counted.
  enum Count: String, Hashable, Sendable, CaseIterable {
    case sheets, letters
  }

  /// How many bars there are, with the one that makes them so.
  enum Parity: String, Hashable, Sendable, CaseIterable {
    case even, odd, none
  }

  static let off = OMRSetting(enabled: false)
  /// What `omr: {}` says.
  static let usual = OMRSetting(enabled: true)

  static let keys: [LayoutKey<Self>] = [
    LayoutKey("enabled", \.enabled, .flag, "Whether they are printed at all."),
    LayoutKey("x", \.x, .extent, "How far from the left edge the bars begin."),
    LayoutKey("y", \.y, .extent, "How far from the top edge the middle of the first is."),
    LayoutKey("length", \.length, .extent, "How long they are."),
    LayoutKey("thickness", \.thickness, .extent, "How thick they are."),
    LayoutKey("pitch", \.pitch, .extent, "From the middle of one place to that of the next."),
    LayoutKey(
      "sequence", \.sequence, .integer(0...8),
      "How many bars count, modulo 2, 4, 8 and so on; the lowest stands first."),
    LayoutKey("counts", \.counts, .choice, "What they count in a mail run."),
    LayoutKey(
      "parity", \.parity, .choice, "Whether a last bar makes their number even, odd or neither."),
  ]
}
