import PDFFile

/// The layers of a file that are not shown when it is opened (ISO 32000-1, 8.11).
struct HiddenLayers {
  private let hidden: Set<Int>

  init(in pdf: InspectedPDF) {
    let properties = pdf.dictionary(pdf.catalog["OCProperties"])
    let settings = pdf.dictionary(properties?["D"])
    var found = Self.numbers(pdf.items(settings?["OFF"]))
    if pdf.name(settings?["BaseState"]) == "OFF" {
      found.formUnion(Self.numbers(pdf.items(properties?["OCGs"])))
      found.subtract(Self.numbers(pdf.items(settings?["ON"])))
    }
    hidden = found
  }

  private static func numbers(_ values: [PDFValue]) -> Set<Int> {
    Set(
      values.compactMap {
        if case .reference(let reference) = $0 { reference.index } else { nil }
      })
  }

  /// Whether what belongs to a layer, or to several by a rule, is not shown.
  func hides(_ value: PDFValue?, in pdf: InspectedPDF) -> Bool {
    guard !hidden.isEmpty, let value else { return false }
    if case .reference(let reference) = value, hidden.contains(reference.index) { return true }
    guard let entries = pdf.dictionary(value), pdf.name(entries["Type"]) == "OCMD" else {
      return false
    }
    let one = entries["OCGs"] ?? .null
    let layers = pdf.items(one).isEmpty ? [one] : pdf.items(one)
    let off = layers.filter { !Self.numbers([$0]).isDisjoint(with: hidden) }.count
    switch pdf.name(entries["P"]) ?? "AnyOn" {
    case "AllOn": return off > 0
    case "AnyOff": return off == 0
    case "AllOff": return off < layers.count
    default: return off == layers.count
    }
  }
}
