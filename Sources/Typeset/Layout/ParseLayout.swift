/// Reads a layout and everything it extends.
///
/// - Parameters:
///   - file: the layout's text.
///   - inheriting: finds the file that a layout extends, by its name and the file that names it.
/// - Throws: ``Diagnostics`` with every problem found.
func parseLayout(
  _ file: SourceFile,
  inheriting: (_ name: String, _ from: SourceFile) throws(Diagnostics) -> SourceFile
) throws(Diagnostics) -> Layout {
  let inherited = try inherit(file, inheriting: inheriting)
  var parser = LayoutParser()
  parser.leadings = inherited.leadings
  let layout = parser.layout(inherited.node, file: file, ancestors: inherited.ancestors)
  try parser.problems.throwIfErrors()
  guard let layout else { throw Diagnostics(parser.problems.inSourceOrder) }
  return layout
}

/// Reads layouts; keeps what the parts of a layout refer to, and the problems found.
struct LayoutParser {
  var problems = DiagnosticCollector()
  var page = PageSetup()
  var fonts = LayoutFonts()
  var colors: [String: Color] = [:]
  /// What `em` and `lines` are; nil until the text has been read.
  var units: RelativeUnits?
  /// The leading that `lines` are of in the files that the layout extends.
  var leadings: [String: Length] = [:]
  /// The names of all fields that templates may use.
  var fieldKeys: [String] = standardFields
  var styles = StyleSheet(text: .plain)
  /// The layout's own styles by name, with the place each is written.
  var customStyles: [String: SourceRange] = [:]
  /// The layout's own styles that frames use.
  var usedStyles: Set<String> = []

  /// Reads the whole layout; nil if it is not a mapping.
  mutating func layout(_ node: SourceNode, file: SourceFile, ancestors: [SourceFile]) -> Layout? {
    guard var reader = MappingReader(node, known: ["extends", "variables"], &problems) else {
      return nil
    }
    let name = reader.text("name", &problems)?.value ?? file.name
    let description = reader.text("description", &problems)?.value ?? ""
    let language = reader.text("language", &problems).map { LanguageTag($0.value) } ?? .danish
    readPage(&reader)
    readFonts(&reader)
    readColors(&reader)
    let dateForm = readDateForm(&reader)
    let fields = readFields(&reader)
    let text = readStyles(&reader)
    let regions = readRegions(&reader)
    let recipient = readRecipient(&reader)
    let subject = readSubject(&reader)
    let opening = OpeningSetting(text: defaultText("opening", &reader))
    let closing = ClosingSetting(text: defaultText("closing", &reader))
    let signatures = readSignatures(&reader)
    let enclosures = readEnclosures(&reader)
    let copies = readCopies(&reader)
    let lists = readLists(&reader)
    let quotations = readQuotations(&reader)
    let tables = readTables(&reader)
    let images = readImages(&reader)
    let footnotes = readFootnotes(&reader)
    let rules = readRules(&reader)
    let frames = readFrames(&reader)
    let shapes = readShapes(&reader)
    let zones = readZones(&reader)
    let marks = readMarks(&reader)
    let fit = readFit(&reader)
    let letterhead = readLetterhead(&reader)
    let printedLinks: PrintedLinkForm = reader.choice("printed-links", &problems)?.value ?? .none
    reader.finish(&problems)
    reportStylesOfNothing()
    guard let regions else { return nil }
    reportOverlaps(regions, frames, recipient)
    return Layout(
      file: file, ancestors: ancestors, name: name, description: description, language: language,
      page: page, fonts: fonts, colors: colors, fields: fields, text: text, styles: styles,
      regions: regions, recipient: recipient, subject: subject, opening: opening,
      closing: closing, signatures: signatures, enclosures: enclosures, copies: copies,
      lists: lists, quotations: quotations, tables: tables, images: images,
      footnotes: footnotes, rules: rules, frames: frames, shapes: shapes, zones: zones,
      marks: marks, fit: fit, letterhead: letterhead,
      printedLinks: printedLinks, dateForm: dateForm)
  }
}
