import CCairo

/// Paints one page as an SVG drawing whose text is outlines, for pages on the web.
func paintSVG(_ page: Page, fonts: FontBook) throws(Diagnostics) -> [UInt8] {
  do throws(CairoError) {
    let sink = ByteSink()
    let surface = try Surface(
      adopting: cairo_svg_surface_create_for_stream(
        ByteSink.write, sink.closure, page.size.width.points, page.size.height.points),
      writingTo: sink, "start the drawing")
    var painter = try PagePainter(on: surface, isPDF: false, fonts: fonts)
    try painter.paint(page)
    painter.showPage()
    try surface.finish("finish the drawing")
    return renumberSurfaces(withExtendedLifetime(sink) { sink.bytes })
  } catch {
    throw error.diagnostics
  }
}

/// Numbers the surfaces of a drawing from 1; Cairo counts those of the whole process, so that a page
/// would depend on what was painted before it.
private func renumberSurfaces(_ drawing: [UInt8]) -> [UInt8] {
  let name = Array("surface".utf8)
  var numbers: [[UInt8]: Int] = [:]
  var result: [UInt8] = []
  result.reserveCapacity(drawing.count)
  var rest = drawing[...]
  // Names stand behind these marks alone, and neither can be within the data of an image.
  while let mark = rest.firstIndex(where: { $0 == UInt8(ascii: "\"") || $0 == UInt8(ascii: "#") }) {
    result += rest[...mark]
    rest = rest[(mark + 1)...]
    guard rest.starts(with: name) else { continue }
    let digits = Array(rest.dropFirst(name.count).prefix { (0x30...0x39).contains($0) })
    guard !digits.isEmpty else { continue }
    let number = numbers[digits] ?? numbers.count + 1
    numbers[digits] = number
    result += name + Array(String(number).utf8)
    rest = rest.dropFirst(name.count + digits.count)
  }
  return result + rest
}
