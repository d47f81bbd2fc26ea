import Foundation

/// A PDF written by hand, object by object, to hold what no program of ours would write.
package struct HandmadePDF: Sendable {
  /// The objects from number 1, which is the catalog.
  private var objects: [[UInt8]] = []

  /// A PDF without objects.
  package init() {}

  /// Adds an object; streams are written with their length.
  package mutating func add(_ dictionary: String, stream: String? = nil) {
    add(dictionary, bytes: stream.map { Array($0.utf8) })
  }

  /// Adds an object; a stream of bytes is written with its length.
  package mutating func add(_ dictionary: String, bytes: [UInt8]?) {
    guard let bytes else { return objects.append(Array(dictionary.utf8)) }
    let whole = dictionary.dropLast(2) + "/Length \(bytes.count)>>\nstream\n"
    objects.append(Array(whole.utf8) + bytes + Array("\nendstream".utf8))
  }

  /// The file.
  package var bytes: [UInt8] {
    var file = Array("%PDF-1.7\n%\u{E6}\u{F8}\u{E5}\u{E6}\n".utf8)
    var offsets: [Int] = []
    for (index, object) in objects.enumerated() {
      offsets.append(file.count)
      file += Array("\(index + 1) 0 obj\n".utf8) + object + Array("\nendobj\n".utf8)
    }
    let start = file.count
    file += Array("xref\n0 \(objects.count + 1)\n0000000000 65535 f \n".utf8)
    for offset in offsets {
      let digits = String(offset)
      file += Array(String(repeating: "0", count: 10 - digits.count).utf8)
      file += Array("\(digits) 00000 n \n".utf8)
    }
    file += Array(
      "trailer\n<</Size \(objects.count + 1)/Root 1 0 R>>\nstartxref\n\(start)\n%%EOF\n".utf8)
    return file
  }

  /// A page of one stream; its further objects are numbered from 6.
  ///
  /// - Parameters:
  ///   - claim: what its metadata says, as PDF/A part and level.
  package static func page(
    _ content: String, resources: String = "", page: String = "", catalog: String = "",
    claim: String? = "2A", objects: [String] = []
  ) -> HandmadePDF {
    var pdf = HandmadePDF()
    pdf.add("<</Type/Catalog/Pages 2 0 R/Metadata 5 0 R/Lang(da)\(catalog)>>")
    pdf.add("<</Type/Pages/Kids[3 0 R]/Count 1>>")
    let box = page.contains("/MediaBox") ? "" : "/MediaBox[0 0 595 842]"
    pdf.add(
      "<</Type/Page/Parent 2 0 R\(box)/Contents 4 0 R/Resources<<\(resources)>>\(page)>>")
    pdf.add("<<>>", stream: content)
    var packet = "<x:xmpmeta/>"
    if let claim, let part = claim.first, let level = claim.last {
      packet = "<pdfaid:part>\(part)</pdfaid:part><pdfaid:conformance>\(level)</pdfaid:conformance>"
    }
    pdf.add("<</Type/Metadata/Subtype/XML>>", stream: packet)
    for object in objects {
      let parts = object.components(separatedBy: "stream:")
      pdf.add(parts[0], stream: parts.count > 1 ? parts[1] : nil)
    }
    return pdf
  }
}
