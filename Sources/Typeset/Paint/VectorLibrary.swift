import CCairo
import CPango

/// The few functions of librsvg that painting an SVG takes.
struct VectorLibrary: Sendable {
  /// `RsvgRectangle` of librsvg's interface.
  private struct Rectangle {
    var x: Double
    var y: Double
    var width: Double
    var height: Double
  }

  private typealias Failure = UnsafeMutablePointer<UnsafeMutablePointer<GError>?>
  private typealias Read =
    @convention(c) (UnsafePointer<UInt8>?, Int, Failure?) -> UnsafeMutableRawPointer?
  private typealias Render =
    @convention(c) (
      UnsafeMutableRawPointer, OpaquePointer, UnsafeRawPointer, Failure?
    ) -> gboolean

  private let read: Read
  private let render: Render

  /// The library of this machine; nil if it has none.
  static let shared = VectorLibrary()

  private init?() {
    guard let library = DynamicLibrary("librsvg-2.so.2", "librsvg-2.2.dylib"),
      let read = library.function("rsvg_handle_new_from_data", as: Read.self),
      let render = library.function("rsvg_handle_render_document", as: Render.self)
    else { return nil }
    self.read = read
    self.render = render
  }

  /// Paints an SVG into a rectangle, keeping its proportions.
  ///
  /// - Returns: what is wrong with the SVG; nil if nothing is.
  func paint(_ svg: [UInt8], in rect: Rect, on context: OpaquePointer) -> String? {
    var failure: UnsafeMutablePointer<GError>?
    let svg = SVGCleaner.clean(svg)
    guard let document = read(svg, svg.count, &failure) else { return Self.reason(failure) }
    let handle = GObjectRef(adopting: document)
    let viewport = Rectangle(
      x: rect.minX.points, y: rect.minY.points, width: rect.size.width.points,
      height: rect.size.height.points)
    let done = withUnsafePointer(to: viewport) { render(handle.pointer, context, $0, &failure) }
    return done != 0 ? nil : Self.reason(failure)
  }

  private static func reason(_ failure: UnsafeMutablePointer<GError>?) -> String {
    guard let failure else { return "it cannot be read" }
    defer { g_error_free(failure) }
    return failure.pointee.message.map { String(cString: $0) } ?? "it cannot be read"
  }
}
