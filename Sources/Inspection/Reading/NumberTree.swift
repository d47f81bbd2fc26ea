import PDFFile

/// A tree of values by numbers (ISO 32000-1, 7.9.7).
enum NumberTree {
  /// All values of a tree, however deep, each node once.
  static func read(_ root: PDFValue?, in pdf: InspectedPDF) -> [Int: PDFValue] {
    var values: [Int: PDFValue] = [:]
    var seen: Set<Int> = []
    var waiting = [root ?? .null]
    while let next = waiting.popLast(), values.count < 1_000_000 {
      if case .reference(let reference) = next, !seen.insert(reference.index).inserted { continue }
      guard let node = pdf.dictionary(next) else { continue }
      let pairs = pdf.items(node["Nums"])
      for index in stride(from: 0, to: pairs.count - 1, by: 2) {
        if let number = pdf.integer(pairs[index]) { values[number] = pairs[index + 1] }
      }
      waiting += pdf.items(node["Kids"])
    }
    return values
  }
}
