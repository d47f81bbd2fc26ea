import PDFFile
import Testing

/// What is written is read at the places where it was put.
struct ContentBuilderTests {
  /// A glyph as a reader finds it.
  struct Shown: Equatable {
    let code: UInt16
    let x: Double
    let y: Double
  }

  /// Reads text as a reader does (ISO 32000-1, 9.4.4), with a width for each code.
  func read(_ bytes: [UInt8], width: (UInt16) -> Double) -> [Shown] {
    var scanner = ContentScanner(bytes)
    var operation = ContentScanner.Operation()
    var (line, pen, size) = ((0.0, 0.0), 0.0, 0.0)
    var shown: [Shown] = []
    while scanner.next(into: &operation) {
      let numbers = operation.operands.compactMap {
        Double(String(decoding: bytes[$0], as: UTF8.self))
      }
      switch String(decoding: bytes[operation.name], as: UTF8.self) {
      case "BT": (line, pen) = ((0, 0), 0)
      case "Tf": size = numbers[0]
      case "Td":
        line = (line.0 + numbers[0], line.1 + numbers[1])
        pen = line.0
      case "TJ":
        var inner = ContentScanner(Array(bytes[operation.range]))
        while let token = inner.nextToken() {
          let text = bytes[operation.range][(operation.range.lowerBound + token.lowerBound)...]
            .prefix(token.count)
          if let codes = PDFSyntax.string(text) {
            for place in stride(from: 0, to: codes.count - 1, by: 2) {
              let code = UInt16(codes[place]) << 8 | UInt16(codes[place + 1])
              shown.append(Shown(code: code, x: pen, y: line.1))
              pen += width(code) * size / 1000
            }
          } else if let number = Double(String(decoding: text, as: UTF8.self)) {
            pen -= number * size / 1000
          }
        }
      default: break
      }
    }
    return shown
  }

  @Test(arguments: [4.5, 10, 11.3, 36, 250])
  func `Every glyph stands within a thousandth of a point, however long the line`(
    size: Double
  ) throws {
    var random = SystemRandomNumberGenerator()
    let widths = (0..<600).map { _ in (Double.random(in: 0...1200) * 1000).rounded() / 1000 }
    var builder = ContentBuilder()
    builder.selectFont("F0", size: size)
    var wanted: [Shown] = []
    var (x, y) = (72.123456, 700.98765)
    for count in 0..<3000 {
      let code = UInt16.random(in: 0..<600, using: &random)
      wanted.append(Shown(code: code, x: x, y: y))
      builder.show(code, width: widths[Int(code)], x: x, y: y)
      // As a shaper rounds, kerns, and sets marks above letters; some lines run backwards.
      x += ((widths[Int(code)] * size / 1000) * 1024).rounded() / 1024
      if count % 7 == 0 { x += Double.random(in: -1...1, using: &random) * size / 5 }
      if count % 11 == 0 { x -= Double.random(in: 0...3, using: &random) * size }
      if count % 90 == 0 { (x, y) = (72.123456, y - 13.377) }
      if count % 37 == 0 { y += 0.25 }
    }
    builder.endText()
    let shown = read(builder.bytes) { widths[Int($0)] }
    try #require(shown.map(\.code) == wanted.map(\.code))
    let most = zip(shown, wanted).map { max(abs($0.x - $1.x), abs($0.y - $1.y)) }.max() ?? 1
    #expect(most <= 0.00151, "\(most)")
  }

  @Test func `Colours, fonts and places are said when they change`() {
    var builder = ContentBuilder()
    builder.setFill(red: 0, green: 0, blue: 0)
    builder.selectFont("F0", size: 10)
    builder.show(1, width: 500, x: 20, y: 30)
    builder.show(2, width: 500, x: 25, y: 30)
    builder.selectFont("F0", size: 10)
    builder.setFill(red: 0.5, green: 0.5, blue: 0.5)
    builder.show(0x0D28, width: 500, x: 31, y: 30)
    builder.fillRectangle(1, 2.0004, 3, 0.5)
    builder.setFill(red: 0, green: 0.25, blue: 1)
    builder.draw("X0", PageMatrix(a: 2, d: 2))
    let wanted = """
      BT
      /F0 10 Tf
      20 30 Td
      [(\u{0}\u{1}\u{0}\u{2})]TJ
      .5 g
      11 0 Td
      [(\\r\\()]TJ
      ET
      1 2 3 .5 re f
      0 .25 1 rg
      q
      2 0 0 2 0 0 cm
      /X0 Do
      Q

      """
    #expect(String(decoding: builder.bytes, as: UTF8.self) == wanted)
  }

  @Test func `A part that is read otherwise stands between its words`() {
    var builder = ContentBuilder()
    builder.selectFont("F0", size: 10)
    builder.show(1, width: 500, x: 20, y: 30)
    builder.beginReplacement("µ")
    builder.show(2, width: 500, x: 25, y: 30)
    builder.endReplacement()
    builder.endText()
    #expect(
      builder.bytes.elementsEqual(
        """
        BT
        /F0 10 Tf
        20 30 Td
        [(\u{0}\u{1})]TJ
        /Span<</ActualText(\u{B5})>>BDC
        5 0 Td
        [(\u{0}\u{2})]TJ
        EMC
        ET

        """.unicodeScalars.map { UInt8($0.value) }))
  }
}
