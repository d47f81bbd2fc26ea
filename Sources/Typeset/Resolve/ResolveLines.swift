/// Where the lines of a frame belong.
struct LineHome {
  /// The part of the letter that they are of.
  var owner: Owner
  /// The list of labels with what they say, while one line of it follows another.
  var list: ElementID? = nil
}

/// A line of a frame as it is set, which may be a label above its text.
struct SetLine {
  var blocks: [FlowBlock]
  var tellsPage: Bool
}

/// A group of a frame with its lines filled; nil where none is left.
struct FilledGroup: Hashable, Sendable {
  var all: FixedFrame.Group?
  /// Its lines but for those that tell of pages.
  var pageless: FixedFrame.Group?
}

extension Resolver {
  /// A line of a frame; nil if the letter lacks a field of it.
  mutating func line(
    _ line: LayoutLine, _ frame: LayoutFrame, _ home: inout LineHome
  ) -> SetLine? {
    guard holds(line.condition) else { return nil }
    switch line.content {
    case .rule(let rule):
      return SetLine(
        blocks: [
          .rule(
            RulePlan(
              width: frame.rect.size.width, thickness: rule.thickness, color: rule.color,
              spaceBefore: .pt(2), spaceAfter: .pt(2)))
        ], tellsPage: false)
    case .image(let image):
      home.list = nil
      return self.image(image, frame, home.owner).map {
        SetLine(blocks: [.image($0)], tellsPage: false)
      }
    case .text(let words): return textLine(words[language.tag], line, frame, &home)
    }
  }

  private mutating func textLine(
    _ template: Template, _ line: LayoutLine, _ frame: LayoutFrame, _ home: inout LineHome
  ) -> SetLine? {
    guard template.fields.allSatisfy({ values[$0] != nil }) else { return nil }
    let style = layout.styles[line.style ?? frame.style]
    let parted = line.label == nil ? template.parted : nil
    let owners =
      // A page's number belongs to the page; read aloud it would interrupt the letter.
      template.tellsPage
      ? LineOwners(both: .artifact(artifact(frame.kind)))
      : self.owners(&home, hasLabel: line.label != nil || parted != nil)
    let labelLook = context(style, owners.label)
    var look = context(style, owners.text)
    if let uri = line.link { look.owner = add(.link(uri: uri), under: owners.text) }
    var blocks: [FlowBlock] = []
    var labelPlan: LabelPlan?
    var inlines = parted.map { fill($0.label, labelLook) } ?? []
    if let label = line.label {
      let labelStyle = layout.styles[.label]
      let labelInlines = fill(label, context(labelStyle, owners.label)) ?? []
      switch frame.labels {
      case .inline: inlines = labelInlines + [raw(.text(" "), labelLook, nil)]
      case .above:
        let place = label[language.tag].place
        blocks.append(
          .paragraph(paragraph(.fixed(in: frame.name), labelInlines, labelStyle, at: place)))
      case .beside(let width): labelPlan = LabelPlan(inlines: labelInlines, x: .zero, width: width)
      }
    }
    inlines += fill(
      parted?.text ?? template, look, linking: frame.hasLinks && line.link == nil)
    var plan = paragraph(.fixed(in: frame.name), inlines, style, at: template.place)
    plan.label = labelPlan
    plan.indentLeft += labelPlan?.width ?? .zero
    return SetLine(blocks: blocks + [.paragraph(plan)], tellsPage: template.tellsPage)
  }

  /// What the label of a line and the rest of it belong to.
  private struct LineOwners {
    var label: Owner
    var text: Owner

    init(label: Owner, text: Owner) { (self.label, self.text) = (label, text) }

    init(both: Owner) { (label, text) = (both, both) }
  }

  /// Makes elements for a line: a paragraph, or an item of the list that lines with labels are.
  private mutating func owners(_ home: inout LineHome, hasLabel: Bool) -> LineOwners {
    guard hasLabel, case .element(let section) = home.owner else {
      home.list = nil
      return LineOwners(both: add(.paragraph, under: home.owner))
    }
    let list = home.list ?? add(.list(.none), under: section)
    home.list = list
    let item = add(.listItem, under: list)
    return LineOwners(
      label: .element(add(.label, under: item)), text: .element(add(.listBody, under: item)))
  }

  private mutating func image(
    _ image: LayoutImage, _ frame: LayoutFrame, _ owner: Owner
  ) -> ImagePlan? {
    let path = image.path[language.tag]
    let words = image.alternative[language.tag]
    let alternative = words.value
    guard let resource = read(path, of: .layout) else { return nil }
    checkWords(ofPicture: alternative, from: path.value, at: words.place)
    var imageOwner = Owner.artifact(.layout)
    if !alternative.isEmpty, case .element(let parent) = owner {
      let figure = add(.figure, under: parent)
      tree[figure].alternative = alternative
      imageOwner = .element(figure)
    } else if !alternative.isEmpty, frame.isContent {
      let figure = add(.figure, under: StructureTree.root)
      tree[figure].alternative = alternative
      imageOwner = .element(figure)
    }
    let room = Size(
      width: image.width ?? frame.rect.size.width, height: image.height ?? frame.rect.size.height)
    return ImagePlan(
      image: resource, size: resource.size(within: room), alignment: image.alignment,
      part: part(imageOwner), resolution: layout.images.resolution, place: path.place)
  }
}
