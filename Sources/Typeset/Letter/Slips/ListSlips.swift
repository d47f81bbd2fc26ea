// Lists in the head that are none, and what stands in a list where it is no item.
extension HeadSlips {
  /// Lines of a block that become one item, and titles in the place of names.
  mutating func tellItems(_ node: SourceNode) {
    switch node.value {
    case .scalar(let text, isQuoted: true):
      let lines = text.split(separator: "\n").map { collapseSpaces(String($0)) }
        .filter { !$0.isEmpty }
      guard lines.count > 1 else { return }
      problems.append(
        .warning(
          .joinedLines, "these \(lines.count) lines are one item of \(key)", at: node.range,
          hint: "write \(key): and below it each of them behind \"- \""))
    case .sequence(let items):
      guard key == "signatures" else { return }
      tellTitles(items)
      for item in items {
        if case .sequence(let pair) = item.value { tellTitles(pair) }
      }
    case .null, .scalar, .mapping: return
    }
  }

  /// `[Ida Holm, Sagsbehandler]`: a title where a second person would stand.
  private mutating func tellTitles(_ items: [SourceNode]) {
    for (name, title) in zip(items, items.dropFirst()) {
      guard case .scalar(let first, _) = name.value, case .scalar(let second, _) = title.value,
        !first.isTitle, second.isTitle
      else { continue }
      problems.append(
        .warning(
          .titleAsName, "\(quoted(second)) signs as a person of that name", at: title.range,
          hint: "write {name: \(inBrackets(first)), title: \(inBrackets(second))} for both"))
    }
  }

  /// A year in which no letter is written that is to be sent.
  mutating func tellYear(_ node: SourceNode) {
    guard case .scalar(let text, _) = node.value, let date = CalendarDate(iso8601: text),
      !(1990...2099).contains(date.year)
    else { return }
    problems.append(
      .warning(
        .unlikelyYear, "the letter is of the year \(date.year)", at: node.range,
        hint: "check the year"))
  }
}

extension String {
  /// Whether it is what somebody is, and no name: one word that is the name of an office.
  fileprivate var isTitle: Bool {
    let word = lowercased()
    guard !word.contains(" ") else { return false }
    return titles.contains(word) || titleEndings.contains { word.hasSuffix($0) && word != $0 }
  }
}

private let titles: Set<String> = [
  "direktør", "kommunaldirektør", "borgmester", "rådmand", "chef", "leder", "fuldmægtig", "jurist",
  "ingeniør", "sekretær", "konsulent", "socialrådgiver", "sygeplejerske", "arkitekt", "formand",
  "rektor", "skoleleder", "kontorchef", "geschäftsführer", "bürgermeister", "sachbearbeiter",
  "sachbearbeiterin", "rådgiver", "saksbehandler", "handläggare", "director", "manager",
  "caseworker", "mayor",
]

private let titleEndings = [
  "chef", "leder", "direktør", "konsulent", "medarbejder", "sekretær", "rådgiver", "behandler",
  "inspektør", "assistent", "koordinator", "borgmester", "leiter", "leiterin",
]
