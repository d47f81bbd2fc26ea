/// What stands in the column without being divided: rows, images, rules.
extension ColumnSetter {
  /// Sets blocks side by side as one slug: names stand level below the room for ink.
  func setRow(_ plan: RowPlan) -> Slug {
    let width = plan.width(in: self.width)
    let column = ColumnSetter(shaper: shaper, width: width, room: room, page: page)
    let images = plan.cells.map { $0.image.map { $0.placed(within: width) } }
    let ink =
      zip(plan.cells, images).map { max($0.spaceForInk, $1?.size.height ?? .zero) }.max() ?? .zero
    let least =
      zip(plan.cells, images).map { max($0.leastSpaceForInk, $1?.size.height ?? .zero) }.max()
      ?? .zero
    var slug = Slug(
      height: .zero, items: [], box: plan.box, isClosing: plan.isClosing,
      inkGives: max(.zero, ink - least), start: ColumnPlace(block: 0), place: plan.place)
    for (index, (cell, image)) in zip(plan.cells, images).enumerated() {
      let x = (width + plan.gap) * Double(index)
      if let image {
        // The scanned signature stands on the floor of the room for ink.
        slug.items.append(
          Placed(
            item: .image(image), origin: Point(x: x, y: max(.zero, ink - image.size.height))))
      }
      let stack = Stack(column.set(cell.blocks))
      slug.items += stack.items.moved(by: Point(x: x, y: ink))
      slug.height = max(slug.height, ink + stack.height)
      slug.problems += stack.problems
      slug.isOverfull = slug.isOverfull || stack.isOverfull
    }
    return slug
  }

  /// Sets an image at its place in the column, made narrower if it is wider than that.
  func setImage(_ plan: ImagePlan) -> Slug {
    let room = width - plan.indentLeft - plan.indentRight
    let image = plan.placed(within: room)
    let slack = room - image.size.width
    let x: Length =
      switch plan.alignment {
      case .left, .justify: .zero
      case .center: slack / 2
      case .right: slack
      }
    return Slug(
      height: image.size.height,
      items: [Placed(item: .image(image), origin: Point(x: plan.indentLeft + x, y: .zero))],
      lines: 3, start: ColumnPlace(block: 0), place: plan.place)
  }

  /// Sets a rule across the column.
  func setRule(_ plan: RulePlan) -> Slug {
    let room = width - plan.indentLeft - plan.indentRight
    return Slug(
      height: plan.thickness,
      items: [
        Placed(
          item: .rule(
            Rule(
              size: Size(
                width: max(.zero, min(plan.width ?? room, room)), height: plan.thickness),
              color: plan.color, part: .artifact(.layout))),
          origin: Point(x: plan.indentLeft, y: .zero))
      ],
      lines: 0, start: ColumnPlace(block: 0))
  }
}

extension ImagePlan {
  /// The image no wider than a room.
  fileprivate func placed(within room: Length) -> PlacedImage {
    let factor = size.width > room ? max(.zero, room) / size.width : 1
    return PlacedImage(
      image: image, size: Size(width: size.width * factor, height: size.height * factor),
      resolution: resolution, part: part, place: place)
  }
}
