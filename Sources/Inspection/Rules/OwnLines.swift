/// Tells the lines that are a letter's own from those that stand on each of its pages.
enum OwnLines {
  /// The lines of each page without those that come again in the same place on another page, those
  /// that differ from such a one in figures alone, and those that are artifacts.
  static func find(in pages: [[TextLine]], _ contents: [PageContent]) -> [[TextLine]] {
    pages.enumerated().map { index, lines in
      let others = pages.enumerated().filter { $0.offset != index }.flatMap(\.element)
      let places = Dictionary(grouping: others) { key($0) }
      let artifacts = contents[index].pieces.filter { $0.mark.isArtifact }.compactMap(\.area)
        .prefix(2000)
      return lines.filter { line in
        if artifacts.contains(where: { $0.holds(line.area, give: 0.5) }) { return false }
        return !(places[key(line)] ?? []).contains { abs($0.area.left - line.area.left) < 1 }
      }
    }
  }

  /// A line's words without figures, and its height on the page in millimetres.
  private static func key(_ line: TextLine) -> String {
    line.text.filter { !$0.isNumber } + "@\(Int(line.area.bottom.rounded()))"
  }
}
