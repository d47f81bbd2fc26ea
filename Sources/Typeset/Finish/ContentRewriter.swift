import PDFFile

/// Writes a page's content anew: tags get their meaning, equal parts of red, green and blue become
/// grey, for paper what is nearly black becomes black, and everything else stays as it is.
struct ContentRewriter {
  /// What to write for the marked-content sequences that have an identifier, in their order.
  let marks: [[UInt8]]
  /// Whether the text that Cairo gives to single glyphs of a sequence is left out: where the whole
  /// sequence has text of its own, or is read from right to left.
  let dropsInner: [Bool]
  /// Whether what is nearly black is made of black ink alone, without dots.
  var isForPaper = false
  /// How many such sequences were met.
  private(set) var count = 0

  /// For each open sequence, whether its end is left out.
  private var dropsEnd: [Bool] = []
  private var isDropping = false

  init(marks: [[UInt8]] = [], dropsInner: [Bool] = []) {
    self.marks = marks
    self.dropsInner = dropsInner
  }

  mutating func rewrite(_ bytes: [UInt8]) -> [UInt8] {
    var output: [UInt8] = []
    output.reserveCapacity(bytes.count + marks.count * 16)
    var copied = 0
    func replace(_ range: Range<Int>, with new: some Sequence<UInt8>) {
      output.append(contentsOf: bytes[copied..<range.lowerBound])
      output.append(contentsOf: new)
      copied = range.upperBound
    }
    var scanner = ContentScanner(bytes)
    var operation = ContentScanner.Operation()
    while scanner.next(into: &operation) {
      if scanner.matches(operation.name, "BDC") || scanner.matches(operation.name, "BMC") {
        if operation.hasContentID {
          if count < marks.count { replace(operation.range, with: marks[count]) }
          isDropping = count < dropsInner.count && dropsInner[count]
          count += 1
          dropsEnd.append(false)
        } else {
          if isDropping { replace(operation.range, with: []) }
          dropsEnd.append(isDropping)
        }
      } else if scanner.matches(operation.name, "EMC") {
        if dropsEnd.popLast() == true { replace(operation.range, with: []) }
        if dropsEnd.isEmpty { isDropping = false }
      } else if isForPaper, let black = Self.black(operation, bytes, scanner) {
        replace(operation.range, with: Array(black.utf8))
      } else if let gray = scanner.gray(operation) {
        let name = scanner.matches(operation.name, "rg") ? " g" : " G"
        replace(operation.range, with: Array(bytes[gray]) + Array(name.utf8))
      }
    }
    output.append(contentsOf: bytes[copied...])
    return output
  }

  /// The operator for black in place of one for a colour that is nearly black; nil for others.
  private static func black(
    _ operation: ContentScanner.Operation, _ bytes: [UInt8], _ scanner: ContentScanner
  ) -> String? {
    let isFill = scanner.matches(operation.name, "rg") || scanner.matches(operation.name, "g")
    guard isFill || scanner.matches(operation.name, "RG") || scanner.matches(operation.name, "G")
    else { return nil }
    let isDark = operation.operands.allSatisfy {
      Double(String(decoding: bytes[$0], as: UTF8.self)).map { $0 <= Color.nearBlack } ?? false
    }
    guard isDark, !operation.operands.isEmpty else { return nil }
    return isFill ? "0 g" : "0 G"
  }
}
