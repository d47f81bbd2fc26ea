import CCairo
import Intake

extension PagePainter {
  /// A page as an SVG drawing whose text is outlines.
  func svg(_ page: DisplayList) throws(Refusal) -> [UInt8] {
    let sink = ByteSink()
    let surface = try Surface(
      adopting: cairo_svg_surface_create_for_stream(
        ByteSink.write, sink.closure, page.width, page.height),
      writingTo: sink)
    var canvas = try Canvas(on: surface)
    try paint(page, on: &canvas)
    cairo_show_page(canvas.context)
    try surface.finish()
    return renumberSurfaces(withExtendedLifetime(sink) { sink.bytes })
  }
}

/// Numbers the surfaces and images of a drawing from 1; Cairo counts those of the whole process, so
/// that a page would depend on what was painted before it.
private func renumberSurfaces(_ drawing: [UInt8]) -> [UInt8] {
  var numbers: [ArraySlice<UInt8>: [[UInt8]: Int]] = [:]
  var result: [UInt8] = []
  result.reserveCapacity(drawing.count)
  var rest = drawing[...]
  // Names stand behind these marks alone, and neither can be within the data of an image.
  while let mark = rest.firstIndex(where: { $0 == UInt8(ascii: "\"") || $0 == UInt8(ascii: "#") }) {
    result += rest[...mark]
    rest = rest[(mark + 1)...]
    let name = rest.prefix { (0x61...0x7A).contains($0) }
    guard name.elementsEqual("surface".utf8) || name.elementsEqual("image".utf8) else { continue }
    let digits = Array(rest.dropFirst(name.count).prefix { (0x30...0x39).contains($0) })
    guard !digits.isEmpty else { continue }
    let number = numbers[name]?[digits] ?? (numbers[name]?.count ?? 0) + 1
    numbers[name, default: [:]][digits] = number
    result += name + Array(String(number).utf8)
    rest = rest.dropFirst(name.count + digits.count)
  }
  return result + rest
}
