import Intake
import PDFFile

/// Mends what Cairo writes and the standards forbid or want otherwise, object by object.
///
/// - Parameter nearBlack: the share of light up to which a colour becomes black.
func repaired(_ fragment: PDFFragment, nearBlack: Double?) -> MakePicture.Made {
  var fragment = fragment
  var hasTransparency = false
  let maps = Set(fragment.objects.compactMap { $0.entries?["ToUnicode"]?.target })
  let programs = Set(fragment.objects.compactMap { $0.entries?["FontFile2"]?.target })
  for index in fragment.objects.indices {
    let object = fragment.objects[index]
    hasTransparency = hasTransparency || object.isSeenThrough
    let reference = PDFReference(index: index)
    switch object {
    case .stream(let entries, let bytes):
      let made = repaired(
        entries, bytes, isMap: maps.contains(index), isProgram: programs.contains(index),
        nearBlack: nearBlack)
      fragment.set(reference, made)
    case .value(.dictionary(var entries)) where entries["Subtype"] == .name("CIDFontType2"):
      // ISO 19005-2, 6.2.11.3.2; Cairo numbers the glyphs of its subset as the identifiers.
      if entries["CIDToGIDMap"] == nil { entries["CIDToGIDMap"] = .name("Identity") }
      fragment.set(reference, .value(.dictionary(entries)))
    case .value: break
    }
  }
  return MakePicture.Made(fragment: fragment, hasTransparency: hasTransparency)
}

private func repaired(
  _ entries: PDFDictionary, _ bytes: [UInt8], isMap: Bool, isProgram: Bool,
  nearBlack: Double?
) -> PDFBody.Object {
  var entries = entries
  if isMap { return .stream(entries, mendCharacterMap(bytes) ?? bytes) }
  if isProgram, let small = FontProgram.withoutInstructions(bytes) {
    entries["Length1"] = .integer(small.count)
    return .stream(entries, small)
  }
  switch entries["Subtype"] {
  case .name("Form"): return .stream(entries, withGrays(bytes, nearBlack))
  // ISO 19005-2, 6.2.8.1.
  case .name("Image"): entries["Interpolate"] = nil
  default: break
  }
  return .stream(entries, bytes)
}

/// Content with grey in place of equal parts of red, green and blue, and with black in place of what is
/// nearly black, where that is asked for.
private func withGrays(_ bytes: [UInt8], _ nearBlack: Double?) -> [UInt8] {
  var output: [UInt8] = []
  output.reserveCapacity(bytes.count)
  var copied = 0
  var scanner = ContentScanner(bytes)
  var operation = ContentScanner.Operation()
  while scanner.next(into: &operation) {
    guard let gray = gray(operation, bytes, scanner, nearBlack) else { continue }
    output += bytes[copied..<operation.range.lowerBound]
    output += gray
    copied = operation.range.upperBound
  }
  return output + bytes[copied...]
}

/// The operator for a grey that is as good as that for a colour; nil where none is.
private func gray(
  _ operation: ContentScanner.Operation, _ bytes: [UInt8], _ scanner: ContentScanner,
  _ nearBlack: Double?
) -> [UInt8]? {
  let isFill = scanner.matches(operation.name, "rg") || scanner.matches(operation.name, "g")
  guard isFill || scanner.matches(operation.name, "RG") || scanner.matches(operation.name, "G")
  else { return nil }
  let name = isFill ? " g" : " G"
  if let nearBlack, !operation.operands.isEmpty {
    let isDark = operation.operands.allSatisfy {
      Double(String(decoding: bytes[$0], as: UTF8.self)).map { $0 <= nearBlack } ?? false
    }
    if isDark { return Array("0\(name)".utf8) }
  }
  return scanner.gray(operation).map { Array(bytes[$0]) + Array(name.utf8) }
}

extension PDFBody.Object {
  /// The entries of a dictionary or a stream.
  fileprivate var entries: PDFDictionary? {
    switch self {
    case .value(.dictionary(let entries)), .stream(let entries, _): entries
    case .value: nil
    }
  }

  /// Whether what is behind it shows through where it is used.
  fileprivate var isSeenThrough: Bool {
    guard let entries else { return false }
    switch entries["Subtype"] {
    case .name("Image"): if entries["SMask"] != nil { return true }
    case .name("Form"): if entries["Group"] != nil { return true }
    default: break
    }
    return entries.isSeenThrough || entries.entries.contains { $0.value.isSeenThrough }
  }
}

extension PDFValue {
  /// The place of the object that it refers to.
  fileprivate var target: Int? {
    if case .reference(let reference) = self { reference.index } else { nil }
  }

  fileprivate var isSeenThrough: Bool {
    switch self {
    case .dictionary(let entries):
      entries.isSeenThrough || entries.entries.contains { $0.value.isSeenThrough }
    case .array(let items): items.contains(where: \.isSeenThrough)
    default: false
    }
  }
}

extension PDFDictionary {
  /// Whether it is a graphics state that makes things be seen through (ISO 32000-1, 11.6.4.3).
  fileprivate var isSeenThrough: Bool {
    let isPartial = ["ca", "CA"].contains { key in
      switch self[key] {
      case .integer(let number): number < 1
      case .real(let number): number < 1
      default: false
      }
    }
    let isBlended = self["BM"].map { $0 != .name("Normal") } ?? false
    let isMasked: Bool =
      switch self["SMask"] {
      case nil, .name("None"): false
      default: self["Type"] == .name("ExtGState") || self["Subtype"] == nil
      }
    return isPartial || isBlended || isMasked
  }
}
