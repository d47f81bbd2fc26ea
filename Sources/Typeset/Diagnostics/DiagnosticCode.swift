/// What kind of thing a diagnostic tells, by a word that stays the same in all releases, so that
/// programs can act on it; the sentences may be bettered.
public struct DiagnosticCode: Hashable, Sendable, CustomStringConvertible {
  /// What it is about, a full stop, and what it is: `layout.unknown-key`.
  public let text: String
  /// What leads to it.
  public let cause: String
  /// What mends it.
  public let cure: String

  /// The word itself.
  public var description: String { text }

  init(_ text: String, cause: String, cure: String) {
    self.text = text
    self.cause = cause
    self.cure = cure
  }

  /// All there are, area by area; what is wrong with the text of files stands under `source`.
  package static let all: [DiagnosticCode] =
    sourceCodes + letterCodes + slipCodes + mergeCodes + layoutCodes + pageCodes + pictureCodes
    + standardCodes + checkCodes + fileCodes + importCodes + usageCodes + requestCodes
    + messageCodes + sealCodes + programCodes

  private static let general = "source."

  /// The kinds of files by which codes of `source` are told.
  package static let kindsOfFiles = ["letter", "layout", "profile"]

  /// The code as it is told of a kind of file: `source.unknown-key` of a layout is
  /// `layout.unknown-key`; any other is as it is.
  package func within(_ kind: String) -> DiagnosticCode {
    guard text.hasPrefix(Self.general) else { return self }
    return DiagnosticCode(
      kind + "." + text.dropFirst(Self.general.count), cause: cause, cure: cure)
  }

  /// The code of that word; nil for none.
  package static func named(_ text: String) -> DiagnosticCode? {
    let told = all + kindsOfFiles.flatMap { kind in sourceCodes.map { $0.within(kind) } }
    return told.first { $0.text == text }
  }
}
