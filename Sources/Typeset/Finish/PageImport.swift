/// A PDF whose pages are taken over as drawings: form XObjects (ISO 32000-1, 8.10).
///
/// It has to stay until the document that takes the pages is written, for their streams are read
/// only then.
final class PageImport {
  let document: PDFDocument
  private let name: String

  /// - Throws: when the file is broken or encrypted.
  init(_ file: ImportedPDF) throws(PDFError) {
    let read = try PDFDocument(reading: file.bytes, name: "“\(file.name)”")
    if read.isEncrypted {
      throw PDFError(action: "use “\(file.name)”", reason: "it is encrypted")
    }
    read.pushInheritedEntries()
    try read.check("read “\(file.name)”")
    document = read
    name = file.name
  }

  var pageCount: Int { document.pageCount }

  /// The page's extent as it is seen, turned as it asks.
  func size(of index: Int) -> Size {
    let (box, turn) = geometry(of: document.page(index))
    let width = Length.pt(box[2] - box[0])
    let height = Length.pt(box[3] - box[1])
    return turn % 180 == 0 ? Size(width: width, height: height) : Size(width: height, height: width)
  }

  /// A page as a form XObject of another document, its lower left corner at the origin.
  func form(of index: Int, in pdf: borrowing PDFDocument) throws(PDFError) -> PDFObject {
    guard index >= 0, index < pageCount else {
      throw PDFError(action: "use “\(name)”", reason: "it has no page \(index + 1)")
    }
    let page = document.page(index)
    let (box, turn) = geometry(of: page)
    var rewriter = ContentRewriter(unmarks: true)
    var content = rewriter.rewrite(try document.pageContents(page))
    var resources = document.get(page, "Resources")
    if !document.isDictionary(resources) { resources = document.add([:]) }
    resources = drawAnnotations(of: page, into: &content, resources)
    let form = pdf.addStream(
      content,
      [
        "Type": .name("XObject"), "Subtype": .name("Form"),
        "BBox": .array(box.map { .real($0) }),
        "Matrix": .array(Self.matrix(for: box, turn).map { .real($0) }),
        "Resources": .object(pdf.copy(resources, from: document)),
      ])
    let group = document.get(page, "Group")
    if document.isDictionary(group) {
      let dictionary = pdf.dictionary(of: form)
      pdf.set(dictionary, "Group", .object(pdf.copy(group, from: document)))
    }
    try document.check("read “\(name)”")
    return form
  }

  /// The visible box and the clockwise turn of a page.
  private func geometry(of page: PDFObject) -> (box: [Double], turn: Int) {
    var box: [Double] = []
    for key in ["CropBox", "MediaBox"] where box.count != 4 {
      box = document.items(of: document.get(page, key)).compactMap { document.number($0) }
    }
    if box.count != 4 { box = [0, 0, 595.276, 841.89] }
    let turn = ((document.integer(page, "Rotate") ?? 0) % 360 + 360) % 360
    return (
      [min(box[0], box[2]), min(box[1], box[3]), max(box[0], box[2]), max(box[1], box[3])],
      turn / 90 * 90
    )
  }

  private static func matrix(for box: [Double], _ turn: Int) -> [Double] {
    switch turn {
    case 90: [0, -1, 1, 0, -box[1], box[2]]
    case 180: [-1, 0, 0, -1, box[2], box[3]]
    case 270: [0, 1, -1, 0, box[3], -box[0]]
    default: [1, 0, 0, 1, -box[0], -box[1]]
    }
  }

  /// Draws what fields and stamps look like, since the annotations themselves stay behind
  /// (ISO 32000-1, 12.5.5).
  ///
  /// - Returns: the page's resources with the appearances.
  private func drawAnnotations(
    of page: PDFObject, into content: inout [UInt8], _ resources: PDFObject
  ) -> PDFObject {
    var drawn: [(key: String, value: PDFValue)] = []
    for annotation in document.items(of: document.get(page, "Annots")) {
      let flags = document.integer(annotation, "F") ?? 0
      // Hidden, or not to be shown.
      if flags & 0x22 != 0 || document.name(annotation, "Subtype") == "Popup" { continue }
      guard let appearance = appearance(of: annotation) else { continue }
      let dictionary = document.dictionary(of: appearance)
      let rect = numbers(annotation, "Rect")
      let box = numbers(dictionary, "BBox")
      guard rect.count == 4, box.count == 4 else { continue }
      let own = numbers(dictionary, "Matrix")
      let seen = Self.bounds(of: box, under: own.count == 6 ? own : [1, 0, 0, 1, 0, 0])
      let width = seen[2] - seen[0]
      let height = seen[3] - seen[1]
      guard width > 0, height > 0 else { continue }
      let x = (max(rect[0], rect[2]) - min(rect[0], rect[2])) / width
      let y = (max(rect[1], rect[3]) - min(rect[1], rect[3])) / height
      let name = "Appearance\(drawn.count)"
      let left = min(rect[0], rect[2]) - seen[0] * x
      let low = min(rect[1], rect[3]) - seen[1] * y
      content = Array("q\n".utf8) + content
      content += Array("\nQ q \(x) 0 0 \(y) \(left) \(low) cm /\(name) Do Q".utf8)
      drawn.append((name, .object(appearance)))
    }
    guard !drawn.isEmpty else { return resources }
    let objects = document.get(resources, "XObject")
    for key in document.keys(of: objects) {
      drawn.append((key, .object(document.get(objects, key))))
    }
    var entries = document.keys(of: resources).filter { $0 != "XObject" }.map {
      (key: $0, value: PDFValue.object(document.get(resources, $0)))
    }
    entries.append(("XObject", .dictionary(drawn)))
    return document.add(.dictionary(entries))
  }

  /// The normal appearance of an annotation, in its present state.
  private func appearance(of annotation: PDFObject) -> PDFObject? {
    let normal = document.get(document.get(annotation, "AP"), "N")
    if document.isStream(normal) { return normal }
    guard let state = document.name(annotation, "AS") else { return nil }
    let chosen = document.get(normal, state)
    return document.isStream(chosen) ? chosen : nil
  }

  private func numbers(_ dictionary: PDFObject, _ key: String) -> [Double] {
    document.items(of: document.get(dictionary, key)).compactMap { document.number($0) }
  }

  /// The box around a box that a matrix has moved.
  private static func bounds(of box: [Double], under m: [Double]) -> [Double] {
    let corners = [(box[0], box[1]), (box[2], box[1]), (box[0], box[3]), (box[2], box[3])].map {
      (x: m[0] * $0.0 + m[2] * $0.1 + m[4], y: m[1] * $0.0 + m[3] * $0.1 + m[5])
    }
    let x = corners.map(\.x)
    let y = corners.map(\.y)
    return [x.min() ?? 0, y.min() ?? 0, x.max() ?? 0, y.max() ?? 0]
  }
}
