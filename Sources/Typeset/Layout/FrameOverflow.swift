/// What happens when the contents are taller than the frame.
enum FrameOverflow: Hashable, Sendable {
  /// It is an error that names the frame.
  case error
  /// The text shrinks down to this share of its size, then it is an error.
  case shrink(to: Double)
  /// The frame grows downwards, and the column of its page starts as much lower.
  case grow

  /// The words for what needs no number.
  private enum Word: String, CaseIterable { case error, grow }

  /// `overflow: {shrink-to: 0.8}`.
  private static let shrinkKeys: [LayoutKey<Double>] = [
    LayoutKey(
      "shrink-to", \.self, .number(0.5...1), "How far the text may shrink, as a share of its size.",
      example: "0.8")
  ]

  fileprivate static var form: KeyForm {
    .either([
      .choice(Word.allCases.map(\.rawValue)),
      .definition("shrinking", "How far the text shrinks before it is an error.") {
        .keys(
          shrinkKeys.map { key in
            var description = key.described(nil)
            description.isRequired = true
            return description
          })
      },
    ])
  }

  fileprivate static func read(
    _ key: String, _ reader: inout MappingReader, _ parser: inout LayoutParser
  ) -> FrameOverflow? {
    guard let node = reader.node(key) else { return nil }
    let name = reader.name(of: key)
    guard case .mapping = node.value else {
      return node.choice(as: name, of: Word.self, &parser.problems).map {
        $0.value == .grow ? .grow : .error
      }
    }
    guard var part = MappingReader(node, path: name, &parser.problems) else { return nil }
    let isGiven = part.value(of: "shrink-to") != nil
    var share = 1.0
    part.read(shrinkKeys, into: &share, &parser)
    if !isGiven, !parser.problems.hasErrors {
      parser.problems.add(
        .error(
          .missingKey, "\(name) does not say how far", at: part.place,
          hint: "write {shrink-to: 0.8}"))
    }
    return .shrink(to: share)
  }
}

extension ValueForm where Context == LayoutParser, Value == FrameOverflow {
  /// `error`, `grow`, or how far the text shrinks.
  static var overflow: Self {
    ValueForm(form: { FrameOverflow.form }, reading: { FrameOverflow.read($0, &$1, &$2) })
  }
}
