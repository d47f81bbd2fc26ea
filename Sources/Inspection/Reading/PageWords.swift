/// A word of a page and its place, as `pdftotext` of poppler-utils finds them.
package struct PageWord: Hashable, Sendable {
  /// The word.
  package let text: String
  /// Its place.
  package let area: Area
  /// The line that it stands in, counted over the page from 0.
  package let line: Int

  /// A word at a place.
  package init(_ text: String, area: Area, line: Int) {
    self.text = text
    self.area = area
    self.line = line
  }
}

/// The words of a page in reading order.
package struct PageWords: Hashable, Sendable {
  /// The page's extent as it is seen.
  package var size: Area
  /// Its words.
  package var words: [PageWord]

  /// A page of such words.
  package init(size: Area, words: [PageWord]) {
    self.size = size
    self.words = words
  }

  /// The words of each page of a PDF.
  ///
  /// - Throws: ``ToolFault`` where poppler is missing, cannot read the file or takes too long.
  package static func read(
    _ pdf: [UInt8], limits: Tool.Limits = Tool.Limits()
  ) throws(ToolFault) -> [PageWords] {
    let tool = try Tool("pdftotext", from: "poppler-utils", limits: limits)
    let output = try tool.output(of: ["-q", "-cropbox", "-bbox-layout", "-", "-"], reading: pdf)
    return parse(String(decoding: output, as: UTF8.self))
  }

  /// Reads the pages that `pdftotext -bbox-layout` writes, one element a line, in points.
  static func parse(_ xhtml: String) -> [PageWords] {
    var pages: [PageWords] = []
    var line = -1
    for row in xhtml.split(separator: "\n") {
      let row = row.drop { $0 == " " }
      if row.hasPrefix("<page ") {
        let (width, height) = (attribute("width", of: row), attribute("height", of: row))
        pages.append(
          PageWords(size: Area(x: 0, y: 0, width: width, height: height), words: []))
        line = -1
      } else if row.hasPrefix("<line ") {
        line += 1
      } else if row.hasPrefix("<word "), !pages.isEmpty {
        let area = Area(
          left: attribute("xMin", of: row), top: attribute("yMin", of: row),
          right: attribute("xMax", of: row), bottom: attribute("yMax", of: row))
        pages[pages.count - 1].words.append(
          PageWord(content(of: row), area: area, line: max(0, line)))
      }
    }
    return pages
  }

  /// An attribute in points as millimetres; 0 where it is missing.
  private static func attribute(_ name: String, of row: Substring) -> Double {
    guard let start = row.firstRange(of: " \(name)=\"")?.upperBound,
      let end = row[start...].firstIndex(of: "\"")
    else { return 0 }
    return (Double(row[start..<end]) ?? 0) * millimetresAPoint
  }

  /// What stands between the tags of a row.
  private static func content(of row: Substring) -> String {
    guard let start = row.firstIndex(of: ">"), let end = row.lastIndex(of: "<"), start < end else {
      return ""
    }
    var text = String(row[row.index(after: start)..<end])
    guard text.contains("&") else { return text }
    for (entity, character) in [
      ("&lt;", "<"), ("&gt;", ">"), ("&quot;", "\""), ("&apos;", "'"), ("&amp;", "&"),
    ] { text = text.replacing(entity, with: character) }
    return text
  }
}
