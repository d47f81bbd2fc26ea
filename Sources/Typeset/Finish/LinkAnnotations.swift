import PDFFile

/// Gives links their annotations: one for each line that a link spans.
struct LinkAnnotations {
  let structure: StructureTree
  let geometry: ContentGeometry
  let pageSizes: [Size]

  /// Adds the annotations to their pages and to the builder.
  ///
  /// - Returns: the element of each annotation, in the order of their `StructParent` keys.
  func write(
    into body: inout PDFBody, _ builder: inout StructureBuilder
  ) -> [ElementID] {
    var owners: [ElementID] = []
    var lists: [Int: [PDFValue]] = [:]
    for (index, element) in structure.elements.enumerated() {
      guard case .link(let uri) = element.role else { continue }
      let id = ElementID(index)
      let areas = (geometry.linkAreas[id] ?? []).filter { body.pages.indices.contains($0.page) }
      guard !areas.isEmpty else { continue }
      let (address, description) = (Self.ascii(uri), description(of: id, uri))
      for area in areas {
        let annotation = body.add([
          "Type": .name("Annot"), "Subtype": .name("Link"),
          "Rect": area.rect.value(on: pageSizes[area.page]),
          // Print (ISO 19005-2, 6.3.2); no border, for the text itself shows the link.
          "F": 4, "Border": [0, 0, 0],
          "A": ["S": .name("URI"), "URI": .bytes(address)],
          "Contents": .text(description),
          "StructParent": .integer(body.pages.count + owners.count),
        ])
        owners.append(id)
        lists[area.page, default: []].append(.reference(annotation))
        builder.add(annotation, on: area.page, to: id, order: area.order)
      }
    }
    for (page, list) in lists { body.set(body.pages[page], "Annots", .array(list)) }
    return owners
  }

  /// The most characters of a description, which stands with each line of the link.
  private static let longest = 500

  /// What the link is, in words (ISO 14289-1, 7.18.5).
  private func description(of link: ElementID, _ uri: String) -> String {
    let words = structure[link].spokenWords
    let text = words.count > Self.longest ? words.prefix(Self.longest) + "…" : words
    let bare =
      text.utf8.allSatisfy { (0x21...0x7E).contains($0) }
      ? text : text.filter { !$0.isWhitespace }
    return bare.isEmpty || uri.hasSuffix(bare) || uri.hasSuffix(bare + "/")
      ? uri : "\(text) (\(uri))"
  }

  /// A URI in seven bits (ISO 32000-1, 12.6.4.7): other characters in percent.
  private static func ascii(_ uri: String) -> [UInt8] {
    let digits = Array("0123456789ABCDEF".utf8)
    return uri.utf8.flatMap { byte -> [UInt8] in
      guard byte <= 0x20 || byte >= 0x7F else { return [byte] }
      return [UInt8(ascii: "%"), digits[Int(byte >> 4)], digits[Int(byte & 15)]]
    }
  }
}
