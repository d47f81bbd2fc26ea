extension LayoutParser {
  /// Reads the frame of a key that names its kind: `sidebar`, `header`, `footer`, `logo`.
  mutating func readFrame(
    _ key: String, _ kind: FrameKind, _ reader: inout MappingReader
  ) -> [LayoutFrame] {
    guard let node = reader.node(key), node.value != .null else { return [] }
    return frame(node, named: key, path: key, kind: kind).map { [$0] } ?? []
  }

  /// Reads frames by name: `sidebars`, `frames`.
  mutating func readFrames(
    _ key: String, _ kind: FrameKind, _ reader: inout MappingReader
  ) -> [LayoutFrame] {
    guard var part = reader.mapping(key, &problems) else { return [] }
    let inherited = part.keys.filter { consequences.isInherited(part.place(of: $0)) }
    return part.keys.compactMap { name in
      if tellsMisspelt(name, among: inherited, in: &part) { return nil }
      return part.node(name).flatMap { frame($0, named: name, path: "\(key).\(name)", kind: kind) }
    }
  }

  /// Tells of a frame without a place whose name is nearly that of an inherited one.
  private mutating func tellsMisspelt(
    _ name: String, among inherited: [String], in part: inout MappingReader
  ) -> Bool {
    guard !inherited.contains(name), let entry = part.entry(name), !entry.value.hasKey("frame"),
      let near = nearestName(to: name, in: inherited)
    else { return false }
    problems.add(
      .error(
        .noPlace, "\(part.name(of: name)) does not say where it stands", at: entry.keyRange,
        hint: "write \(near), as the layout it extends has it, or give it a frame:"))
    return true
  }

  private mutating func frame(
    _ node: SourceNode, named name: String, path: String, kind: FrameKind
  ) -> LayoutFrame? {
    guard var part = MappingReader(node, path: path, &problems) else { return nil }
    var read = ReadFrame(kind, named: name, on: page.size, place: part.place)
    part.read(
      read.isLogo ? ReadFrame.logoKeys : kind == .text ? ReadFrame.namedKeys : ReadFrame.keys,
      into: &read, &self)
    if !read.isPlaced { reportNoPlace(of: path, part) }
    if read.isLogo, let image = read.image.image(in: read.frame.rect.size) {
      read.frame.groups = ByLanguage([
        LayoutGroup(lines: [LayoutLine(content: .image(image))])
      ])
    }
    return read.isPlaced ? read.frame : nil
  }
}

extension SourceNode {
  /// Whether it is a mapping with a key.
  fileprivate func hasKey(_ key: String) -> Bool {
    if case .mapping(let entries) = value { entries.contains { $0.key == key } } else { false }
  }
}
