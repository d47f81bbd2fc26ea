extension BlockSetter {
  /// Sets columns side by side as one slug: names stand level below the room for ink.
  func setRow(_ plan: RowPlan, page: PageNumbers) -> Slug {
    var items: [Placed<FrameItem>] = []
    var height = Length.zero
    let ink =
      plan.columns.map { max($0.spaceForInk, $0.image?.size.height ?? .zero) }.max() ?? .zero
    for column in plan.columns {
      if let image = column.image {
        // The scanned signature stands on the floor of the room for ink.
        items.append(
          Placed(
            item: .image(
              PlacedImage(
                image: image.image, size: image.size, resolution: image.resolution,
                part: image.part, place: image.place)),
            origin: Point(x: column.x, y: max(.zero, ink - image.size.height))))
      }
      let (frame, used) = stack(set(column.blocks, width: column.width, page: page))
      items += frame.map {
        Placed(
          item: $0.item, origin: $0.origin + Point(x: column.x, y: ink))
      }
      height = max(height, ink + used)
    }
    return Slug(
      gapBefore: .zero, height: height, items: items, lines: 1, role: plan.role,
      place: plan.place)
  }

  /// Puts slugs one below the other.
  func stack(_ slugs: [Slug]) -> (items: [Placed<FrameItem>], height: Length) {
    var items: [Placed<FrameItem>] = []
    var y = Length.zero
    for (index, slug) in slugs.enumerated() {
      if index > 0 { y += slug.gapBefore }
      items += slug.items.map { Placed(item: $0.item, origin: $0.origin + Point(x: .zero, y: y)) }
      y += slug.height
    }
    return (items, y)
  }

  /// Sets an image at its place in the column, made narrower if it is wider than that.
  func setImage(_ plan: ImagePlan, width: Length) -> Slug {
    let room = width - plan.indentLeft - plan.indentRight
    let factor = plan.size.width > room ? max(.zero, room) / plan.size.width : 1
    let size = Size(width: plan.size.width * factor, height: plan.size.height * factor)
    let slack = room - size.width
    let x: Length =
      switch plan.alignment {
      case .left, .justify: .zero
      case .center: slack / 2
      case .right: slack
      }
    return Slug(
      gapBefore: .zero, height: size.height,
      items: [
        Placed(
          item: .image(
            PlacedImage(
              image: plan.image, size: size, resolution: plan.resolution, part: plan.part,
              place: plan.place)),
          origin: Point(x: plan.indentLeft + x, y: .zero))
      ],
      lines: 3, role: .body, place: plan.place)
  }

  /// Sets a rule across the column.
  func setRule(_ plan: RulePlan, width: Length) -> Slug {
    Slug(
      gapBefore: .zero, height: plan.thickness,
      items: [
        Placed(
          item: .rule(
            Rule(
              size: Size(
                width: max(.zero, min(plan.width, width - plan.indentLeft)), height: plan.thickness),
              color: plan.color, part: .artifact(.layout))),
          origin: Point(x: plan.indentLeft, y: .zero))
      ],
      lines: 0, role: .body)
  }
}

extension FlowBlock {
  /// The white above and below.
  var white: (before: Length, after: Length) {
    switch self {
    case .paragraph(let plan): (plan.spaceBefore, plan.spaceAfter)
    case .row(let plan): (plan.spaceBefore, plan.spaceAfter)
    case .table(let plan): (plan.spaceBefore, plan.spaceAfter)
    case .image(let plan): (plan.spaceBefore, plan.spaceAfter)
    case .rule(let plan): (plan.spaceBefore, plan.spaceAfter)
    }
  }

  /// Where the page may break around it.
  var keep: Keep {
    switch self {
    case .paragraph(let plan): plan.keep
    case .row(let plan): plan.keep
    case .table: Keep()
    case .image(let plan): plan.keep
    case .rule(let plan): plan.keep
    }
  }
}
