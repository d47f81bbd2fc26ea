extension RenderOptions {
  /// Reads the plainest command lines, which are nearly all: `render`, a letter, and options that
  /// take a path or word, each once.
  ///
  /// They mean the same to ``Render``, which reads all others and says what is wrong with them. But
  /// swift-argument-parser finds its options by reflection, which takes a tenth of the time that
  /// a letter takes.
  ///
  /// - Returns: nil for any other command line.
  init?(plain arguments: [String]) {
    self.init()
    guard arguments.first == "render" else { return nil }
    var rest = arguments.dropFirst()
    while let argument = rest.popFirst() {
      if Self.isValue(argument) {
        guard letter.isEmpty else { return nil }
        letter = argument
        continue
      }
      guard let value = rest.popFirst(), Self.isValue(value) else { return nil }
      let isTaken: Bool
      switch argument {
      case "-o", "--output": isTaken = Self.fill(&output, value)
      case "--layout": isTaken = Self.fill(&layout, value)
      case "--date": isTaken = Self.fill(&date, value)
      case "--language": isTaken = Self.fill(&language, value)
      case "--resources": isTaken = Self.fill(&resources, value)
      default: isTaken = false
      }
      guard isTaken else { return nil }
    }
    guard !letter.isEmpty else { return nil }
  }

  /// Whether an argument can be nothing but a value.
  private static func isValue(_ argument: String) -> Bool {
    !argument.isEmpty && argument.utf8.first != UInt8(ascii: "-")
  }

  private static func fill(_ option: inout String?, _ value: String) -> Bool {
    defer { option = value }
    return option == nil
  }
}
