import PDFFile

extension ContentReader {
  /// The space of colours of a name (ISO 32000-1, 8.6), as far as its colours are known here.
  mutating func space(
    _ operand: PDFValue?, _ resources: PDFDictionary
  ) -> ContentState.ColorSpace {
    guard case .name(let name)? = operand else { return .other("odd") }
    switch name {
    case "DeviceGray", "CalGray": return .gray
    case "DeviceRGB", "CalRGB": return .rgb
    case "DeviceCMYK":
      content.colorSpaces.insert(name)
      return .cmyk
    case "Pattern": return .other("pattern")
    default: break
    }
    let items = pdf.items(pdf.dictionary(resources["ColorSpace"])?[name])
    let kind =
      pdf.name(items.first) ?? pdf.name(pdf.dictionary(resources["ColorSpace"])?[name]) ?? ""
    content.colorSpaces.insert(kind)
    switch kind {
    case "ICCBased":
      let parts = items.count > 1 ? pdf.integer(pdf.dictionary(items[1])?["N"]) : nil
      return parts == 1 ? .gray : parts == 3 ? .rgb : parts == 4 ? .cmyk : .other(kind)
    case "CalGray", "DeviceGray": return .gray
    case "CalRGB", "DeviceRGB": return .rgb
    case "DeviceCMYK": return .cmyk
    default: return .other(kind)
    }
  }
}
