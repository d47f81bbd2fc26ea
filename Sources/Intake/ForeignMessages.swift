package import PDFFile

extension ForeignFile: Message {
  package func write(to writer: inout MessageWriter) {
    writer.reserve(weight)
    writer.append(pages, structure, language, flaws, colors, objects)
  }

  /// Reads a file; one whose parts name what is not there is none.
  package init(from reader: inout MessageReader) throws(BrokenMessage) {
    self.init(
      pages: try [Page](from: &reader), structure: try ForeignStructure?(from: &reader),
      language: try String?(from: &reader), flaws: try ImportFlaws(from: &reader),
      colors: try ForeignColors(from: &reader), objects: try PDFFragment(from: &reader))
    guard isSound else { throw BrokenMessage() }
  }
}

extension ForeignFile {
  /// About as many bytes as its content and its objects take.
  private var weight: Int {
    let streams = objects.objects.reduce(0) { sum, object in
      if case .stream(_, let bytes) = object { sum + bytes.count + 200 } else { sum + 200 }
    }
    return pages.reduce(streams) { $0 + $1.content.count + 200 }
  }
}

extension ForeignFile.Page: Message {
  package func write(to writer: inout MessageWriter) {
    writer.append(
      extent.width, extent.height, box, matrix, content, resources, group, owners)
  }

  package init(from reader: inout MessageReader) throws(BrokenMessage) {
    self.init(
      extent: PageExtent(width: try Double(from: &reader), height: try Double(from: &reader)),
      box: try [Double](from: &reader), matrix: try PageMatrix(from: &reader),
      content: try [UInt8](from: &reader), resources: try PDFReference(from: &reader),
      group: try PDFReference?(from: &reader), owners: try [Int](from: &reader))
  }
}

extension PageMatrix: Message {
  package func write(to writer: inout MessageWriter) { writer.append(numbers) }

  package init(from reader: inout MessageReader) throws(BrokenMessage) {
    guard let matrix = PageMatrix(try [Double](from: &reader)) else { throw BrokenMessage() }
    self = matrix
  }
}

extension ImportFlaws: Message {
  package func write(to writer: inout MessageWriter) {
    writer.append(look, fonts, text, tags, oldTags)
  }

  package init(from reader: inout MessageReader) throws(BrokenMessage) {
    self.init(
      look: try String?(from: &reader), fonts: try String?(from: &reader),
      text: try String?(from: &reader), tags: try String?(from: &reader))
    oldTags = try String?(from: &reader)
  }
}

extension ForeignColors: Message {
  package func write(to writer: inout MessageWriter) {
    writer.append(overprints, hasInkProfile, inks)
  }

  package init(from reader: inout MessageReader) throws(BrokenMessage) {
    self.init(
      overprints: try Bool(from: &reader), hasInkProfile: try Bool(from: &reader),
      inks: try [Ink](from: &reader))
  }
}

extension ForeignColors.Ink: Message {
  package func write(to writer: inout MessageWriter) { writer.append(name, made) }

  package init(from reader: inout MessageReader) throws(BrokenMessage) {
    self.init(name: try String(from: &reader), made: try PDFFragment(from: &reader))
  }
}

// MARK: Structure

extension ForeignStructure: Message {
  package func write(to writer: inout MessageWriter) { writer.append(elements, roots, forms) }

  package init(from reader: inout MessageReader) throws(BrokenMessage) {
    self.init(
      elements: try [Element](from: &reader), roots: try [Int](from: &reader),
      forms: try [Form](from: &reader))
  }
}

extension ForeignStructure.Element: Message {
  package func write(to writer: inout MessageWriter) {
    writer.append(type, parent, kids, page, texts, language, name, attributes)
  }

  package init(from reader: inout MessageReader) throws(BrokenMessage) {
    self.init(
      type: try String(from: &reader), parent: try Int?(from: &reader),
      kids: try [ForeignStructure.Kid](from: &reader), page: try Int?(from: &reader),
      texts: try PDFDictionary(from: &reader), language: try [UInt8]?(from: &reader),
      name: try [UInt8]?(from: &reader), attributes: try [PDFDictionary](from: &reader))
  }
}

extension ForeignStructure.Kid: Message {
  package func write(to writer: inout MessageWriter) {
    switch self {
    case .element(let index): writer.append(UInt8(0), index)
    case .content(let page, let id): writer.append(UInt8(1), page, id)
    case .part(let form, let page, let id): writer.append(UInt8(2), form, page, id)
    case .link(let link): writer.append(UInt8(3), link)
    }
  }

  package init(from reader: inout MessageReader) throws(BrokenMessage) {
    switch try reader.byte() {
    case 0: self = .element(try Int(from: &reader))
    case 1: self = .content(page: try Int(from: &reader), id: try Int(from: &reader))
    case 2:
      self = .part(
        of: try PDFReference(from: &reader), page: try Int(from: &reader),
        id: try Int(from: &reader))
    case 3: self = .link(try ForeignStructure.Link(from: &reader))
    default: throw BrokenMessage()
    }
  }
}

extension ForeignStructure.Link: Message {
  package func write(to writer: inout MessageWriter) {
    writer.append(page, rect, address, contents)
  }

  package init(from reader: inout MessageReader) throws(BrokenMessage) {
    self.init(
      page: try Int(from: &reader), rect: try [Double](from: &reader),
      address: try [UInt8](from: &reader), contents: try [UInt8](from: &reader))
  }
}

extension ForeignStructure.Form: Message {
  package func write(to writer: inout MessageWriter) { writer.append(form, owners) }

  package init(from reader: inout MessageReader) throws(BrokenMessage) {
    self.init(form: try PDFReference(from: &reader), owners: try [Int](from: &reader))
  }
}
