import Foundation
import Proofing
import Testing

/// A PDF that is made to break what reads it ends the child that reads it, at the most: the program
/// says which file it is, and where the letter names it.
struct HostilePDFTests {
  /// What a PDF is to do, and the PDF.
  struct Trial: Sendable, CustomTestStringConvertible {
    let name: String
    /// Words of the message.
    let reason: String
    let pdf: HandmadePDF

    var testDescription: String { name }
  }

  static let image = "/Subtype/Image/Width 9/Height 9/BitsPerComponent 8/ColorSpace/DeviceGray"
  /// 2 GB of spaces, packed three times.
  static let bomb = """
    eNqruPX2jrbfnESJtoeKPgIcfE0KBhFlAc5GEiZMJomMS7bxcRy83uP6oGCG3gK+zscLIhi4Gpt8Tus83r/eu/bXVP99\
    d/bH3fsX1/PP+v68urc59/T6GRgYGhqt6/fFxPyoyzkv952/DySy0DoyVvK8e+P5x2ttn4MEDu6+9Xej2X/FD3VlVmV8\
    QBGJPb3910/WcO+Y/zfSvoQfLKJ+EEgxeAjygHSIgTkZEI4EMmdUZlRmVGZUZlRmVGZUZlRmVGZUZlRmVGZUZlRmVGaQ\
    yMys2/Pv3zwmNf7Nx5fOX7xt98WvZ0/9sn+3bP1BAKQ7K5U=
    """
  static let filters = "/Filter[/FlateDecode/FlateDecode/FlateDecode]"
  static let rows = "/Filter/FlateDecode/DecodeParms<</Predictor 12/Columns 2147483647>>"

  /// A page whose content is a stream of its own.
  static func page(
    _ contents: String, bytes: [UInt8], resources: String = "", catalog: String = "",
    objects: [String] = []
  ) -> HandmadePDF {
    var pdf = HandmadePDF()
    pdf.add("<</Type/Catalog/Pages 2 0 R\(catalog)>>")
    pdf.add("<</Type/Pages/Kids[3 0 R]/Count 1>>")
    pdf.add(
      """
      <</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 4 0 R/Resources<<\(resources)>>>>
      """)
    pdf.add("<<\(contents)>>", bytes: bytes)
    for object in objects { pdf.add(object) }
    return pdf
  }

  static func pages(_ kids: String, more: [String] = []) -> HandmadePDF {
    var pdf = HandmadePDF()
    pdf.add("<</Type/Catalog/Pages 2 0 R>>")
    pdf.add("<</Type/Pages\(kids)>>")
    for object in more { pdf.add(object) }
    return pdf
  }

  static var trials: [Trial] {
    let bomb = Array(Data(base64Encoded: bomb) ?? Data())
    let draw = Array("/X Do".utf8)
    let object = "/XObject<</X 5 0 R>>"
    func stream(_ entries: String, _ content: String) -> String {
      "<<\(entries)/Length \(content.utf8.count)>>\nstream\n\(content)\nendstream"
    }
    var depth = (4...20_000).map { "<</Type/Pages/Count 1/Kids[\($0) 0 R]/Parent \($0 - 2) 0 R>>" }
    depth.append("<</Type/Page/Parent 20000 0 R/MediaBox[0 0 595 842]>>")
    let forms = (6...500).map {
      stream("/Subtype/Form/BBox[0 0 9 9]/Resources<</XObject<</X \($0) 0 R>>>>", "/X Do")
    }
    return [
      Trial(
        name: "content of 2 GB", reason: "takes too much memory to read",
        pdf: page(filters, bytes: bomb)),
      Trial(
        name: "an image of 2 GB", reason: "takes too much memory to read",
        pdf: {
          var pdf = page("", bytes: draw, resources: object)
          pdf.add("<<\(image)\(filters)>>", bytes: bomb)
          return pdf
        }()),
      Trial(
        name: "content with endless rows", reason: "its rows are too long (Columns 2147483647)",
        pdf: page(rows, bytes: draw)),
      Trial(
        name: "an image with endless rows", reason: "its rows are too long (Columns 2147483647)",
        pdf: page("", bytes: draw, resources: object, objects: [stream(image + rows, "a")])),
      Trial(
        name: "a page tree 20,000 deep",
        reason: "is broken in a way that ends the program that reads it",
        pdf: pages("/Kids[3 0 R]/Count 1", more: depth)),
      Trial(
        name: "a page tree in a circle", reason: "Loop detected in /Pages structure",
        pdf: pages("/Kids[2 0 R]/Count 1")),
      Trial(
        name: "nested arrays", reason: "nested",
        pdf: page(
          "", bytes: draw,
          resources: "/Font<</F \(String(repeating: "[", count: 100_000))>>")),
      Trial(
        name: "forms within forms", reason: "they are nested too deeply",
        pdf: page("", bytes: draw, resources: object, objects: forms)),
      Trial(
        name: "a length that lies", reason: "expected endstream",
        pdf: page(
          "", bytes: draw, resources: object,
          objects: ["<<\(image)/Length 999999999>>\nstream\na\nendstream"])),
      Trial(
        name: "a length that is its stream", reason: "loop detected resolving object 5",
        pdf: page(
          "", bytes: draw, resources: object,
          objects: ["<<\(image)/Length 5 0 R>>\nstream\na\nendstream"])),
    ]
  }

  /// Sets a letter that encloses a PDF, within a minute on a busy machine.
  private func set(_ pdf: HandmadePDF) async throws -> SetLetter {
    let head = smallHead + "\nenclosures: [{title: Bilag, file: bilag.pdf}]"
    return try await SetLetter(
      smallLetter(head: head), files: ["bilag.pdf": pdf.bytes], limit: 60)
  }

  @Test(arguments: trials) func `It is refused with a word`(trial: Trial) async throws {
    let set = try await set(trial.pdf)
    #expect(set.run.ending == .exit(1))
    let first = set.run.errorText.prefix { $0 != "\n" }
    #expect(first.hasPrefix("letter.md:5:35: error: the PDF \"bilag.pdf\" "))
    #expect(first.contains(trial.reason))
    #expect(set.pdf == nil)
  }

  @Test func `A chain of objects is as long as it likes, or takes too long`() async throws {
    let objects =
      ["<<\(Self.image)/Next 6 0 R/Length 1>>\nstream\na\nendstream"]
      + (7...300_000).map { "<</Next \($0) 0 R>>" }
    let set = try await set(
      Self.page("", bytes: Array("/X Do".utf8), resources: "/XObject<</X 5 0 R>>", objects: objects)
    )
    let isTooLong = set.run.errorText.contains("the PDF \"bilag.pdf\" takes too long to read")
    #expect(set.run.ending == (isTooLong ? .exit(1) : .exit(0)))
    #expect((set.pdf == nil) == isTooLong)
  }
}
