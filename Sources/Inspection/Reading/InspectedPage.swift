package import PDFFile

/// A page of a PDF that is looked at, with what it has of the nodes above it.
package struct InspectedPage: Sendable {
  /// Its number, from 1.
  package let number: Int
  /// Its object's number; nil for a page that is part of another object.
  package let object: Int?
  /// Its entries, those that it inherits with them (ISO 32000-1, 7.7.3.4).
  package let entries: PDFDictionary
  /// The sheet in points: left, low, right, high; nil where there is none that makes a page.
  package let mediaBox: [Double]?
  /// What is visible of it, in points, before it is turned.
  package let visibleBox: [Double]
  /// By how much it is turned to the right for reading: 0, 90, 180 or 270.
  package let rotation: Int
  /// How many 1/72 inch a unit of its plane is.
  package let unit: Double

  /// All pages of a file in their order.
  static func all(in pdf: InspectedPDF) -> [InspectedPage] {
    var pages: [InspectedPage] = []
    var seen: Set<Int> = []
    // Each node with what it inherits; the last comes first.
    var waiting: [(PDFValue, PDFDictionary)] = [(pdf.catalog["Pages"] ?? .null, [:])]
    while let (value, inherited) = waiting.popLast(), pages.count < 100_000 {
      var number: Int?
      if case .reference(let reference) = value {
        number = reference.index
        // A circle, or a page that stands in two places.
        guard seen.insert(reference.index).inserted else { continue }
      }
      guard var entries = pdf.dictionary(value) else { continue }
      for entry in inherited.entries where entries[entry.key] == nil {
        entries[entry.key] = entry.value
      }
      let kids = pdf.items(entries["Kids"])
      if entries["Kids"] == nil, pdf.name(entries["Type"]) != "Pages" {
        pages.append(InspectedPage(pages.count + 1, number, entries, in: pdf))
        continue
      }
      var handed = PDFDictionary([])
      for key in ["Resources", "MediaBox", "CropBox", "Rotate"] { handed[key] = entries[key] }
      for kid in kids.reversed() { waiting.append((kid, handed)) }
    }
    return pages
  }

  private init(_ number: Int, _ object: Int?, _ entries: PDFDictionary, in pdf: InspectedPDF) {
    self.number = number
    self.object = object
    self.entries = entries
    mediaBox = Self.box(pdf.items(entries["MediaBox"]).map { pdf.number($0) })
    let media = mediaBox ?? [0, 0, 595.276, 841.89]
    var visible = media
    if let crop = Self.box(pdf.items(entries["CropBox"]).map { pdf.number($0) }) {
      // What lies outside the sheet is not there (ISO 32000-1, 14.11.2.1).
      let cut = [
        max(media[0], crop[0]), max(media[1], crop[1]), min(media[2], crop[2]),
        min(media[3], crop[3]),
      ]
      if cut[2] > cut[0], cut[3] > cut[1] { visible = cut }
    }
    visibleBox = visible
    rotation = (((pdf.integer(entries["Rotate"]) ?? 0) % 360 + 360) % 360) / 90 * 90
    let unit = pdf.number(entries["UserUnit"]) ?? 1
    self.unit = unit.isFinite && unit > 0 && unit < 1e5 ? unit : 1
  }

  /// A box with its lower left corner first; nil for what has no extent.
  static func box(_ numbers: [Double?]) -> [Double]? {
    let found = numbers.compactMap { $0 }
    guard found.count == 4, numbers.count == 4, found.allSatisfy({ abs($0) < 1e7 }) else {
      return nil
    }
    let sorted = [
      min(found[0], found[2]), min(found[1], found[3]), max(found[0], found[2]),
      max(found[1], found[3]),
    ]
    return sorted[2] > sorted[0] && sorted[3] > sorted[1] ? sorted : nil
  }

  /// One of its boxes in points, `TrimBox`; nil where it has none.
  package func box(_ key: String, in pdf: InspectedPDF) -> [Double]? {
    Self.box(pdf.items(entries[key]).map { pdf.number($0) })
  }

  /// The page as it is seen, from its own top left corner.
  package var extent: Area {
    let seen = area(of: visibleBox)
    return Area(x: 0, y: 0, width: seen.width, height: seen.height)
  }

  /// Where a point of the page's plane lies on the page as it is seen, in millimetres; one beyond every
  /// sheet lies a thousand kilometres away, whatever a file says.
  package func place(x: Double, y: Double) -> (x: Double, y: Double) {
    let box = visibleBox
    func millimetres(_ distance: Double) -> Double {
      // In this order what is no number counts as far away.
      max(-Self.farthest, min(Self.farthest, distance * millimetresAPoint * unit))
    }
    switch rotation {
    case 90: return (millimetres(y - box[1]), millimetres(x - box[0]))
    case 180: return (millimetres(box[2] - x), millimetres(y - box[1]))
    case 270: return (millimetres(box[3] - y), millimetres(box[2] - x))
    default: return (millimetres(x - box[0]), millimetres(box[3] - y))
    }
  }

  private static let farthest = 1e9

  /// Where a rectangle of the page's plane lies: left, low, right, high in points.
  package func area(of box: [Double]) -> Area {
    let a = place(x: box[0], y: box[1])
    let b = place(x: box[2], y: box[3])
    return Area(
      left: min(a.x, b.x), top: min(a.y, b.y), right: max(a.x, b.x), bottom: max(a.y, b.y))
  }

  /// Its annotations that are dictionaries, in their order.
  package func annotations(in pdf: InspectedPDF) -> [PDFDictionary] {
    pdf.items(entries["Annots"]).compactMap { pdf.dictionary($0) }
  }

  /// Its content, the pieces joined by line ends (ISO 32000-1, 7.8.2).
  package func content(in pdf: InspectedPDF) -> [UInt8] {
    let value = entries["Contents"]
    if let stream = pdf.stream(value) { return stream.bytes }
    var bytes: [UInt8] = []
    for piece in pdf.items(value).prefix(10_000) {
      guard let stream = pdf.stream(piece) else { continue }
      bytes += stream.bytes
      bytes.append(10)
    }
    return bytes
  }
}
