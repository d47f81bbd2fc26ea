extension [RecitedPart] {
  /// The parts with those frames in the letter that are read before its text, or amid it.
  var withReferencesFirst: [RecitedPart] {
    guard let last = lastIndex(where: { $0.frame == nil && $0.place == .letter }) else {
      return self
    }
    return enumerated().map { index, part in
      var part = part
      if index < last, part.place == .beside || part.place == .foot { part.place = .letter }
      return part
    }
  }

  /// The parts with all that is read before the last of the head in the head.
  var withHeadFirst: [RecitedPart] {
    guard let last = lastIndex(where: { $0.place == .head }) else { return self }
    return enumerated().map { index, part in
      var part = part
      if index < last { part.place = .head }
      return part
    }
  }
}
