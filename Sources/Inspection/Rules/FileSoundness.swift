import Intake
import PDFFile
import Typeset

// Whether the file is a PDF, and a whole one.

extension Rule {
  /// The file can be read, every part of it.
  static let damage = Rule(
    "damage", "The file can be read, and nothing in it is damaged.", isForAnyFile: true
  ) { subject, _ in
    let advice: DiagnosticText = "write the file anew with the program that made it"
    var breaches = subject.pdf.damages.prefix(5).map {
      Breach("the file is damaged: \($0)", advice: advice)
    }
    if subject.pdf.encryption == .locked { return breaches }
    if subject.pdf.pages.isEmpty, breaches.isEmpty {
      breaches.append(Breach("the file has no pages", advice: advice))
    }
    if let cut = subject.pages.first(where: { $0.content.isCutShort }) {
      breaches.append(
        Breach(
          "there is more on the page than can be looked at", on: cut.page.number, advice: advice))
    }
    return breaches
  }

  /// The first bytes say what the file is.
  static let header = Rule(
    "header", "The file begins with its version and a comment of four bytes above 127.",
    isForAnyFile: true
  ) { subject, _ in
    let advice: DiagnosticText = "write the file anew with a program that keeps PDF/A"
    let bytes = subject.pdf.bytes
    guard bytes.starts(with: Array("%PDF-".utf8)) else {
      return [Breach("the file does not begin with %PDF-", advice: advice)]
    }
    guard let end = bytes.prefix(64).firstIndex(where: { $0 == 10 || $0 == 13 }) else {
      return [Breach("the first line does not end", advice: advice)]
    }
    var rest = bytes[end...].prefix(16)
    while let first = rest.first, first == 10 || first == 13 { rest.removeFirst() }
    let comment = rest.prefix(5)
    if comment.count == 5, comment.first == UInt8(ascii: "%"),
      comment.dropFirst().allSatisfy({ $0 > 127 })
    {
      return []
    }
    return [Breach("no comment of bytes above 127 follows the first line", advice: advice)]
  }

  /// Nothing stands behind the end.
  static let fileEnd = Rule(
    "file-end", "Nothing follows the mark of the end but a line end.", isForAnyFile: true
  ) { subject, _ in
    var tail = subject.pdf.bytes.suffix(8)
    if tail.last == 10 { tail.removeLast() }
    if tail.last == 13 { tail.removeLast() }
    if tail.suffix(5).elementsEqual("%%EOF".utf8) { return [] }
    return [
      Breach(
        "something follows the mark of the end, or the mark is missing",
        advice: "write the file anew with the program that made it")
    ]
  }

  /// The trailer names the file.
  static let trailerID = Rule(
    "trailer-id", "The trailer has an identifier of two strings."
  ) { subject, _ in
    let identifier = subject.pdf.items(subject.pdf.trailer["ID"]).compactMap {
      subject.pdf.string($0)
    }
    if identifier.count == 2, identifier.allSatisfy({ !$0.isEmpty }) { return [] }
    return [
      Breach(
        "the file has no identifier", advice: "write the file anew with a program that keeps PDF/A")
    ]
  }
}
