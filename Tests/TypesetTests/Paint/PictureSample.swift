import Foundation
import Proofing

@testable import Intake
@testable import Typeset

/// Pictures of a letter, made by ghostscript.
enum PictureSample {
  /// A picture of an A4 page.
  ///
  /// - Parameter device: as `jpeg`, `jpeggray`, `jpegcmyk`, `png16m`, `pnggray`, `pngalpha`.
  static func picture(_ device: String, dotsPerInch: Int = 72) async throws -> ImageResource {
    let page = try FileOnDisk(FinishSample.letter().finish())
    let target = page.scratch.path("picture")
    _ = try await output(
      of: "gs", "-q", "-sDEVICE=\(device)", "-r\(dotsPerInch)", "-o", target, page.path)
    let bytes = try page.scratch.read("picture")
    let isJPEG = device.hasPrefix("jpeg")
    let size =
      isJPEG
      ? JPEGHeader(bytes).map { ($0.width, $0.height) } ?? (0, 0)
      : (Int(bytes[18]) << 8 | Int(bytes[19]), Int(bytes[22]) << 8 | Int(bytes[23]))
    return ImageResource(
      name: "picture.\(isJPEG ? "jpeg" : "png")", format: isJPEG ? .jpeg : .png, bytes: bytes,
      pixelWidth: size.0, pixelHeight: size.1)
  }

  /// Two circles, one seen through the other.
  static let drawing: ImageResource = {
    let svg = """
      <svg xmlns="http://www.w3.org/2000/svg" width="40" height="40">
      <circle cx="15" cy="20" r="12" fill="#000"/>
      <circle cx="25" cy="20" r="12" fill="#c00" fill-opacity="0.5"/></svg>
      """
    return ImageResource(
      name: "drawing.svg", format: .svg, bytes: Array(svg.utf8), pixelWidth: 40,
      pixelHeight: 40)
  }()

  /// A finished letter that shows a picture at 60 mm across.
  static func letter(
    with image: ImageResource, width: Length = .mm(60), resolution: Double = 300
  ) throws -> FinishSample {
    var letter = FinishSample()
    letter.add("Et billede", as: .heading(1))
    let figure = letter.element(.figure, alternative: "Et brev")
    let height = width * (Double(image.pixelHeight) / Double(image.pixelWidth))
    letter.add(
      image, size: Size(width: width, height: height),
      part: .content(figure, order: letter.nextOrder()), resolution: resolution)
    return letter
  }
}
