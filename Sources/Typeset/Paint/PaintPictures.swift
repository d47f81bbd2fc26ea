import Intake

/// Paints pages as pictures, by the intake: PNGs on white paper, or SVG drawings.
///
/// - Parameter drawingFonts: what words of drawings are set in.
/// - Returns: a file for each page.
/// - Throws: that the pictures have no sensible size, or an image cannot be painted.
func paintPictures(
  of pages: [Page], as target: PaintPages.Target, drawingFonts: DrawingFonts,
  by intake: IntakeClient
) throws(Diagnostics) -> [[UInt8]] {
  var files: [[UInt8]] = []
  var rest = pages[...]
  while let first = rest.first {
    // So many at a time as are painted in a moment, whatever size they have.
    let count = max(1, Int(pixelsAtOnce / pixels(of: first, target)))
    files += try paint(Array(rest.prefix(count)), target, drawingFonts, intake)
    rest = rest.dropFirst(count)
  }
  return files
}

private let pixelsAtOnce = 20e6

private func pixels(of page: Page, _ target: PaintPages.Target) -> Double {
  let area = page.size.width.points * page.size.height.points
  return switch target {
  case .png(let resolution): max(1, area * resolution * resolution / 72 / 72)
  case .svg: max(1, area)
  }
}

private func paint(
  _ pages: [Page], _ target: PaintPages.Target, _ drawingFonts: DrawingFonts,
  _ intake: IntakeClient
) throws(Diagnostics) -> [[UInt8]] {
  var maker = DisplayListMaker()
  let lists = pages.map { maker.list($0) }
  let request = PaintPages(
    lists, as: target,
    fonts: maker.fonts.map { .init(file: $0.file, index: $0.index, variations: $0.variations) },
    pictures: maker.images.map { $0.asked }, drawingFonts: drawingFonts)
  let painted: PaintPages.Painted
  do throws(IntakeFault) {
    painted = try intake.ask(request)
  } catch {
    throw Diagnostics(culprit(error, maker.images, drawingFonts, intake))
  }
  switch painted {
  case .files(let files): return files
  case .broken(let index, let refusal):
    guard maker.images.indices.contains(index) else {
      throw Diagnostics(culprit(.crashed, [], drawingFonts, intake))
    }
    throw Diagnostics(maker.images[index].unpainted(.refused(refusal)))
  }
}

/// What came in the way, with the image that did: the only one, or the first that fails alone too.
private func culprit(
  _ fault: IntakeFault, _ images: [PlacedImage], _ fonts: DrawingFonts, _ intake: IntakeClient
) -> Diagnostic {
  if case .refused(let refusal) = fault {
    return .error(.fault, "painting failed: \(refusal.reason)", at: nil)
  }
  if !fault.isOurs {
    if images.count == 1 { return images[0].unpainted(fault) }
    for image in images {
      let (width, height) = image.paintedPixels
      do throws(IntakeFault) {
        _ = try image.image.picture(
          width: width, height: height, fonts: fonts, isForPaper: false, by: intake)
      } catch {
        return image.unpainted(error)
      }
    }
  }
  return .unread("the page", fault, at: nil, hint: "use a lower resolution")
}

extension PlacedImage {
  fileprivate var asked: PaintPages.Picture {
    let (width, height) = paintedPixels
    return PaintPages.Picture(image.bytes, image.format.asked, width: width, height: height)
  }

  /// The image as a problem for the author of the letter.
  func unpainted(_ fault: IntakeFault) -> Diagnostic {
    let subject: DiagnosticText = "the image \(quoted(image.name))"
    let hint: DiagnosticText = "open it in an image program and save it again"
    guard case .refused(let refusal) = fault else {
      return .unread(subject, fault, at: place, hint: hint)
    }
    return .error(
      .brokenImage, "\(subject) cannot be painted: \(DiagnosticText(refusal.reason))", at: place,
      hint: refusal.hint.map { DiagnosticText($0) } ?? hint)
  }
}
