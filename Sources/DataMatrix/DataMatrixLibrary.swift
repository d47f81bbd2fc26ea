internal import CDataMatrix
import GLibSupport

/// The functions of libdmtx that encode, as `dmtx.h` declares them.
///
/// Unchecked by need: they are pointers to code, which nothing changes.
struct DataMatrixLibrary: @unchecked Sendable {
  private typealias Encoder = UnsafeMutablePointer<DmtxEncode>
  private typealias Create = @convention(c) () -> Encoder?
  private typealias Destroy = @convention(c) (UnsafeMutablePointer<Encoder?>) -> UInt32
  private typealias SetProperty = @convention(c) (Encoder, Int32, Int32) -> UInt32
  private typealias Encode =
    @convention(c) (Encoder, Int32, UnsafeMutablePointer<UInt8>) -> UInt32
  private typealias Status =
    @convention(c) (UnsafeMutablePointer<DmtxMessage>?, Int32, Int32, Int32) -> Int32
  private typealias Attribute = @convention(c) (Int32, Int32) -> Int32

  private let create: Create
  private let destroy: Destroy
  private let setProperty: SetProperty
  private let encode: Encode
  private let status: Status
  private let attribute: Attribute

  /// The machine's libdmtx; nil where there is none.
  static let shared = DataMatrixLibrary()

  private init?() {
    guard let library = DynamicLibrary("libdmtx.so.0", "libdmtx.0.dylib"),
      let create: Create = library.function("dmtxEncodeCreate"),
      let destroy: Destroy = library.function("dmtxEncodeDestroy"),
      let setProperty: SetProperty = library.function("dmtxEncodeSetProp"),
      let encode: Encode = library.function("dmtxEncodeDataMatrix"),
      let status: Status = library.function("dmtxSymbolModuleStatus"),
      let attribute: Attribute = library.function("dmtxGetSymbolAttribute")
    else { return nil }
    (self.create, self.destroy, self.setProperty) = (create, destroy, setProperty)
    (self.encode, self.status, self.attribute) = (encode, status, attribute)
  }

  /// The modules of a symbol, row by row from the top; nil for more than fits.
  func encode(_ bytes: [UInt8]) -> (size: Int, modules: [Bool])? {
    guard bytes.count <= 1556, let made = create() else { return nil }
    var owned: Encoder? = made
    defer { _ = destroy(&owned) }
    for (property, value) in [
      (DmtxPropScheme, DmtxSchemeAscii.rawValue),
      (DmtxPropSizeRequest, DmtxSymbolSquareAuto.rawValue),
    ] { _ = setProperty(made, Int32(property.rawValue), Int32(value)) }
    // The picture that it also makes is of no use, so it is small.
    _ = setProperty(made, Int32(DmtxPropModuleSize.rawValue), 1)
    var bytes = bytes
    guard encode(made, Int32(bytes.count), &bytes) != 0 else { return nil }
    let index = made.pointee.region.sizeIdx
    let size = attribute(Int32(DmtxSymAttribSymbolRows.rawValue), index)
    guard size > 0 else { return nil }
    var modules: [Bool] = []
    modules.reserveCapacity(Int(size * size))
    // Its rows are counted from the foot.
    for row in (0..<size).reversed() {
      for column in 0..<size {
        let found = status(made.pointee.message, index, row, column)
        modules.append(found & Int32(DmtxModuleOnRGB) != 0)
      }
    }
    return (Int(size), modules)
  }
}
