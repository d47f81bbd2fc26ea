import CPango
import GLibSupport

/// The few functions of librsvg that measuring and drawing an SVG take.
struct VectorLibrary: Sendable {
  /// `RsvgRectangle` of librsvg's interface.
  struct Rectangle {
    var x = 0.0
    var y = 0.0
    var width = 0.0
    var height = 0.0
  }

  /// `RsvgLength` of librsvg's interface.
  private struct Measure {
    var length = 0.0
    var unit: Int32 = 0

    /// In CSS pixels; nil for a share of something unknown.
    var pixels: Double? {
      // The order of `RsvgUnit`: per cent, pixels, two sizes of the font, inches, …
      let factors: [Int32: Double] = [
        1: 1, 4: 96, 5: 96 / 2.54, 6: 96 / 25.4, 7: 96.0 / 72, 8: 16,
      ]
      return factors[unit].map { $0 * length }
    }
  }

  private typealias Document = UnsafeMutableRawPointer
  private typealias Failure = UnsafeMutablePointer<UnsafeMutablePointer<GError>?>
  private typealias Read = @convention(c) (UnsafePointer<UInt8>?, Int, Failure?) -> Document?
  private typealias SetResolution = @convention(c) (Document, _ dotsPerInch: Double) -> Void
  private typealias PixelSize =
    @convention(c) (Document, UnsafeMutablePointer<Double>, UnsafeMutablePointer<Double>)
    -> gboolean
  /// The measures are `RsvgLength`, the view box is an `RsvgRectangle`.
  private typealias Dimensions =
    @convention(c) (
      Document, _ hasWidth: UnsafeMutablePointer<gboolean>?, _ width: UnsafeMutableRawPointer,
      _ hasHeight: UnsafeMutablePointer<gboolean>?, _ height: UnsafeMutableRawPointer,
      _ hasViewBox: UnsafeMutablePointer<gboolean>, _ viewBox: UnsafeMutableRawPointer
    ) -> Void
  private typealias Render =
    @convention(c) (Document, OpaquePointer, UnsafeRawPointer, Failure?) -> gboolean

  private let read: Read
  private let setResolution: SetResolution
  private let pixelSize: PixelSize
  private let dimensions: Dimensions
  private let render: Render

  /// The library of this machine; nil if it has none.
  static let shared = VectorLibrary()

  private init?() {
    guard let library = DynamicLibrary("librsvg-2.so.2", "librsvg-2.2.dylib"),
      let read = library.function("rsvg_handle_new_from_data", as: Read.self),
      let setResolution = library.function("rsvg_handle_set_dpi", as: SetResolution.self),
      let pixelSize = library.function(
        "rsvg_handle_get_intrinsic_size_in_pixels", as: PixelSize.self),
      let dimensions = library.function(
        "rsvg_handle_get_intrinsic_dimensions", as: Dimensions.self),
      let render = library.function("rsvg_handle_render_document", as: Render.self)
    else { return nil }
    self.read = read
    self.setResolution = setResolution
    self.pixelSize = pixelSize
    self.dimensions = dimensions
    self.render = render
  }

  /// Width and height in CSS pixels, rounded up; from the view box where they are relative.
  ///
  /// - Throws: ``SVGText/Unreadable`` for what is no drawing or has no size of its own.
  func size(of svg: [UInt8]) throws(SVGText.Unreadable) -> (width: Int, height: Int) {
    let handle = try open(svg)
    var (width, height) = (0.0, 0.0)
    if pixelSize(handle.pointer, &width, &height) == 0 {
      (width, height) = try relativeSize(of: handle)
    }
    guard width > 0, height > 0, width < 1e6, height < 1e6 else {
      throw SVGText.Unreadable(reason: "its <svg> is \(width) by \(height) pixels")
    }
    // Millimetres come as 32-bit numbers: a whole pixel and a trifle is a whole pixel.
    return (Int((width - 0.001).rounded(.up)), Int((height - 0.001).rounded(.up)))
  }

  /// The size of a drawing that gives width or height as a share of where it stands, or not at all.
  private func relativeSize(
    of handle: borrowing GObjectRef
  ) throws(SVGText.Unreadable) -> (width: Double, height: Double) {
    var (width, height, box) = (Measure(), Measure(), Rectangle())
    var hasBox: gboolean = 0
    dimensions(handle.pointer, nil, &width, nil, &height, &hasBox, &box)
    guard hasBox != 0, box.width > 0, box.height > 0 else {
      throw SVGText.Unreadable(reason: "its <svg> has neither width and height nor a viewBox")
    }
    if let width = width.pixels { return (width, width * box.height / box.width) }
    if let height = height.pixels { return (height * box.width / box.height, height) }
    return (box.width, box.height)
  }

  /// Draws an SVG into a rectangle, keeping its proportions.
  ///
  /// - Throws: ``SVGText/Unreadable`` with what is wrong with the SVG.
  func draw(
    _ svg: [UInt8], in rect: Rectangle, on context: OpaquePointer
  ) throws(SVGText.Unreadable) {
    let handle = try open(svg)
    var failure: UnsafeMutablePointer<GError>?
    let done = withUnsafePointer(to: rect) { render(handle.pointer, context, $0, &failure) }
    guard done != 0 else { throw Self.reason(failure) }
  }

  /// Reads an SVG without what a letter must not take over from it.
  private func open(_ svg: [UInt8]) throws(SVGText.Unreadable) -> GObjectRef {
    var failure: UnsafeMutablePointer<GError>?
    let svg = SVGCleaner.clean(svg)
    guard let document = read(svg, svg.count, &failure) else { throw Self.reason(failure) }
    // A pixel of CSS is 1/96 inch; librsvg would take it for 1/90.
    setResolution(document, 96)
    return GObjectRef(adopting: document)
  }

  private static func reason(_ failure: UnsafeMutablePointer<GError>?) -> SVGText.Unreadable {
    guard let failure else { return SVGText.Unreadable(reason: "it cannot be read") }
    defer { g_error_free(failure) }
    let text = failure.pointee.message.map { String(cString: $0) } ?? "it cannot be read"
    // libxml numbers its errors for programs, and ends them with a line feed.
    return SVGText.Unreadable(
      reason: text.replacing(#/Error domain \d+ code \d+ on /#, with: "").replacing("\n", with: ""))
  }
}
