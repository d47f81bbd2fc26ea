/// The paper.
struct PageSetup: Hashable, Sendable {
  var size = Size.a4
  /// How far what touches the page's edges runs over them on the sheets of a press.
  var bleed = Length.zero
  /// Whether even pages are the mirror image of odd ones, for binding duplex prints.
  var mirrorsEvenPages = false
  var sides = Sides.two
  var numbers = PageNumberForm.arabic
  /// Whether a letter of one page says so.
  var numbersSinglePage = true

  static let keys: [LayoutKey<Self>] = [
    LayoutKey(
      "size", .choice, "A sheet by its name.", example: "A5", otherwise: "A4"
    ) { (page: inout Self, paper: Paper, _) in page.size = paper.size },
    LayoutKey(
      "width", .extent, "The width of a sheet of another size.", example: "216mm",
      otherwise: "that of size"
    ) { page, width, _ in
      page.size = Size(width: width, height: page.size.height)
    },
    LayoutKey(
      "height", .extent, "The height of a sheet of another size.", example: "330mm",
      otherwise: "that of size"
    ) { page, height, _ in
      page.size = Size(width: page.size.width, height: height)
    },
    LayoutKey(
      "bleed", \.bleed, .extent,
      "How far shapes and tints that touch the page's edges run over them with --for print.",
      example: "3mm"),
    LayoutKey(
      "mirror", \.mirrorsEvenPages, .flag,
      "Whether even pages mirror odd ones, for binding what is printed on both sides."),
    LayoutKey("sides", \.sides, .choice, "On how many sides sheets are printed in a mail run."),
    LayoutKey("numbers", \.self, keys: numberKeys, "How pages are numbered."),
  ]

  private static let numberKeys: [LayoutKey<Self>] = [
    LayoutKey("form", \.numbers, .choice, "The form of the numbers."),
    LayoutKey("single", \.numbersSinglePage, .flag, "Whether a letter of one page says so."),
  ]
}

/// How many sides of a sheet are printed.
enum Sides: String, Hashable, Sendable, CaseIterable {
  case one, two
}

/// How page numbers are written.
enum PageNumberForm: String, Hashable, Sendable, CaseIterable {
  case arabic
  case lowerRoman = "lower-roman"
  case upperRoman = "upper-roman"
}

/// Sheet sizes by name.
private enum Paper: String, CaseIterable {
  case a4 = "A4"
  case a5 = "A5"
  case letter = "Letter"
  case legal = "Legal"

  var size: Size {
    switch self {
    case .a4: .a4
    case .a5: Size(width: .mm(148), height: .mm(210))
    case .letter: Size(width: .pt(612), height: .pt(792))
    case .legal: Size(width: .pt(612), height: .pt(1008))
    }
  }
}
