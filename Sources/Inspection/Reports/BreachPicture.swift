/// A page with the zones of profiles and the breaches found on it, in colour.
package enum BreachPicture {
  private static let resolution = 100.0

  fileprivate struct Ink {
    let red: UInt8
    let green: UInt8
    let blue: UInt8
  }

  private static let zone = Ink(red: 0x20, green: 0x60, blue: 0xC0)
  private static let error = Ink(red: 0xD0, green: 0x10, blue: 0x20)
  private static let warning = Ink(red: 0xE0, green: 0x90, blue: 0x00)

  /// The pages that have something to show, as PNG files: those with breaches, or the first.
  ///
  /// - Throws: ``ToolFault`` where poppler is missing or cannot read the file.
  package static func draw(
    _ pdf: InspectedPDF, _ result: InspectionResult, by profiles: [Profile]
  ) throws(ToolFault) -> [(page: Int, png: [UInt8])] {
    let found = Set(result.findings.compactMap(\.breach.page)).sorted()
    var pictures: [(Int, [UInt8])] = []
    for number in found.isEmpty ? [1] : found where number <= pdf.pages.count {
      let drawn = try PageRaster.draw(
        pdf.bytes, pages: number...number, dotsPerInch: resolution, as: .rgb)
      guard var raster = drawn.first else { continue }
      for area in zones(of: profiles, on: number, of: pdf.pages.count) {
        raster.tint(area, zone.rgb, share: 0.12)
        raster.frame(area, zone.rgb, width: 2)
      }
      for finding in result.findings where finding.breach.page == number {
        // What concerns the whole page is framed at its edge.
        let area = finding.breach.area?.grown(by: 0.7) ?? pdf.pages[number - 1].extent
        let ink = finding.severity == .error ? error : warning
        raster.tint(area, ink.rgb, share: finding.breach.area == nil ? 0 : 0.2)
        raster.frame(area, ink.rgb, width: 3)
      }
      pictures.append((number, PNGWriter.write(raster)))
    }
    return pictures
  }

  private static func zones(of profiles: [Profile], on page: Int, of count: Int) -> [Area] {
    profiles.flatMap(\.uses).flatMap { use in
      let zones = use.values.zones("zones").filter { $0.pages.holds(page, of: count) }.map(\.area)
      let window = page == 1 && use.rule.name == Rule.window.name ? use.values.area("area") : nil
      return zones + (window.map { [$0] } ?? [])
    }
  }
}

extension BreachPicture.Ink {
  fileprivate var rgb: [UInt8] { [red, green, blue] }
}

extension PageRaster {
  /// Lays a colour over an area, as a marker does.
  mutating func tint(_ area: Area, _ rgb: [UInt8], share: Double) {
    let (columns, rows) = pixels(in: area)
    paint(columns, rows, rgb, share)
  }

  /// Draws the edges of an area, so many pixels wide.
  mutating func frame(_ area: Area, _ rgb: [UInt8], width line: Int) {
    let (columns, rows) = pixels(in: area)
    guard !columns.isEmpty, !rows.isEmpty else { return }
    paint(columns, rows.prefix(line), rgb, 1)
    paint(columns, rows.suffix(line), rgb, 1)
    paint(columns.prefix(line), rows, rgb, 1)
    paint(columns.suffix(line), rows, rgb, 1)
  }

  private mutating func paint(
    _ columns: Range<Int>, _ rows: Range<Int>, _ rgb: [UInt8], _ share: Double
  ) {
    guard channels == .rgb, share > 0 else { return }
    for row in rows {
      for column in columns {
        for channel in 0..<3 {
          let index = (row * width + column) * 3 + channel
          let mixed = Double(bytes[index]) * (1 - share) + Double(rgb[channel]) * share
          bytes[index] = UInt8(mixed.rounded())
        }
      }
    }
  }
}
