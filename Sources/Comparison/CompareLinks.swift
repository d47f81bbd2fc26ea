import Inspection
import PDFFile

/// Which links and bookmarks are missing or new.
func compareLinks(_ old: InspectedPDF, _ new: InspectedPDF, _ masks: CompiledMasks) -> [Difference]
{
  let targets = (links(of: old, masks), links(of: new, masks))
  let pairs = aligned(targets.0.map(\.target), targets.1.map(\.target))
  var differences: [Difference] = []
  let (kept, found) = (Set(pairs.map(\.old)), Set(pairs.map(\.new)))
  for (index, link) in targets.0.enumerated() where !kept.contains(index) {
    differences.append(
      Difference(.links, page: link.page, "the link to \(link.target) is missing"))
  }
  for (index, link) in targets.1.enumerated() where !found.contains(index) {
    differences.append(Difference(.links, page: link.page, "the link to \(link.target) is new"))
  }
  let titles = (bookmarks(of: old, masks), bookmarks(of: new, masks))
  if titles.0 != titles.1 {
    let same = Set(aligned(titles.0, titles.1).map(\.old))
    let gone = titles.0.indices.first { !same.contains($0) }.map { titles.0[$0] }
    let what = gone.map { "the bookmark \(quoted([$0])) is missing" } ?? "there are more bookmarks"
    differences.append(
      Difference(.links, count: max(titles.0.count, titles.1.count) - same.count, what))
  }
  return differences
}

/// The links of all pages in their order.
private func links(
  of pdf: InspectedPDF, _ masks: CompiledMasks
) -> [(page: Int, target: String)] {
  pdf.pages.flatMap { page in
    page.annotations(in: pdf).filter { pdf.name($0["Subtype"]) == "Link" }.map { link in
      (page.number, masks.masked(target(of: link, in: pdf)))
    }
  }
}

/// Where a link leads, in words.
private func target(of link: PDFDictionary, in pdf: InspectedPDF) -> String {
  let action = pdf.dictionary(link["A"])
  if let address = pdf.text(action?["URI"]) { return address }
  let destination = link["Dest"] ?? action?["D"] ?? .null
  if let first = pdf.items(destination).first, case .reference(let reference) = first,
    let page = pdf.pages.first(where: { $0.object == reference.index })
  {
    return "page \(page.number)"
  }
  if let name = pdf.text(destination) ?? pdf.name(destination) { return "the place \"\(name)\"" }
  if let type = pdf.name(action?["S"]) { return "an action (\(type))" }
  return "nowhere"
}

/// The titles of the bookmarks, each with as many dashes before it as it is deep.
private func bookmarks(of pdf: InspectedPDF, _ masks: CompiledMasks) -> [String] {
  var titles: [String] = []
  var waiting: [(PDFValue, String)] = []
  if let outline = pdf.dictionary(pdf.catalog["Outlines"]), let first = outline["First"] {
    waiting.append((first, ""))
  }
  while let (value, indent) = waiting.popLast(), titles.count < 10_000 {
    guard let item = pdf.dictionary(value) else { continue }
    titles.append(indent + masks.masked(pdf.text(item["Title"]) ?? ""))
    if let next = item["Next"] { waiting.append((next, indent)) }
    if let first = item["First"] { waiting.append((first, indent + "– ")) }
  }
  return titles
}
