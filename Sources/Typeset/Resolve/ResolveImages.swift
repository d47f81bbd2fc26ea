extension Resolver {
  /// Reads an image; what is wrong with it is collected.
  mutating func read(
    _ path: Located<String>, of owner: ImageFolders.Owner = .letter
  ) -> ImageResource? {
    do {
      return try images.read(path, of: owner)
    } catch {
      problems.add(error.all)
      return nil
    }
  }

  /// An image of the body, with its title as caption.
  mutating func figure(_ image: Image, _ context: BlockContext) -> [FlowBlock] {
    let path = Located(value: image.path, place: image.place)
    if image.alternative.isEmpty {
      problems.add(
        .error(
          "the image \(quoted(image.path)) has no text for those who cannot see it",
          at: image.place, hint: "write what it shows between the brackets: ![…](\(image.path))"))
    }
    guard let resource = read(path) else { return [] }
    let room = measure - context.indentLeft - context.indentRight
    let wanted = ImageAttributes(image, room: room, &problems)
    let element = add(.figure, under: context.parent)
    tree[element].alternative = image.alternative
    let gap = layout.styles[.text].spaceAfter
    let limit = Size(
      width: wanted.width ?? room * layout.images.maxWidth,
      height: layout.regions.next.size.height * 0.9)
    let size =
      wanted.width == nil ? resource.naturalSize(within: limit) : resource.size(within: limit)
    var plan = ImagePlan(
      image: resource, size: size, alignment: wanted.alignment ?? layout.images.alignment,
      part: part(.element(element)), resolution: layout.images.resolution, spaceBefore: gap,
      spaceAfter: gap, place: image.place)
    guard !image.title.isEmpty else { return [.image(plan)] }
    plan.spaceAfter = .pt(4)
    plan.keep.withNext = true
    var caption = paragraph(
      .caption, Located(value: image.title, place: image.place), .caption,
      under: context.parent, as: .caption)
    caption.spaceAfter = gap
    return [.image(plan), .paragraph(caption)]
  }
}

/// What `{width=80mm align=center}` after an image asks for.
private struct ImageAttributes {
  var width: Length?
  var alignment: ParagraphStyle.Alignment?

  init(_ image: Image, room: Length, _ problems: inout DiagnosticCollector) {
    for (key, value) in image.attributes.sorted(by: { $0.key < $1.key }) {
      switch key {
      case "width": readWidth(value, image.place, room, &problems)
      case "align":
        alignment = ParagraphStyle.Alignment(rawValue: value)
        if alignment == nil || alignment == .justify {
          problems.add(
            .error(
              "align is \(quoted(value)), not left, center or right", at: image.place,
              hint: "write align=left, align=center or align=right"))
        }
      default:
        problems.add(
          .error(
            "the attribute \(quoted(key)) means nothing for an image", at: image.place,
            hint: "use width, as {width=80mm}, or align, as {align=center}"))
      }
    }
  }

  private mutating func readWidth(
    _ value: String, _ place: SourceRange, _ room: Length, _ problems: inout DiagnosticCollector
  ) {
    if value.hasSuffix("%"), let share = decimal(value.dropLast()), share > 0, share <= 100 {
      width = room * (share / 100)
      return
    }
    let node = SourceNode(value: .scalar(value, isQuoted: true), range: place)
    guard let length = node.length(as: "width", &problems)?.value else { return }
    if length <= .zero || length > room {
      problems.add(
        .error(
          "width is \(quoted(value)), but the column is \(millimetres(room)) wide", at: place,
          hint: "write a width from 1mm to \(millimetres(room))"))
      return
    }
    width = length
  }
}

extension ImageResource {
  /// The largest size within some room that keeps the image's proportions.
  func size(within room: Size) -> Size {
    let factor = min(
      room.width.points / Double(pixelWidth), room.height.points / Double(pixelHeight))
    return Size(width: .pt(Double(pixelWidth) * factor), height: .pt(Double(pixelHeight) * factor))
  }

  /// The size at 96 dots per inch, or smaller where there is less room.
  func naturalSize(within room: Size) -> Size {
    let natural = Size(
      width: .pt(Double(pixelWidth) * 0.75), height: .pt(Double(pixelHeight) * 0.75))
    return natural.width <= room.width && natural.height <= room.height
      ? natural : size(within: room)
  }
}
