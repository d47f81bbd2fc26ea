/// Where everything stands on the paper and how it looks; read from a YAML file.
public struct Layout: Hashable, Sendable {
  /// The file it was read from; the last of those it extends comes first in `ancestors`.
  var file: SourceFile
  var ancestors: [SourceFile] = []
  /// Its full name.
  public internal(set) var name: String
  /// What it is for, in a sentence.
  public internal(set) var description: String
  /// The language of letters that name none.
  var language: LanguageTag
  var page: PageSetup
  var fonts: LayoutFonts
  var colors: [String: Color]
  /// Fields that letters may hold beside the standard ones.
  var fields: [DeclaredField]
  var text: TextSetting
  var styles: StyleSheet
  var regions: LayoutRegions
  var recipient: RecipientSetting
  var subject: SubjectSetting
  var opening: OpeningSetting
  var closing: ClosingSetting
  var signatures: SignatureSetting
  var enclosures: EnclosureSetting
  var copies: CopiesSetting
  var lists: ListSetting
  var quotations: QuotationSetting
  var tables: TableSetting
  var images: ImageSetting
  var footnotes: FootnoteSetting
  var rules: RuleSetting
  /// The sidebar, heads, feet and whatever else has a fixed place, in reading order.
  var frames: [LayoutFrame]
  /// Rules and boxes drawn on the page.
  var shapes: [LayoutShape]
  var zones: [Zone]
  var marks: MarkSetting
  var fit: FitPolicy
  var letterhead: Letterhead?
  /// How links are written out on paper.
  var printedLinks = PrintedLinkForm.none
  /// How dates are written; nil for the way of the letter's language.
  var dateForm: DateForm? = nil

  /// Where the files are that it names, if it is no file on disk itself.
  var assets: LayoutAssets? = nil

  /// Whether letters lie behind a window.
  var hasWindow: Bool {
    zones.contains { if case .window = $0.rule { true } else { false } }
  }

  /// The paths of the layout's own font files, each beside the layout that names it.
  var fontFiles: [String] {
    fonts.files.map { file in
      guard let layout = file.place?.file.name, let slash = layout.lastIndex(of: "/"),
        !file.value.hasPrefix("/")
      else { return file.value }
      return layout[...slash] + file.value
    }
  }

  /// Every file that went into it, the layout itself first.
  var files: [SourceFile] { [file] + ancestors.reversed() }
}

/// The paper.
struct PageSetup: Hashable, Sendable {
  var size = Size.a4
  /// Whether even pages are the mirror image of odd ones, for binding duplex prints.
  var mirrorsEvenPages = false
  var numbers = PageNumberForm.arabic
  /// Whether a letter of one page says so.
  var numbersSinglePage = true
}

/// How page numbers are written.
enum PageNumberForm: String, Hashable, Sendable, CaseIterable {
  case arabic
  case lowerRoman = "lower-roman"
  case upperRoman = "upper-roman"
}

/// The font families of a letter.
struct LayoutFonts: Hashable, Sendable {
  var text = "Liberation Sans"
  /// nil where headings use the text's family.
  var heading: String? = nil
  var mono = "Liberation Mono"
  /// Families for characters that the others lack.
  var fallback: [String] = ["DejaVu Sans"]
  /// Font files beside the layout.
  var files: [Located<String>] = []
}

/// A field that a layout knows beside the standard ones, such as `unit`.
struct DeclaredField: Hashable, Sendable {
  var key: String
  /// What to call it, by language; the empty key is for every language without its own.
  var labels: [String: String]
  /// Whether a letter without it is an error.
  var isRequired: Bool
  /// What letters without it have, by language as ``labels``.
  var defaults: [String: Located<String>] = [:]
  var place: SourceRange?

  /// What to call it in a language; nil if the layout says nothing.
  func label(in language: LanguageTag) -> String? {
    language.lookup.lazy.compactMap { labels[$0.tag] }.first ?? labels[""]
  }

  /// What a letter in a language has that does not say it; nil for nothing.
  func standard(in language: LanguageTag) -> Located<String>? {
    language.lookup.lazy.compactMap { defaults[$0.tag] }.first ?? defaults[""]
  }
}

/// The column's place on the pages.
struct LayoutRegions: Hashable, Sendable {
  var first: Rect
  var next: Rect
  /// The last page of a letter of two or more.
  var last: Rect
  var baselines = RegionBaselines()
  var place: SourceRange?
}

/// What a letter for paper says of where its links lead.
enum PrintedLinkForm: String, Hashable, Sendable, CaseIterable {
  /// Nothing.
  case none
  /// The address in brackets after the link.
  case brackets
  /// The address in a footnote.
  case footnotes
}

/// PDFs to print the letter on.
struct Letterhead: Hashable, Sendable {
  var first: Located<String>?
  var next: Located<String>?
}
