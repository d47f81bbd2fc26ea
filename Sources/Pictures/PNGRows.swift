/// The rows of a PNG, decompressed: each after a byte that says how it is filtered
/// (ISO/IEC 15948, 9).
struct PNGRows {
  /// The bytes of all rows.
  private(set) var bytes: [UInt8]
  /// How many bytes of the file's data they took.
  let taken: Int
  private let rowBytes: Int
  private let step: Int
  private let height: Int

  /// The most bytes that rows may take.
  static let limit = 128 << 20

  /// Decompresses the rows; nil where they are not those of such a picture.
  init?(_ file: PNGFile) {
    rowBytes = file.rowBytes
    step = file.step
    height = file.height
    let count = height * (rowBytes + 1)
    guard count <= Self.limit, let made = Flate.inflate(file.data, to: count) else { return nil }
    bytes = made.bytes
    taken = made.taken
    let stride = rowBytes + 1
    let isSound = bytes.withUnsafeBufferPointer { bytes in
      (0..<height).allSatisfy { bytes[$0 * stride] <= 4 }
    }
    guard isSound else { return nil }
  }

  /// Some of the bytes of each pixel as rows of their own, filtered as they are; every pixel has whole
  /// bytes.
  func part(_ range: Range<Int>) -> PNGRows {
    let pixels = rowBytes / step
    let stride = 1 + pixels * range.count
    let made = [UInt8](unsafeUninitializedCapacity: height * stride) { target, count in
      bytes.withUnsafeBufferPointer { source in
        for row in 0..<height {
          let input = row * (rowBytes + 1)
          let output = row * stride
          target[output] = source[input]
          for pixel in 0..<pixels {
            for byte in 0..<range.count {
              target[output + 1 + pixel * range.count + byte] =
                source[input + 1 + pixel * step + range.lowerBound + byte]
            }
          }
        }
      }
      count = height * stride
    }
    return PNGRows(made, rowBytes: stride - 1, step: range.count, height: height)
  }

  /// Whether each pixel's red, green and blue are the same, of so many bytes each.
  ///
  /// A filter treats all channels alike, so that this is seen of the rows as they are filtered.
  func isGray(bytes depth: Int) -> Bool {
    guard step == 3 * depth else { return false }
    let pixels = rowBytes / step
    return bytes.withUnsafeBufferPointer { bytes in
      for row in 0..<height {
        var place = row * (rowBytes + 1) + 1
        for _ in 0..<pixels {
          for byte in place..<place + depth
          where bytes[byte] != bytes[byte + depth] || bytes[byte] != bytes[byte + 2 * depth] {
            return false
          }
          place += step
        }
      }
      return true
    }
  }

  private init(_ bytes: [UInt8], rowBytes: Int, step: Int, height: Int) {
    self.bytes = bytes
    self.rowBytes = rowBytes
    self.step = step
    self.height = height
    taken = 0
  }

  /// The samples without filters, row after row.
  func unfiltered() -> [UInt8] {
    [UInt8](unsafeUninitializedCapacity: height * rowBytes) { target, count in
      bytes.withUnsafeBufferPointer { source in
        for row in 0..<height { unfilter(row, source, target) }
      }
      count = height * rowBytes
    }
  }

  private func unfilter(
    _ row: Int, _ source: UnsafeBufferPointer<UInt8>, _ target: UnsafeMutableBufferPointer<UInt8>
  ) {
    let input = row * (rowBytes + 1) + 1
    let output = row * rowBytes
    let filter = source[input - 1]
    for index in 0..<rowBytes {
      let left = index < step ? 0 : target[output + index - step]
      let up = row == 0 ? 0 : target[output - rowBytes + index]
      let corner = row == 0 || index < step ? 0 : target[output - rowBytes + index - step]
      target[output + index] = source[input + index] &+ PNGFilter.guess(filter, left, up, corner)
    }
  }
}

/// How a byte of a row is told by those around it (ISO/IEC 15948, 9.2).
enum PNGFilter {
  /// What a filter takes the byte for.
  @inline(__always)
  static func guess(_ filter: UInt8, _ left: UInt8, _ up: UInt8, _ corner: UInt8) -> UInt8 {
    switch filter {
    case 1: left
    case 2: up
    case 3: UInt8((Int(left) + Int(up)) / 2)
    case 4: paeth(left, up, corner)
    default: 0
    }
  }

  @inline(__always)
  private static func paeth(_ left: UInt8, _ up: UInt8, _ corner: UInt8) -> UInt8 {
    let byLeft = abs(Int(up) - Int(corner))
    let byUp = abs(Int(left) - Int(corner))
    let byCorner = abs(Int(left) + Int(up) - 2 * Int(corner))
    if byLeft <= byUp, byLeft <= byCorner { return left }
    return byUp <= byCorner ? up : corner
  }

  /// Rows filtered, each in the way that leaves the least.
  static func filtered(_ samples: [UInt8], rowBytes: Int, step: Int) -> [UInt8] {
    let height = rowBytes == 0 ? 0 : samples.count / rowBytes
    return [UInt8](unsafeUninitializedCapacity: height * (rowBytes + 1)) { target, count in
      samples.withUnsafeBufferPointer { source in
        for row in 0..<height {
          let filter = best(row, source, rowBytes, step)
          let output = row * (rowBytes + 1)
          target[output] = filter
          write(filter, row, source, rowBytes, step) { target[output + 1 + $0] = $1 }
        }
      }
      count = height * (rowBytes + 1)
    }
  }

  /// The filter whose differences are the smallest in sum (ISO/IEC 15948, 12.8).
  @inline(__always)
  private static func best(
    _ row: Int, _ source: UnsafeBufferPointer<UInt8>, _ rowBytes: Int, _ step: Int
  ) -> UInt8 {
    var best = (filter: UInt8(0), sum: Int.max)
    for filter in [UInt8(0), 1, 2, 4] {
      var sum = 0
      write(filter, row, source, rowBytes, step) { sum += Int(Int8(bitPattern: $1).magnitude) }
      if sum < best.sum { best = (filter, sum) }
    }
    return best.filter
  }

  @inline(__always)
  private static func write(
    _ filter: UInt8, _ row: Int, _ source: UnsafeBufferPointer<UInt8>, _ rowBytes: Int,
    _ step: Int, _ put: (Int, UInt8) -> Void
  ) {
    let start = row * rowBytes
    for index in 0..<rowBytes {
      let left = index < step ? 0 : source[start + index - step]
      let up = row == 0 ? 0 : source[start - rowBytes + index]
      let corner = row == 0 || index < step ? 0 : source[start - rowBytes + index - step]
      put(index, source[start + index] &- guess(filter, left, up, corner))
    }
  }
}
