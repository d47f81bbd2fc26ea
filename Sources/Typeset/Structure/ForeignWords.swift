/// Stretches of a text that another voice reads than the one of its language.
struct ForeignWords {
  /// The bytes of the words, and their language.
  typealias Stretch = (range: Range<Int>, language: LanguageTag)

  /// The stretches of a text in a language, in their order.
  ///
  /// A letter alone is a sign, as Ω or π, and no word.
  static func stretches(in text: String, of language: LanguageTag) -> [Stretch] {
    var found: [Stretch] = []
    var open: (system: WritingSystem, start: Int, end: Int, scalars: [Unicode.Scalar])?
    func close() {
      guard let open, open.scalars.count > 1 else { return }
      found.append((open.start..<open.end, open.system.language(of: open.scalars)))
    }
    var offset = 0
    for scalar in text.unicodeScalars {
      let end = offset + UTF8.width(scalar)
      if let system = WritingSystem(scalar), !system.isRead(in: language) {
        if open?.system.isWritten(with: system) == true {
          // In place, so that long stretches are not copied at each letter.
          open?.system.join(system)
          open?.end = end
          open?.scalars.append(scalar)
        } else {
          close()
          open = (system, offset, end, [scalar])
        }
      } else if scalar.properties.isAlphabetic {
        close()
        open = nil
      }
      offset = end
    }
    close()
    return found
  }
}

extension WritingSystem {
  /// Whether letters of another system stand among its own in one language: Japanese has two.
  fileprivate func isWritten(with other: WritingSystem) -> Bool {
    self == other || [.kana, .han].contains(self) && [.kana, .han].contains(other)
  }

  fileprivate mutating func join(_ other: WritingSystem) { if other == .kana { self = .kana } }
}
