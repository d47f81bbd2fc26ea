import Inspection
import Intake
import PDFFile

/// What two files say differently of themselves; when they were made and the identifiers of the files do
/// not count, for these are others by nature.
func compareMetadata(
  _ old: InspectedPDF, _ new: InspectedPDF, _ masks: CompiledMasks
) -> [Difference] {
  let (was, now) = (statements(of: old, masks), statements(of: new, masks))
  return Set(was.keys).union(now.keys).sorted().compactMap { key in
    guard was[key] != now[key] else { return nil }
    return Difference(.metadata, "the \(key) \(Comparison.change(was[key], now[key]))")
  }
}

/// Properties of XMP that differ between two runs of nearly every program.
private let restless: Set = [
  "CreateDate", "ModifyDate", "MetadataDate", "DocumentID", "InstanceID", "OriginalDocumentID",
  "VersionID", "History",
]

private func statements(of pdf: InspectedPDF, _ masks: CompiledMasks) -> [String: String] {
  var said: [String: String] = [:]
  func say(_ key: String, _ value: String?) {
    if let value, !value.isEmpty, said[key] == nil { said[key] = masks.masked(value) }
  }
  say("version of PDF", pdf.version)
  say("language", pdf.language)
  for property in pdf.metadata?.properties ?? [] where !restless.contains(property.name) {
    switch XMPPacket.Space(rawValue: property.space) {
    case .archive: say("claim of PDF/A (\(property.name))", property.value)
    case .accessible: say("claim of PDF/UA (\(property.name))", property.value)
    case .extensionSchemas: break
    default: say(property.name.lowercased(), property.value)
    }
  }
  for key in ["Title", "Author", "ComparedFile", "Keywords", "Creator", "Producer"] {
    say(names[key] ?? key.lowercased(), pdf.text(pdf.information[key]))
  }
  switch pdf.encryption {
  case .none: break
  case .open(let permitted): say("encryption", "allows \(permitted.map(\.rawValue))")
  case .locked: say("encryption", "asks for a password")
  }
  let attached = pdf.items(pdf.catalog["AF"]).compactMap { pdf.dictionary($0) }
    .compactMap { pdf.text($0["UF"]) ?? pdf.text($0["F"]) }
  say("list of attached files", attached.joined(separator: ", "))
  return said
}

/// What XMP calls the entries of the information dictionary (ISO 19005-2, 6.6.4; ISO 16684-1).
private let names = [
  "Author": "creator", "ComparedFile": "description", "Creator": "creatortool",
]
