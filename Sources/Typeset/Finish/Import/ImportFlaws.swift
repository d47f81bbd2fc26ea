/// What a foreign PDF keeps the letter from claiming, each with the first reason that was found.
struct ImportFlaws: Hashable, Sendable {
  /// Why it may look different one day (ISO 19005-2, 6.2).
  var look: String?
  /// Why its fonts are not what both standards want (ISO 19005-2, 6.2.11; ISO 14289-1, 7.21).
  var fonts: String?
  /// Why its text cannot be read by all (ISO 19005-2, 6.2.11.7).
  var text: String?
  /// Why it is not heard as it is meant (ISO 19005-2, 6.7; ISO 14289-1, 7.1 to 7.9).
  var tags: String?
  /// Whether its tags are sound, but not what PDF/UA-2 asks for.
  var hasOldTags = false

  /// The reasons that count for a standard, joined.
  func reasons(against standard: FinishOptions.Standard) -> String {
    var found: [String?] = [fonts]
    if standard.archive != nil { found.append(look) }
    if standard.isAccessible || standard.archive?.level != "B" { found.append(text) }
    if standard.needsStructure { found.append(tags) }
    return found.compactMap { $0 }.joined(separator: ", and ")
  }
}

extension FinishOptions.Standard {
  /// What is left of the standard with a file of such flaws in it.
  func reduced(by flaws: ImportFlaws) -> Self {
    let isReadable = flaws.fonts == nil && flaws.text == nil
    let isAccessible = isAccessible && isReadable && flaws.tags == nil
    guard let archive, flaws.fonts == nil, flaws.look == nil else {
      return isAccessible ? .ua1 : .none
    }
    var level = archive.level
    if flaws.tags != nil, level == "A" { level = "U" }
    if flaws.text != nil {
      // Part 4 has no level that promises less of its text (ISO 19005-4, 6.2.10.7).
      if archive.part == 4 { return .none }
      level = "B"
    }
    let claims = Self.allCases.filter {
      $0.archive?.part == archive.part && $0.archive?.level == level
    }
    return claims.first { $0.isAccessible == isAccessible } ?? claims.first ?? .none
  }
}
