package import Intake
import XMLTokens

extension IntakeServer {
  /// Has requests answered that are about files of Word.
  package mutating func answerWordFiles() {
    answer(ReadWordFile.self) { (request) throws(Refusal) in try readWordFile(request.bytes) }
  }
}

/// Looks into a file of Word.
///
/// - Throws: that it is none, is damaged or has more in it than it may have.
package func readWordFile(_ bytes: [UInt8]) throws(Refusal) -> WordFile {
  // Older files, and those with a password, are compound files ([MS-CFB], 2.2).
  if bytes.starts(with: [0xD0, 0xCF, 0x11, 0xE0]) {
    throw Refusal(
      "it is protected by a password, or of a Word before 2007",
      hint: "save it in Word as .docx without a password")
  }
  let archive = try ZipArchive(bytes)
  guard let text = archive.files["word/document.xml"] else {
    throw Refusal("it is no document of Word", hint: "save it in Word as .docx")
  }
  var extras = WordExtras()
  extras.look(through: text)
  if let references = archive.files["word/_rels/document.xml.rels"] {
    extras.look(throughReferences: references)
  }
  for (name, part) in archive.files.sorted(by: { $0.key < $1.key }) {
    if name == "word/comments.xml" { extras.look(through: part) }
    if name.hasPrefix("word/header") { extras.look(through: part, as: .header) }
    if name.hasPrefix("word/footer") { extras.look(through: part, as: .footer) }
  }
  let pictures = archive.files.filter { $0.key.hasPrefix("word/media/") }
    .map { WordFile.Picture(name: String($0.key.dropFirst("word/".count)), bytes: $0.value) }
    .sorted { $0.name < $1.name }
  // Whoever reads the text needs the pictures' names and no more.
  let parts = archive.files.sorted { $0.key < $1.key }.map { name, bytes in
    (name, name.hasPrefix("word/media/") ? [] : bytes)
  }
  return WordFile(
    text: zipArchive(of: parts), extras: extras.found, pictures: pictures,
    saved: archive.files["docProps/core.xml"].flatMap(lastSaved))
}

/// The day on which the properties say that the file was last saved (ECMA-376, part 2, 8).
private func lastSaved(_ properties: [UInt8]) -> String? {
  var isHere = false
  for token in XMLTokens(properties) {
    switch token {
    case .begin("dcterms:modified", _, let isEmpty): isHere = !isEmpty
    case .text(let text) where isHere:
      let day = String(text.prefix(10))
      return day.utf8.count == 10 ? day : nil
    default: isHere = false
    }
  }
  return nil
}
