/// Sets the rows of a table as slugs; one that is taller than a page is divided between lines.
struct TableRowSetter {
  let plan: TablePlan
  /// The widths of the columns with their padding.
  let columns: [Length]
  let setter: ColumnSetter

  /// A row of the head.
  func head(_ row: TablePlan.Row, within room: Length) -> [Slug] {
    var parts = body(row, within: room)
    guard let background = plan.headBackground else { return parts }
    for index in parts.indices {
      let size = Size(width: columns.reduce(.zero, +), height: parts[index].height)
      parts[index].items.insert(
        Placed(
          item: .rule(Rule(size: size, color: background, part: .artifact(.layout))),
          origin: Point(x: plan.indentLeft, y: .zero)), at: 0)
    }
    return parts
  }

  /// A row of the body: one slug, or as few as are no taller than a room.
  ///
  /// - Parameter index: the row's number in its table, from 0.
  func body(_ row: TablePlan.Row, at index: Int = 0, within room: Length) -> [Slug] {
    var rest = cells(row)
    var whole = slug(rest, row)
    whole.start = ColumnPlace(block: 0, within: .row(index, cells: nil))
    guard whole.height > room else { return [whole] }
    var parts: [Slug] = []
    while rest.contains(where: { !$0.isEmpty }) {
      let places = parts.isEmpty ? nil : rest.map { $0.first?.start }
      var part: [[Slug]] = []
      for index in rest.indices {
        let count = lines(of: rest[index], within: room - plan.padding.height * 2)
        part.append(Array(rest[index].prefix(count)))
        rest[index].removeFirst(count)
      }
      var made = slug(part, row)
      made.start = ColumnPlace(block: 0, within: .row(index, cells: places))
      parts.append(made)
    }
    return parts
  }

  /// How many lines of a cell fit in a room, at least one.
  private func lines(of cell: [Slug], within room: Length) -> Int {
    var height = Length.zero
    for (index, line) in cell.enumerated() {
      height += line.height + (index > 0 ? line.gapBefore : .zero)
      if height > room { return max(1, index) }
    }
    return cell.count
  }

  /// The lines of each cell.
  private func cells(_ row: TablePlan.Row) -> [[Slug]] {
    columns.indices.map { index in
      guard row.cells.indices.contains(index) else { return [] }
      let white = plan.white(beside: index)
      let width = columns[index] - white.left - white.right
      let blocks = row.cells[index].paragraphs.map { paragraph in
        var aligned = paragraph
        aligned.style.alignment = plan.columns[index]
        aligned.wholeWords = width - paragraph.indents
        return FlowBlock.paragraph(aligned)
      }
      return setter.narrowed(to: width).set(blocks)
    }
  }

  /// Cells side by side.
  private func slug(_ cells: [[Slug]], _ row: TablePlan.Row) -> Slug {
    var slug = Slug(height: .zero, items: [], place: row.place ?? plan.place)
    var x = plan.indentLeft
    for (index, (cell, column)) in zip(cells, columns).enumerated() {
      let stack = Stack(cell)
      let left = x + plan.white(beside: index).left
      slug.items += stack.items.moved(by: Point(x: left, y: plan.padding.height))
      slug.height = max(slug.height, stack.height + plan.padding.height * 2)
      slug.notes += stack.notes
      slug.problems += stack.problems
      slug.isOverfull = slug.isOverfull || stack.isOverfull
      x += column
    }
    return slug
  }
}
