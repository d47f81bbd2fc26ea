/// Sets the rows of a table as slugs; one that is taller than a page is divided between lines.
struct TableRowSetter {
  let plan: TablePlan
  /// The widths of the columns with their padding.
  let columns: [Length]
  let setter: BlockSetter

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
  func body(_ row: TablePlan.Row, within room: Length) -> [Slug] {
    var rest = cells(row)
    let whole = slug(rest, row)
    guard whole.height > room else { return [whole] }
    var parts: [Slug] = []
    while rest.contains(where: { !$0.isEmpty }) {
      var part: [[Slug]] = []
      for index in rest.indices {
        let count = lines(of: rest[index], within: room - plan.padding.height * 2)
        part.append(Array(rest[index].prefix(count)))
        rest[index].removeFirst(count)
      }
      parts.append(slug(part, row))
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
      let blocks = row.cells[index].paragraphs.map { paragraph in
        var aligned = paragraph
        aligned.style.alignment = plan.columns[index]
        return FlowBlock.paragraph(aligned)
      }
      return setter.set(blocks, width: columns[index] - plan.padding.width * 2)
    }
  }

  /// Cells side by side.
  private func slug(_ cells: [[Slug]], _ row: TablePlan.Row) -> Slug {
    var items: [Placed<FrameItem>] = []
    var height = Length.zero
    var x = plan.indentLeft
    for (cell, column) in zip(cells, columns) {
      let (set, used) = setter.stack(cell)
      let origin = Point(x: x + plan.padding.width, y: plan.padding.height)
      items += set.map { Placed(item: $0.item, origin: $0.origin + origin) }
      height = max(height, used + plan.padding.height * 2)
      x += column
    }
    return Slug(
      gapBefore: .zero, height: height, items: items, notes: cells.joined().flatMap(\.notes),
      role: .tableCell, place: row.place ?? plan.place)
  }
}
