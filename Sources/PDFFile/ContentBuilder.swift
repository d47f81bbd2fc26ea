/// Writes what a page shows: text glyph by glyph at exact places, filled rectangles and drawings
/// (ISO 32000-1, 8 and 9), in points from the lower left corner.
///
/// It says of fonts and colours only what changes, and of places only what a reader would not find
/// itself: glyphs stand within a thousandth of a point of where they are put.
package struct ContentBuilder {
  /// The operators so far; text may still be open (``endText()``).
  package private(set) var bytes: [UInt8] = []

  private var fill: Fill?
  private var isColorKnown = true
  private var font: (name: String, size: Double)?
  private var isInText = false
  /// Whether an array of strings is open, and a string in it.
  private var isShowing = false
  private var isInString = false
  /// Where the line of text begins, in thousandths of a point as the file has it.
  private var line = (x: 0, y: 0)
  /// Where a reader puts the next glyph.
  private var pen = 0.0

  private enum Fill: Equatable {
    case gray(Double)
    case rgb(Double, Double, Double)
  }

  /// Nothing yet; black and without a font.
  package init() {}

  /// Nothing yet, behind content of which nothing is known: colour and font are said anew.
  package init(startsAnywhere: Void) { isColorKnown = false }

  // MARK: Colour and shapes

  /// Chooses the colour of what follows, in parts of red, green and blue from 0 to 1; equal parts are
  /// grey, which is one ink.
  package mutating func setFill(red: Double, green: Double, blue: Double) {
    let wanted: Fill = red == green && green == blue ? .gray(red) : .rgb(red, green, blue)
    guard !isColorKnown || wanted != fill ?? .gray(0) else { return }
    fill = wanted
    isColorKnown = true
    endStrings()
    switch wanted {
    case .gray(let gray):
      bytes.append(operand: gray)
      bytes.append(ascii: "g\n")
    case .rgb(let red, let green, let blue):
      for part in [red, green, blue] { bytes.append(operand: part) }
      bytes.append(ascii: "rg\n")
    }
  }

  /// Fills a rectangle of left, low, width and height.
  package mutating func fillRectangle(_ x: Double, _ y: Double, _ width: Double, _ height: Double) {
    endText()
    for number in [x, y, width, height] { bytes.append(operand: number) }
    bytes.append(ascii: "re f\n")
  }

  /// Draws an object of the resources on a plane of its own.
  package mutating func draw(_ name: String, _ matrix: PageMatrix) {
    endText()
    for operation in [
      ContentOperation.save, .concatenate(matrix), .draw(name), .restore,
    ] {
      bytes.append(operation)
    }
  }

  // MARK: Text

  /// Chooses the font of what follows by its name in the resources, and its size in points.
  package mutating func selectFont(_ name: String, size: Double) {
    guard font?.name != name || font?.size != size else { return }
    font = (name, size)
    beginText()
    endStrings()
    bytes.append(name: name)
    bytes.append(UInt8(ascii: " "))
    bytes.append(operand: size, decimals: 5)
    bytes.append(ascii: "Tf\n")
  }

  /// Shows a glyph.
  ///
  /// - Parameters:
  ///   - code: its two bytes in the font.
  ///   - width: how far the font says that it moves the pen, in thousandths of the size.
  package mutating func show(_ code: UInt16, width: Double, x: Double, y: Double) {
    guard let size = font?.size else { return }
    beginText()
    let wantedY = Int((y * 1000).rounded())
    if !isShowing || wantedY != line.y {
      moveLine(x: Int((x * 1000).rounded()), y: wantedY)
    } else {
      correctPen(to: x, size: size)
    }
    if !isInString {
      bytes.append(UInt8(ascii: "("))
      isInString = true
    }
    bytes.append(literal: UInt8(code >> 8))
    bytes.append(literal: UInt8(code & 0xFF))
    pen += width * size / 1000
  }

  private mutating func moveLine(x: Int, y: Int) {
    endStrings()
    if x != line.x || y != line.y {
      bytes.append(thousandths: x - line.x)
      bytes.append(UInt8(ascii: " "))
      bytes.append(thousandths: y - line.y)
      bytes.append(ascii: " Td\n")
    }
    line = (x, y)
    pen = Double(x) / 1000
    bytes.append(UInt8(ascii: "["))
    isShowing = true
  }

  /// Moves the pen by as much as a reader would miss the place, if that is more than a thousandth.
  private mutating func correctPen(to x: Double, size: Double) {
    let distance = pen - x
    guard abs(distance) > 0.001 else { return }
    if isInString { bytes.append(UInt8(ascii: ")")) }
    isInString = false
    // Half of the last digit is less than a thousandth of a point.
    let decimals = size <= 20 ? 1 : size <= 200 ? 2 : 3
    let unit = decimals == 1 ? 10.0 : decimals == 2 ? 100 : 1000
    let amount = (distance * 1000 / size * unit).rounded() / unit
    bytes.append(real: amount, decimals: decimals)
    pen -= amount * size / 1000
  }

  /// Begins a part of the text that is read as other words than its glyphs say.
  package mutating func beginReplacement(_ words: String) {
    beginText()
    endStrings()
    bytes.append(.begin(tag: "Span", .replacement(words)))
  }

  /// Ends it.
  package mutating func endReplacement() {
    endStrings()
    bytes.append(.end)
  }

  private mutating func beginText() {
    guard !isInText else { return }
    bytes.append(ascii: "BT\n")
    isInText = true
    line = (0, 0)
  }

  private mutating func endStrings() {
    guard isShowing else { return }
    if isInString { bytes.append(UInt8(ascii: ")")) }
    isInString = false
    bytes.append(ascii: "]TJ\n")
    isShowing = false
  }

  /// Ends text, if it is open, so that what follows may be anything.
  package mutating func endText() {
    guard isInText else { return }
    endStrings()
    bytes.append(ascii: "ET\n")
    isInText = false
  }
}
