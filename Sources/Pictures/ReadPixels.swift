import CCairo
import Intake

/// The pixels of a PNG or a drawing on white paper.
///
/// - Throws: what is wrong with it, or that it has too many.
func readPixels(
  _ request: ReadPixels, _ fontMap: DrawingFontMap
) throws(Refusal) -> ReadPixels.Pixels {
  switch request.format {
  case .png: return try pixels(of: try decodePNG(request.bytes))
  case .svg: return try drawnPixels(request, fontMap)
  case .jpeg: throw Refusal("JPEGs are not compared", hint: "save it as PNG")
  }
}

private func pixels(of picture: borrowing Surface) throws(Refusal) -> ReadPixels.Pixels {
  let paper = try whitePaper(picture.width, picture.height)
  let context = cairo_create(paper.pointer)
  defer { cairo_destroy(context) }
  cairo_set_source_surface(context, picture.pointer, 0, 0)
  cairo_paint(context)
  try Refusal.check(cairo_status(context))
  return try colors(of: paper)
}

private func drawnPixels(
  _ request: ReadPixels, _ fontMap: DrawingFontMap
) throws(Refusal) -> ReadPixels.Pixels {
  guard let drawing = try measureDrawing(MeasureDrawing(request.bytes)) else {
    throw Refusal("it is no drawing")
  }
  let width = (Double(drawing.width) * request.scale).rounded(.up)
  let height = (Double(drawing.height) * request.scale).rounded(.up)
  guard width >= 1, height >= 1, width * height <= Double(pixelLimit) else {
    throw .tooManyPixels(drawing.width, drawing.height)
  }
  let paper = try whitePaper(Int(width), Int(height))
  guard let context = cairo_create(paper.pointer) else { throw .noMemory }
  defer { cairo_destroy(context) }
  fontMap.use(request.fonts, for: drawing.text)
  try drawVectors(
    drawing.text, VectorLibrary.Rectangle(width: width, height: height), on: context)
  return try colors(of: paper)
}

private func whitePaper(_ width: Int, _ height: Int) throws(Refusal) -> Surface {
  guard width > 0, height > 0, width * height <= pixelLimit else {
    throw .tooManyPixels(width, height)
  }
  let paper = try Surface(CAIRO_FORMAT_RGB24, width: width, height: height)
  let rows = try paper.rows()
  rows.update(repeating: 255, count: paper.stride * height)
  cairo_surface_mark_dirty(paper.pointer)
  return paper
}

/// The colours of a surface without opacity: in memory blue comes first, and a fourth byte last.
private func colors(of paper: borrowing Surface) throws(Refusal) -> ReadPixels.Pixels {
  let (width, height, stride) = (paper.width, paper.height, paper.stride)
  let rows = try paper.rows()
  let bytes = [UInt8](unsafeUninitializedCapacity: width * height * 3) { target, count in
    for y in 0..<height {
      for x in 0..<width {
        let pixel = rows + y * stride + 4 * x
        target[count] = pixel[2]
        target[count + 1] = pixel[1]
        target[count + 2] = pixel[0]
        count += 3
      }
    }
  }
  return ReadPixels.Pixels(width: width, height: height, bytes: bytes)
}
