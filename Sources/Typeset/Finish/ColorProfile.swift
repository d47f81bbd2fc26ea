import PDFFile

/// The sRGB colour space (IEC 61966-2-1) as an ICC profile of version 4 (ISO 15076-1).
///
/// Display class, with the curve as the formula that the standard gives, so it is small and exact.
enum ColorProfile {
  static let sRGB: [UInt8] = build()

  /// What the colours of the document are meant for (ISO 19005-2, 6.2.3).
  static func outputIntent(in body: inout PDFBody) -> PDFValue {
    let profile = body.addStream(sRGB, ["N": 3])
    return [
      "Type": .name("OutputIntent"), "S": .name("GTS_PDFA1"),
      "OutputConditionIdentifier": .text("sRGB"), "Info": .text("sRGB IEC61966-2.1"),
      "RegistryName": .text("http://www.color.org"), "DestOutputProfile": .reference(profile),
    ]
  }

  private static func build() -> [UInt8] {
    let description = multilingual("sRGB IEC61966-2.1")
    let rights = multilingual("No copyright, use freely")
    // Matrix columns of sRGB, adapted from D65 to D50 by Bradford's method, in s15Fixed16.
    let white = numbers("XYZ ", [0xF6D6, 0x10000, 0xD32D])
    let red = numbers("XYZ ", [0x6FA2, 0x38F5, 0x0390])
    let green = numbers("XYZ ", [0x6299, 0xB785, 0x18DA])
    let blue = numbers("XYZ ", [0x24A0, 0x0F84, 0xB6CF])
    let adaptation = numbers(
      "sf32",
      [0x10C42, 0x05DE, -0x0CDA, 0x0793, 0xFD90, -0x045F, -0x025E, 0x03DC, 0xC06E])
    // Y = (aX + b)^g above d, cX below; g = 2.4, a = 1/1.055, b = 0.055/1.055, c = 1/12.92.
    let curve =
      tag("para") + [0, 3, 0, 0]
      + [0x26666, 0xF2A7, 0x0D59, 0x13D0, 0x0A5B].flatMap { integer($0) }
    return profile([
      ("desc", description), ("cprt", rights), ("wtpt", white), ("chad", adaptation),
      ("rXYZ", red), ("gXYZ", green), ("bXYZ", blue), ("rTRC", curve), ("gTRC", curve),
      ("bTRC", curve),
    ])
  }

  /// Joins header, table and tags; tags with the same data share it.
  private static func profile(_ tags: [(name: String, data: [UInt8])]) -> [UInt8] {
    var table = integer(tags.count)
    var body: [UInt8] = []
    let start = 128 + 4 + tags.count * 12
    var places: [[UInt8]: Int] = [:]
    for (name, data) in tags {
      let place = places[data] ?? start + body.count
      if places.updateValue(place, forKey: data) == nil {
        body += data + [UInt8](repeating: 0, count: (4 - data.count % 4) % 4)
      }
      table += Array(name.utf8) + integer(place) + integer(data.count)
    }
    var header = integer(start + body.count)
    header += [UInt8](repeating: 0, count: 4)
    header += [4, 0x20, 0, 0]
    header += Array("mntrRGB XYZ ".utf8)
    // 1 January 2000, at no time in particular.
    header += [0x07, 0xD0, 0, 1, 0, 1, 0, 0, 0, 0, 0, 0]
    header += Array("acsp".utf8)
    header += [UInt8](repeating: 0, count: 28)
    header += [0xF6D6, 0x10000, 0xD32D].flatMap { integer($0) }
    header += [UInt8](repeating: 0, count: 128 - header.count)
    return header + table + body
  }

  private static func tag(_ type: String) -> [UInt8] { Array(type.utf8) + [0, 0, 0, 0] }

  private static func numbers(_ type: String, _ values: [Int]) -> [UInt8] {
    tag(type) + values.flatMap { integer($0) }
  }

  private static func multilingual(_ text: String) -> [UInt8] {
    let characters = text.utf16.flatMap { [UInt8($0 >> 8), UInt8($0 & 0xFF)] }
    return tag("mluc") + integer(1) + integer(12) + Array("enUS".utf8)
      + integer(characters.count) + integer(28) + characters
  }

  private static func integer(_ value: Int) -> [UInt8] {
    let bits = UInt32(truncatingIfNeeded: value)
    return [24, 16, 8, 0].map { UInt8(truncatingIfNeeded: bits >> UInt32($0)) }
  }
}
