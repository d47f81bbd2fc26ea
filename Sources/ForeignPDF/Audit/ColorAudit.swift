import Intake
import PDFFile

/// What colour spaces keep a file from PDF/A (ISO 19005-2, 6.2.4).
struct ColorAudit {
  /// Whether inks are laid over each other without wiping each other out.
  var overprints = false
  /// Whether a profile of printing inks is used.
  private(set) var hasInkProfile = false
  /// What each ink is made of on a screen, which must be the same everywhere (6.2.4.4).
  private var inks: [String: Ink] = [:]

  private struct Ink {
    let made: PDFFragment
    /// How the file says it, where it is known to say the same.
    var said: Set<[String]>
  }

  /// What of it has to agree with other files.
  var shared: ForeignColors {
    ForeignColors(
      overprints: overprints, hasInkProfile: hasInkProfile,
      inks: inks.sorted { $0.key < $1.key }.map {
        ForeignColors.Ink(name: $0.key, made: $0.value.made)
      })
  }

  /// What is wrong with a colour space of the device.
  ///
  /// - Parameter spaces: the colour spaces of the resources, where one may stand in for it.
  func flaw(
    ofDevice name: String, _ spaces: PDFObject, in document: borrowing PDFDocument
  ) -> String? {
    let isInk = name == "DeviceCMYK" || name == "CMYK"
    return isInk && !document.has(spaces, "DefaultCMYK") ? LookAudit.inks : nil
  }

  /// What is wrong with a colour space; nil if nothing is.
  mutating func flaw(
    of space: PDFObject, _ spaces: PDFObject? = nil, in document: borrowing PDFDocument,
    depth: Int = 0
  ) throws(PDFError) -> String? {
    guard depth < 8 else { return "its colours are nested too deeply" }
    if let name = document.name(space) {
      return flaw(ofDevice: name, spaces ?? space, in: document)
    }
    let items = document.items(of: space)
    guard let first = items.first, let kind = document.name(first) else { return nil }
    func inner(_ index: Int) -> PDFObject { items.indices.contains(index) ? items[index] : space }
    switch kind {
    case "DeviceCMYK", "CalCMYK":
      return flaw(ofDevice: "DeviceCMYK", spaces ?? space, in: document)
    case "ICCBased" where items.count > 1: return try flaw(ofProfile: items[1], in: document)
    case "Indexed", "Pattern":
      guard items.count > 1 else { return nil }
      return try flaw(of: items[1], spaces, in: document, depth: depth + 1)
    case "Separation" where items.count > 3:
      if let ink = document.name(items[1]), try !same(ink, items[2], items[3], in: document) {
        return ForeignColors.flaw(ofInk: ink)
      }
      return try flaw(of: items[2], spaces, in: document, depth: depth + 1)
    case "DeviceN" where items.count > 3:
      return try flaw(ofInks: items, spaces, in: document, depth: depth)
    default: return nil
    }
  }

  private mutating func flaw(
    ofInks items: [PDFObject], _ spaces: PDFObject?, in document: borrowing PDFDocument, depth: Int
  ) throws(PDFError) -> String? {
    let names = document.items(of: items[1]).compactMap { document.name($0) }
    if names.count > 32 { return "it has colours of more than 32 inks" }
    let attributes = items.count > 4 ? items[4] : items[1]
    let colorants = document.get(attributes, "Colorants")
    let process = document.items(
      of: document.get(document.get(attributes, "Process"), "Components")
    ).compactMap { document.name($0) }
    for name in names where name != "None" && !process.contains(name) {
      let colorant = document.get(colorants, name)
      guard document.isArray(colorant) else {
        return "it has inks that it does not explain (DeviceN without colorants)"
      }
      if let found = try flaw(of: colorant, spaces, in: document, depth: depth + 1) {
        return found
      }
    }
    return try flaw(of: items[2], spaces, in: document, depth: depth + 1)
  }

  /// Whether an ink is made as it was where it was met before.
  private mutating func same(
    _ ink: String, _ alternate: PDFObject, _ tint: PDFObject, in document: borrowing PDFDocument
  ) throws(PDFError) -> Bool {
    if ink == "All" || ink == "None" { return true }
    let said = [alternate, tint].map { object in
      let number = document.objectNumber(object)
      return number > 0 ? "\(number) R" : document.text(of: object)
    }
    if inks[ink]?.said.contains(said) == true { return true }
    var maker = FragmentMaker(decodesAll: true)
    _ = maker.add(alternate, in: document)
    _ = maker.add(tint, in: document)
    try maker.fill(from: document)
    guard let known = inks[ink] else {
      inks[ink] = Ink(made: maker.fragment, said: [said])
      return true
    }
    guard known.made == maker.fragment else { return false }
    inks[ink]?.said.insert(said)
    return true
  }

  /// A profile must be whole and of a kind that PDF/A knows (ISO 19005-2, 6.2.4.2).
  private mutating func flaw(
    ofProfile stream: PDFObject, in document: borrowing PDFDocument
  ) throws(PDFError) -> String? {
    guard document.isStream(stream) else { return "it has a broken colour profile" }
    let profile = try document.contents(of: stream)
    let components = document.integer(document.dictionary(of: stream), "N") ?? 0
    if components == 4 { hasInkProfile = true }
    guard profile.count >= 132, profile[36..<40].elementsEqual("acsp".utf8), profile[8] < 5,
      profile[0..<4].reduce(0, { $0 << 8 | Int($1) }) <= profile.count
    else { return "it has a broken colour profile" }
    let kind = String(decoding: profile[12..<16], as: UTF8.self)
    let space = String(decoding: profile[16..<20], as: UTF8.self)
    let sizes = ["RGB ": 3, "GRAY": 1, "Lab ": 3, "CMYK": 4]
    guard ["scnr", "mntr", "prtr", "spac"].contains(kind), sizes[space] == components
    else { return "it has a colour profile of another kind" }
    return nil
  }
}
