/// Which optional content of a PDF is shown when it is opened (ISO 32000-1, 8.11).
///
/// A page that is taken over has no layers: what is shown stays, what is hidden goes.
struct OptionalContent {
  /// The numbers of the groups that are off.
  private var hidden: Set<Int> = []

  init(_ document: borrowing PDFDocument) {
    let properties = document.get(document.catalog, "OCProperties")
    let setting = document.get(properties, "D")
    func groups(_ dictionary: PDFObject, _ key: String) -> [Int] {
      document.items(of: document.get(dictionary, key)).map { document.objectNumber($0) }
    }
    if document.name(setting, "BaseState") == "OFF" {
      hidden = Set(groups(properties, "OCGs"))
      hidden.subtract(groups(setting, "ON"))
    } else {
      hidden = Set(groups(setting, "OFF"))
    }
    // Groups that follow what they are for, when the file is looked at (8.11.4.5).
    for usage in document.items(of: document.get(setting, "AS"))
    where document.name(usage, "Event") == "View" {
      let categories = document.items(of: document.get(usage, "Category"))
      guard categories.contains(where: { document.name($0) == "View" }) else { continue }
      for group in document.items(of: document.get(usage, "OCGs")) {
        let view = document.get(document.get(group, "Usage"), "View")
        switch document.name(view, "ViewState") {
        case "OFF": hidden.insert(document.objectNumber(group))
        case "ON": hidden.remove(document.objectNumber(group))
        default: break
        }
      }
    }
  }

  /// Whether a group, or a membership in groups, hides what belongs to it.
  func hides(_ object: PDFObject, in document: borrowing PDFDocument) -> Bool {
    guard !hidden.isEmpty, document.isDictionary(object) else { return false }
    if document.name(object, "Type") != "OCMD" {
      return hidden.contains(document.objectNumber(object))
    }
    let expression = document.get(object, "VE")
    if document.isArray(expression) { return !isShown(expression, in: document, depth: 0) }
    let listed = document.get(object, "OCGs")
    let groups = document.isDictionary(listed) ? [listed] : document.items(of: listed)
    let states = groups.filter { document.isDictionary($0) }.map {
      !hidden.contains(document.objectNumber($0))
    }
    guard !states.isEmpty else { return false }
    switch document.name(object, "P") {
    case "AllOn": return states.contains(false)
    case "AnyOff": return !states.contains(false)
    case "AllOff": return states.contains(true)
    default: return !states.contains(true)
    }
  }

  /// The value of a visibility expression (ISO 32000-1, 8.11.2.2).
  private func isShown(
    _ expression: PDFObject, in document: borrowing PDFDocument, depth: Int
  ) -> Bool {
    let items = document.items(of: expression)
    // Deeper ones than any program writes are taken as shown.
    guard depth < 32, let first = items.first, let name = document.name(first) else {
      return !hidden.contains(document.objectNumber(expression))
    }
    var values: [Bool] = []
    for item in items.dropFirst() { values.append(isShown(item, in: document, depth: depth + 1)) }
    switch name {
    case "Not": return !(values.first ?? false)
    case "Or": return values.contains(true)
    default: return !values.contains(false)
    }
  }
}
