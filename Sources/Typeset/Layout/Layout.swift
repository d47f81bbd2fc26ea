/// Where everything stands on the paper and how it looks; read from a YAML file.
public struct Layout: Hashable, Sendable {
  /// The file it was read from; the last of those it extends comes first in `ancestors`.
  var file: SourceFile
  var ancestors: [SourceFile] = []
  /// Its full name.
  public internal(set) var name: String
  /// What it is for, in a sentence.
  public internal(set) var description = ""
  /// The language of letters that name none.
  package internal(set) var language = LanguageTag.danish
  /// Where the layout names that language; nil for one that does not.
  var languagePlace: SourceRange? = nil
  var page = PageSetup()
  var fonts = LayoutFonts()
  var colors: [String: Color] = [:]
  /// Where the values of those colours stand.
  var colorDeclarations: [String: SourceRange] = [:]
  /// Fields that letters may hold beside the standard ones.
  var fields: [DeclaredField] = []
  var text = TextSetting()
  var styles = StyleSheet(text: .plain)
  var regions: LayoutRegions
  var recipient = RecipientSetting()
  var subject = SubjectSetting()
  var opening = OpeningSetting()
  var closing = ClosingSetting()
  var signatures = SignatureSetting()
  var enclosures = EnclosureSetting()
  var copies = CopiesSetting()
  var lists = ListSetting()
  var quotations = QuotationSetting()
  var callouts = CalloutSetting()
  var tables = TableSetting()
  var images = ImageSetting()
  var footnotes = FootnoteSetting()
  var thematicBreaks = ThematicBreakSetting()
  /// The sidebar, heads, feet and whatever else has a fixed place, in reading order.
  var frames: [LayoutFrame] = []
  /// Rules and boxes drawn on the page.
  var shapes: [LayoutShape] = []
  var zones: [Zone] = []
  var marks = MarkSetting()
  var fit = FitPolicy.off
  var letterhead: Letterhead? = nil
  /// How links are written out on paper.
  var printedLinks = PrintedLinkForm.none
  /// Who sends by Digital Post and remote print.
  package var sender = SenderSetting()
  /// How dates are written; nil for the way of the letter's language.
  var dateForm: DateForm? = nil

  /// The frames that lie over each other, in a layout that is read to look at them; none in any other.
  var overlaps: [Diagnostic] = []

  /// Where the files are that it names, if it is no file on disk itself.
  var assets: LayoutAssets? = nil

  /// The envelope's window on the first page; nil for a layout without one.
  package var windowFrame: Rect? {
    zones.first { if case .window = $0.demand { true } else { false } }?.rect
  }

  /// Whether letters lie behind a window.
  var hasWindow: Bool {
    zones.contains { if case .window = $0.demand { true } else { false } }
  }

  /// Whether sheets are printed on one side.
  package var isOneSided: Bool { page.sides == .one }

  /// The paths of the layout's own font files, each beside the layout that names it.
  var fontFiles: [String] {
    fonts.files.map { file in
      guard let layout = file.place?.file.name, let slash = layout.lastIndex(of: "/"),
        !file.value.hasPrefix("/")
      else { return file.value }
      return layout[...slash] + file.value
    }
  }

  /// The texts of all files that went into it, parted from each other.
  package var sourceBytes: [UInt8] {
    Array(files.map { Array($0.text.utf8) }.joined(separator: [0]))
  }

  /// Every file that went into it, the layout itself first.
  package var files: [SourceFile] { [file] + ancestors.reversed() }
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
