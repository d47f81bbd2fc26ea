import Intake

/// Where files are found: those of a letter among its assets, those of a layout beside the layout.
struct LetterAssets: Sendable {
  enum Origin: Hashable, Sendable { case letter, layout }

  /// What the letter names.
  let letter: any AssetStore
  /// The folder of what layouts name that stand in no file.
  let layoutFolder: String
  /// What opens the files.
  let intake: IntakeClient
  /// The assets of layouts that are no files on disk.
  var layouts: [SourceFile: any AssetStore] = [:]

  /// What words of drawings are set in; nil where nobody tells of fonts that are not there.
  var drawingFonts: DrawingFonts? = nil

  /// The most bytes an image may have.
  static let sizeLimit = 64 * 1024 * 1024
  /// The most bytes a PDF may have: what one message of Digital Post may weigh in all.
  static let pdfLimit = 99_500_000

  /// Reads an image by its path from where it belongs, and out of nowhere else.
  ///
  /// - Throws: ``Diagnostics`` for a path out of the folder, a missing or a broken image.
  func read(_ path: Located<String>, of owner: Origin) throws(Diagnostics) -> ImageResource {
    let bytes = try bytes(of: path, owner, "image", limit: Self.sizeLimit)
    return try readImage(bytes, name: path.value, at: path.place, by: intake, fonts: drawingFonts)
  }

  /// Reads a PDF, as an enclosure or a letterhead, from where it belongs.
  ///
  /// - Throws: ``Diagnostics`` for a path out of the folder, a missing file or one that is no PDF.
  func readPDF(_ path: Located<String>, of owner: Origin) throws(Diagnostics) -> [UInt8] {
    let bytes = try bytes(of: path, owner, "PDF", limit: Self.pdfLimit)
    guard bytes.isPDF else {
      throw Diagnostics(
        .error(
          .noPDF, "\(quoted(path.value)) is not a PDF", at: path.place,
          hint: "print or save it as PDF first"))
    }
    return bytes
  }

  /// A layout that extends another names files beside itself, wherever the other stands.
  private func store(for path: Located<String>, _ owner: Origin) -> any AssetStore {
    guard owner == .layout else { return letter }
    guard let file = path.place?.file else { return AssetFolder(path: layoutFolder) }
    if let own = layouts[file] { return own }
    return AssetFolder(path: parentFolder(of: file.name))
  }

  private func bytes(
    of path: Located<String>, _ owner: Origin, _ kind: DiagnosticText, limit: Int
  ) throws(Diagnostics) -> [UInt8] {
    let whose: DiagnosticText = owner == .letter ? "the letter" : "the layout"
    if path.value.isEmpty {
      throw Diagnostics(
        .error(
          .missingKey, "the \(kind) has no path", at: path.place, hint: "write the name of its file"
        ))
    }
    do throws(AssetError) {
      guard !path.value.hasPrefix("/"), !path.value.contains("://"),
        !path.value.split(separator: "/").contains("..")
      else { throw .outside }
      let bytes = try store(for: path, owner).bytes(of: path.value, limit: limit)
      guard bytes.count <= limit else { throw .tooBig(path.value, bytes.count, limit: limit) }
      return bytes
    } catch {
      switch error {
      case .outside:
        throw Diagnostics(
          .error(
            .outside, "the \(kind) \(quoted(path.value)) lies outside the folder of \(whose)",
            at: path.place, hint: "put it beside \(whose) and write its name alone"))
      case .missing:
        throw Diagnostics(
          .error(
            .noImage, "there is no \(kind) \(quoted(path.value))", at: path.place,
            hint: "check its name, and that it stands beside \(whose)"))
      case .refused(let message, let hints):
        throw Diagnostics(Diagnostic(.error, .refused, message, at: path.place, hints: hints))
      }
    }
  }
}

extension [UInt8] {
  /// Whether the header of a PDF stands in the first kilobyte, as readers allow.
  fileprivate var isPDF: Bool {
    String(decoding: prefix(1024), as: UTF8.self).contains("%PDF-")
  }
}
