import LineBreaking

/// A table cell as its words, for counting the lines it takes in a column of any width.
struct CellText: Hashable, Sendable {
  /// A word with the white before it, and its pieces where it may be divided.
  struct Word: Hashable, Sendable {
    var space = 0.0
    var width = 0.0
    var divisions: [Division] = []
  }

  /// A place within a word: the width before it, of its hyphen, and what dividing there costs.
  struct Division: Hashable, Sendable {
    let end: Double
    let hyphen: Double
    let cost: Double
  }

  /// One list of words for each stretch between line ends that the author made.
  private(set) var lines: [[Word]] = []
  /// The indents of its paragraphs, which the column has to hold as well.
  let indent: Double

  init(_ paragraphs: [[BreakItem]], indent: Double = 0) {
    self.indent = indent
    for items in paragraphs { add(items) }
  }

  private mutating func add(_ items: [BreakItem]) {
    var line: [Word] = []
    var word = Word()
    var isTied = false
    func close() {
      if word.width > 0 { line.append(word) }
      word = Word()
    }
    for item in items {
      switch item {
      case .box(let width):
        word.width += width
        isTied = false
      case .glue(let width, _, _):
        if isTied {
          word.width += width
        } else {
          close()
          word.space = line.isEmpty ? 0 : width
        }
        isTied = false
      case .penalty(let width, let cost, let isFlagged, _):
        isTied = cost >= BreakItem.infinity
        if cost <= -BreakItem.infinity {
          close()
          lines.append(line)
          line = []
        } else if !isTied, isFlagged || word.width > 0, cost > 0 {
          word.divisions.append(Division(end: word.width, hyphen: width, cost: cost))
        }
      }
    }
    close()
    lines.append(line)
  }

  /// The column that its widest word needs to stand whole.
  var widestWord: Double { indent + lines.joined().reduce(0) { max($0, $1.width) } }

  /// The width on as many lines as the author made.
  var natural: Double {
    indent
      + lines.reduce(0) { most, line in max(most, line.reduce(0) { $0 + $1.space + $1.width }) }
  }

  /// The lines it takes in a width, and what its divisions cost: a word is divided only where it is
  /// wider than its column.
  func extent(in width: Double) -> (lines: Int, faults: Double) {
    let width = width - indent
    var (count, faults) = (0, 0.0)
    for line in lines {
      count += 1
      var used = 0.0
      for word in line {
        let space = used > 0 ? word.space : 0
        if used + space + word.width <= width + BreakCosts.rounding {
          used += space + word.width
          continue
        }
        if used > 0 { count += 1 }
        let (more, cost, rest) = Self.divide(word, width)
        count += more
        faults += cost
        used = rest
      }
    }
    return (count, faults)
  }

  /// The further lines of a word that begins a line, what dividing it costs, and the width of its
  /// last piece.
  private static func divide(_ word: Word, _ width: Double) -> (Int, Double, Double) {
    var (lines, faults, start) = (0, 0.0, 0.0)
    while word.width - start > width + BreakCosts.rounding {
      let fitting = word.divisions.last {
        $0.end > start && $0.end + $0.hyphen - start <= width + BreakCosts.rounding
      }
      guard let division = fitting ?? word.divisions.first(where: { $0.end > start }) else {
        return (lines, faults + 100, word.width - start)
      }
      faults += fitting == nil ? 100 : division.cost <= 60 ? 0.5 : division.cost <= 150 ? 1 : 2
      lines += 1
      start = division.end
    }
    return (lines, faults, word.width - start)
  }
}
