import Intake
import PDFFile

/// A bound letter as bytes, for a run that lays letters aside to put them in order.
extension BoundLetter {
  /// The letter as bytes.
  package var stored: [UInt8] {
    var writer = MessageWriter()
    writer.reserve(objects.objects.reduce(0) { $0 + $1.roughSize })
    writer.append(
      objects, pages, document, root, owners.map(\.key), owners.map(\.value), nextKey,
      names.map(\.key), names.map(\.element), namespaces)
    let known = digests.sorted { $0.key < $1.key }
    writer.append(known.map(\.key), known.map(\.value), standard.rawValue)
    writer.append(
      metadata.title, metadata.author, metadata.date.iso8601, metadata.language.tag,
      metadata.caseID, metadata.documentID)
    return writer.bytes
  }

  /// Takes a letter back; nil for bytes that are none.
  package init?(stored bytes: [UInt8]) {
    var reader = MessageReader(bytes)
    do throws(BrokenMessage) {
      objects = try PDFFragment(from: &reader)
      pages = try [PDFReference](from: &reader)
      document = try PDFReference?(from: &reader)
      root = try PDFReference?(from: &reader)
      let keys = try [Int](from: &reader)
      owners = Array(zip(keys, try [PDFReference](from: &reader))).map { (key: $0, value: $1) }
      nextKey = try Int(from: &reader)
      let names = try [[UInt8]](from: &reader)
      self.names = zip(names, try [PDFReference](from: &reader)).map { (key: $0, element: $1) }
      namespaces = try [PDFReference](from: &reader)
      let known = try [Int](from: &reader)
      digests = Dictionary(
        zip(known, try [String](from: &reader)), uniquingKeysWith: { first, _ in first })
      let claim = try String(from: &reader)
      let (title, author) = (try String(from: &reader), try String(from: &reader))
      let (day, language) = (try String(from: &reader), try String(from: &reader))
      guard let standard = PDFStandard(rawValue: claim), let date = CalendarDate(iso8601: day)
      else { return nil }
      self.standard = standard
      metadata = DocumentMetadata(
        title: title, author: author, date: date, language: LanguageTag(language),
        caseID: try String(from: &reader), documentID: try String(from: &reader))
    } catch {
      return nil
    }
  }
}

extension PDFBody.Object {
  /// About how many bytes it takes.
  fileprivate var roughSize: Int {
    if case .stream(_, let bytes) = self { bytes.count + 64 } else { 128 }
  }
}
