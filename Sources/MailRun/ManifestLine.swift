package import Typeset

/// What a run's manifest says of one record: all that a sender needs to know of its letter.
package struct ManifestLine: Sendable {
  /// How a record went.
  package enum Status: String, Sendable {
    /// Its letter is written.
    case done
    /// It has no letter, because of its errors.
    case fault
  }

  /// The record's place among all, from 1.
  package let number: Int
  /// What the record calls itself.
  package let id: String
  /// How it went.
  package let status: Status
  /// The letter's file, from the run's folder; nil without one.
  package let file: String?
  /// How many pages the letter has.
  package let pages: Int
  /// How many bytes its file has.
  package let bytes: Int
  /// The SHA-256 of the file.
  package let sha256: String?
  /// The SHA-256 of the record's data, so that a run that is taken up sees whether they changed.
  package let record: String
  /// What the letter is called, and the numbers of its case and document.
  package let letter: LetterFacts?
  /// How the letter reaches its recipient; nil in a run that makes no messages.
  package var route: String?
  /// The messages that it is sent in.
  package var messages: [MessageLine] = []
  /// What was found in the record, its letter and its file.
  package let diagnostics: [Diagnostic]

  /// Sheets of paper, printed on both sides.
  package var sheets: Int { (pages + 1) / 2 }

  /// The line, without its end.
  package var text: String {
    var object = JSONText()
    object.add("number", number)
    object.add("id", id)
    object.add("status", status.rawValue)
    object.add("file", file)
    if status == .done {
      object.add("pages", pages)
      object.add("sheets", sheets)
      object.add("bytes", bytes)
    }
    object.add("sha256", sha256)
    object.add("title", letter?.title)
    object.add("case-id", letter?.caseID)
    object.add("document-id", letter?.documentID)
    object.add("route", route)
    if !messages.isEmpty { object.add("deliveries", messages.map(\.object)) }
    object.add("record", record)
    object.add("diagnostics", diagnostics)
    return object.line
  }
}

/// What a sender wants to know of a letter.
package struct LetterFacts: Hashable, Sendable {
  /// The document title.
  package let title: String?
  /// The sender's number of the case, `Sags ID`.
  package let caseID: String?
  /// The sender's number of the document, `Dok. ID`.
  package let documentID: String?

  /// Takes them down.
  package init(title: String?, caseID: String?, documentID: String?) {
    self.title = title
    self.caseID = caseID
    self.documentID = documentID
  }
}

/// A line of a manifest as it is read again.
package struct KnownLine: Sendable {
  /// The line as it stands, without its end.
  package let text: String
  /// The record's place among all.
  package let number: Int
  /// What the record calls itself.
  package let id: String
  /// How it went.
  package let status: ManifestLine.Status
  /// The letter's file; nil without one.
  package let file: String?
  /// How many pages the letter has.
  package let pages: Int
  /// How many bytes its file has.
  package let bytes: Int
  /// The SHA-256 of the file; nil without one.
  package let sha256: String?
  /// The SHA-256 of the record's data.
  package let record: String
  /// The messages that the letter is sent in.
  package let messages: [MessageLine]

  /// Reads a line.
  ///
  /// - Throws: what is wrong with it, where a manifest was changed by hand.
  package init(_ text: String, in manifest: String) throws(Diagnostics) {
    let fields = try jsonScalars(text, name: manifest)
    guard let number = fields["number"].flatMap({ Int($0) }), let id = fields["id"],
      let status = fields["status"].flatMap(ManifestLine.Status.init(rawValue:)),
      let record = fields["record"],
      let messages = try Self.messages(in: text, manifest),
      status == .fault || !messages.isEmpty
        || (fields["file"] != nil && fields["sha256"] != nil)
    else {
      throw Diagnostics([
        Diagnostic(
          .error, .manifest,
          "\"\(manifest)\" holds a line that is none of a run's: \(text.prefix(60))",
          hints: ["start the run anew in another folder"])
      ])
    }
    self.text = text
    self.number = number
    self.id = id
    self.status = status
    self.record = record
    self.messages = messages
    file = fields["file"]
    pages = fields["pages"].flatMap { Int($0) } ?? 0
    bytes = fields["bytes"].flatMap { Int($0) } ?? 0
    sha256 = fields["sha256"]
  }

  /// What a line says of messages; nil where it was changed by hand.
  private static func messages(
    in text: String, _ manifest: String
  ) throws(Diagnostics) -> [MessageLine]? {
    // Most runs make none, and reading a line costs time.
    guard text.contains("\"deliveries\":[") else { return [] }
    var lines: [MessageLine] = []
    for object in try jsonObjects("deliveries", of: text, name: manifest) {
      guard let form = object["form"], let bytes = object["bytes"].flatMap({ Int($0) }),
        let sha256 = object["sha256"], let uuid = object["uuid"]
      else { return nil }
      lines.append(
        MessageLine(
          form: form, file: object["file"], bytes: bytes, sha256: sha256, uuid: uuid))
    }
    return lines
  }
}
