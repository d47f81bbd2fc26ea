extension Resolver {
  /// Reads an image; what is wrong with it is collected.
  mutating func read(
    _ path: Located<String>, of owner: LetterAssets.Origin = .letter
  ) -> ImageResource? {
    do {
      let image = try images.read(path, of: owner)
      for warning in image.warnings(at: path.place) where !problems.all.contains(warning) {
        problems.add(warning)
      }
      return image
    } catch {
      problems.add(error.all)
      return nil
    }
  }

  /// An image of the body, with its title as caption.
  mutating func figure(_ image: Image, _ context: BlockContext) -> [FlowBlock] {
    let path = Located(value: image.path, place: image.place)
    guard let resource = read(path) else { return [] }
    let room = measure - context.indentLeft - context.indentRight
    checkWords(ofPicture: image.alternative, from: image.path, at: image.place)
    let wanted = ImageAttributes(image, room: room, &problems)
    // With its caption it is a part of its own, whose last child the caption is (ISO 14289-2,
    // 8.2.5.27).
    let parent = image.title.isEmpty ? context.parent : add(.section, under: context.parent)
    let owner = image.link.map { add(.link(uri: $0), under: parent) } ?? parent
    let element = add(.figure, under: owner)
    // What it lacks is told when the standard is known that asks for it.
    if !image.alternative.isEmpty { tree[element].alternative = image.alternative }
    tree[element].place = image.place
    if image.link != nil { tree.note(image.alternative, in: owner) }
    let gap = layout.styles[.text].spaceAfter
    let tallest = layout.regions.next.size.height * 0.9
    let limit = Size(
      width: wanted.width ?? room * layout.images.maxWidth,
      height: min(wanted.height ?? tallest, tallest))
    let isAsked = wanted.width != nil || wanted.height != nil
    let size = isAsked ? resource.size(within: limit) : resource.naturalSize(within: limit)
    var plan = ImagePlan(
      image: resource, size: size, alignment: wanted.alignment ?? layout.images.alignment,
      part: part(.element(element)), resolution: layout.images.resolution,
      indentLeft: context.indentLeft, indentRight: context.indentRight, spaceBefore: gap,
      spaceAfter: gap, place: image.place)
    guard !image.title.isEmpty else { return [.image(plan)] }
    plan.spaceAfter = .pt(4)
    plan.keep.next = .heading
    var caption = paragraph(
      .caption, Located(value: image.title, place: image.place), .caption,
      under: parent, as: .caption)
    caption.spaceAfter = gap
    caption.style.alignment = plan.alignment
    caption.indentLeft += context.indentLeft
    caption.indentRight += context.indentRight
    return [.image(plan), .paragraph(caption)]
  }
}

/// What `{width=80mm align=center}` after an image asks for.
struct ImageAttributes {
  var width: Length?
  var height: Length?
  var alignment: ParagraphStyle.Alignment?

  init(_ image: Image, room: Length, _ problems: inout DiagnosticCollector) {
    for (key, value) in image.attributes.sorted(by: { $0.key < $1.key }) {
      switch key {
      case "width": width = length(value, key, image.place, room, &problems)
      case "height": height = length(value, key, image.place, .mm(1000), &problems)
      case "align":
        alignment = ParagraphStyle.Alignment(rawValue: value)
        if alignment == nil || alignment == .justify {
          problems.add(
            .error(
              .attribute, "align is \(quoted(value)), not left, center or right", at: image.place,
              hint: "write align=left, align=center or align=right"))
        }
      default:
        problems.add(
          .error(
            .attribute, "the attribute \(quoted(key)) means nothing for an image", at: image.place,
            hint: "use width, as {width=80mm}, or align, as {align=center}"))
      }
    }
  }

  /// A length that there is room for.
  private func length(
    _ value: String, _ key: String, _ place: SourceRange, _ most: Length,
    _ problems: inout DiagnosticCollector
  ) -> Length? {
    let node = SourceNode(value: .scalar(value, isQuoted: true), range: place)
    guard let length = node.length(as: key, &problems)?.value else { return nil }
    if length <= .zero || length > most {
      problems.add(
        .error(
          .attribute,
          "\(key) is \(quoted(value)), which is not between 0 and \(shownMillimetres(most))",
          at: place, hint: "write a length that fits the column"))
      return nil
    }
    return length
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
