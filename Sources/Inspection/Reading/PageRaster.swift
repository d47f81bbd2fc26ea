/// A page in pixels, as `pdftoppm` of poppler-utils draws it on white paper.
package struct PageRaster: Hashable, Sendable {
  /// What a pixel is made of.
  package enum Channels: Int, Sendable {
    /// One byte: 0 black, 255 white.
    case gray = 1
    /// Three: red, green and blue.
    case rgb = 3
  }

  /// How many pixels there are across.
  package let width: Int
  /// How many there are down.
  package let height: Int
  /// What a pixel is made of.
  package let channels: Channels
  /// The pixels from the top left, row by row.
  package internal(set) var bytes: [UInt8]
  /// How many pixels an inch has.
  package let dotsPerInch: Double

  /// A page of such pixels.
  package init(
    width: Int, height: Int, channels: Channels, bytes: [UInt8], dotsPerInch: Double
  ) {
    self.width = width
    self.height = height
    self.channels = channels
    self.bytes = bytes
    self.dotsPerInch = dotsPerInch
  }

  /// How many millimetres a pixel is across.
  package var millimetresAPixel: Double { 25.4 / dotsPerInch }

  /// The pixels that lie in an area, whole or in part.
  package func pixels(in area: Area) -> (columns: Range<Int>, rows: Range<Int>) {
    func range(_ low: Double, _ high: Double, _ count: Int) -> Range<Int> {
      let first = min(max(0, Int((low / millimetresAPixel).rounded(.down))), count)
      let end = min(max(first, Int((high / millimetresAPixel).rounded(.up))), count)
      return first..<end
    }
    return (range(area.left, area.right, width), range(area.top, area.bottom, height))
  }

  /// The smallest area of an area that holds all its ink; nil where there is none.
  ///
  /// - Parameter threshold: the lightest value of a channel that counts as ink.
  package func ink(in area: Area, darkerThan threshold: UInt8 = 224) -> Area? {
    let (columns, rows) = pixels(in: area)
    var found: (left: Int, top: Int, right: Int, bottom: Int)?
    let step = channels.rawValue
    for row in rows {
      let line = bytes[
        (row * width + columns.lowerBound) * step..<(row * width + columns.upperBound) * step]
      guard let first = line.firstIndex(where: { $0 < threshold }),
        let last = line.lastIndex(where: { $0 < threshold })
      else { continue }
      let (left, right) = (first / step - row * width, last / step - row * width)
      found = (
        min(found?.left ?? left, left), found?.top ?? row, max(found?.right ?? right, right), row
      )
    }
    return found.map {
      Area(
        left: Double($0.left) * millimetresAPixel, top: Double($0.top) * millimetresAPixel,
        right: Double($0.right + 1) * millimetresAPixel,
        bottom: Double($0.bottom + 1) * millimetresAPixel)
    }
  }
}

extension PageRaster {
  /// Draws pages of a PDF.
  ///
  /// - Parameters:
  ///   - pages: from 1; nil for all.
  ///   - dotsPerInch: the resolution.
  /// - Throws: ``ToolFault`` where poppler is missing, cannot read the file or takes too long.
  package static func draw(
    _ pdf: [UInt8], pages: ClosedRange<Int>? = nil, dotsPerInch: Double = 100,
    as channels: Channels = .rgb, limits: Tool.Limits = Tool.Limits()
  ) throws(ToolFault) -> [PageRaster] {
    let tool = try Tool("pdftoppm", from: "poppler-utils", limits: limits)
    var arguments = ["-q", "-r", "\(dotsPerInch)", "-cropbox"]
    if channels == .gray { arguments.append("-gray") }
    if let pages { arguments += ["-f", "\(pages.lowerBound)", "-l", "\(pages.upperBound)"] }
    let output = try tool.output(of: arguments + ["-"], reading: pdf)
    guard let pages = parse(output, dotsPerInch: dotsPerInch) else { throw .failed("pdftoppm") }
    return pages
  }

  /// Reads pictures in the form of Netpbm, one after the other; nil for anything else.
  static func parse(_ bytes: [UInt8], dotsPerInch: Double) -> [PageRaster]? {
    var position = 0
    var pages: [PageRaster] = []
    while position < bytes.count {
      guard bytes[position] == UInt8(ascii: "P"), position + 2 < bytes.count else { return nil }
      let channels: Channels
      switch bytes[position + 1] {
      case UInt8(ascii: "5"): channels = .gray
      case UInt8(ascii: "6"): channels = .rgb
      default: return nil
      }
      position += 2
      guard let width = number(in: bytes, &position), let height = number(in: bytes, &position),
        number(in: bytes, &position) == 255, width > 0, height > 0
      else { return nil }
      position += 1
      let (area, isTooLarge) = width.multipliedReportingOverflow(by: height)
      guard !isTooLarge, area <= (bytes.count - position) / channels.rawValue else { return nil }
      let count = area * channels.rawValue
      pages.append(
        PageRaster(
          width: width, height: height, channels: channels,
          bytes: Array(bytes[position..<position + count]), dotsPerInch: dotsPerInch))
      position += count
    }
    return pages
  }

  /// The next whole number, after white space and comments.
  private static func number(in bytes: [UInt8], _ position: inout Int) -> Int? {
    while position < bytes.count {
      if bytes[position] == UInt8(ascii: "#") {
        while position < bytes.count, bytes[position] != 10 { position += 1 }
      } else if bytes[position] > 32 {
        break
      } else {
        position += 1
      }
    }
    var value: Int?
    while position < bytes.count, case let digit = Int(bytes[position]) - 48,
      (0...9).contains(digit)
    {
      guard value ?? 0 < 1_000_000 else { return nil }
      value = (value ?? 0) * 10 + digit
      position += 1
    }
    return value
  }
}
