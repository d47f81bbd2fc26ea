import Intake
import PDFFile

/// What a seal changes in a PDF and adds to it: one more field of the form, without any look, whose value
/// is the seal (ISO 32000-1, 12.7.4.5 and 12.8.1).
struct SealParts {
  let place: SealPlace
  let words: Sealer.Words
  /// Whose certificate it is.
  let holder: String
  let time: SealTime

  /// The objects that are added.
  private var fieldNumber: Int { place.nextNumber }
  /// The object of the seal itself.
  var sealNumber: Int { place.nextNumber + 1 }
  private var formNumber: Int { place.nextNumber + 2 }

  /// The numbers that objects may have.
  var numbers: Range<Int> { 0..<place.nextNumber + (place.form == nil ? 3 : 2) }

  private func reference(_ number: Int) -> PDFValue { .reference(PDFReference(index: number)) }

  /// What the seal says, but for what it covers and its message.
  var seal: PDFDictionary {
    var entries: PDFDictionary = [
      "Type": .name("Sig"), "Filter": .name("Adobe.PPKLite"),
      "SubFilter": .name("ETSI.CAdES.detached"), "M": .bytes(Array(time.pdfDate.utf8)),
    ]
    entries["Name"] = words.name.map { .text($0) }
    entries["Location"] = words.place.map { .text($0) }
    entries["Reason"] = words.reason.map { .text($0) }
    return entries
  }

  /// The objects that the file gets, or gets anew, but for the seal's own.
  var objects: [(number: Int, value: PDFValue)] {
    var changed: [(number: Int, value: PDFValue)] = [(fieldNumber, .dictionary(field))]
    var catalog = entries(place.catalog)
    if let form = place.form {
      let (list, isApart) = extended(place.fields)
      var entries = entries(form)
      entries["SigFlags"] = 3
      if isApart {
        changed.append((place.fields?.number ?? 0, list))
      } else {
        entries["Fields"] = list
      }
      if form.number > 0 {
        changed.append((form.number, .dictionary(entries)))
      } else {
        catalog["AcroForm"] = .dictionary(entries)
      }
    } else {
      catalog["AcroForm"] = reference(formNumber)
      changed.append((formNumber, ["Fields": [reference(fieldNumber)], "SigFlags": 3]))
    }
    declareExtension(in: &catalog)
    if .dictionary(catalog) != place.catalog.value {
      changed.append((place.catalog.number, .dictionary(catalog)))
    }
    return changed + annotated
  }

  /// The first page with one more annotation, or the list of these.
  private var annotated: [(number: Int, value: PDFValue)] {
    let (list, isApart) = extended(place.annotations)
    if isApart { return [(place.annotations?.number ?? 0, list)] }
    var page = entries(place.page)
    page["Annots"] = list
    // A page of a tagged file says in which order its annotations are come to (ISO 14289-1, 7.18.3).
    if page["StructParents"] != nil, page["Tabs"] == nil { page["Tabs"] = .name("S") }
    return [(place.page.number, .dictionary(page))]
  }

  /// A list with the field behind the rest, and whether it is an object of its own.
  private func extended(_ list: SealPlace.Part?) -> (list: PDFValue, isApart: Bool) {
    guard let list, case .array(let items) = list.value else {
      return ([reference(fieldNumber)], false)
    }
    return (.array(items + [reference(fieldNumber)]), list.number > 0)
  }

  private func entries(_ part: SealPlace.Part) -> PDFDictionary {
    if case .dictionary(let entries) = part.value { entries } else { [:] }
  }

  /// The field, which is its own widget: printed and locked, of no size.
  private var field: PDFDictionary {
    [
      "Type": .name("Annot"), "Subtype": .name("Widget"), "FT": .name("Sig"), "T": .text(fieldName),
      "TU": .text(holder.isEmpty ? caption : "\(caption): \(holder)"), "F": 132,
      "Rect": [0, 0, 0, 0], "P": reference(place.page.number), "V": reference(sealNumber),
    ]
  }

  /// A name that no other field has.
  private var fieldName: String {
    let taken = Set(place.fieldNames)
    let names = sequence(first: 1) { $0 + 1 }.lazy.map { $0 == 1 ? "Seal" : "Seal\($0)" }
    return names.first { !taken.contains($0) } ?? "Seal"
  }

  /// What a screen reader calls the field, in the words of regulation (EU) 910/2014, article 3 (25).
  private var caption: String {
    let language: String
    if case .bytes(let tag)? = entries(place.catalog)["Lang"] {
      language = String(decoding: tag.prefix(2), as: UTF8.self).lowercased()
    } else {
      language = "en"
    }
    return Self.captions[language] ?? "Electronic seal"
  }

  private static let captions = [
    "da": "Elektronisk segl", "de": "Elektronisches Siegel", "fr": "Cachet électronique",
    "nb": "Elektronisk segl", "nn": "Elektronisk segl", "no": "Elektronisk segl",
    "sv": "Elektronisk stämpel",
  ]

  /// Says that the file uses what PDF 1.7 lacks (ISO 32000-1, 7.12); PDF 2.0 has it.
  private func declareExtension(in catalog: inout PDFDictionary) {
    let says: PDFValue = ["BaseVersion": .name("1.7"), "ExtensionLevel": 1]
    guard !place.isVersion2 else { return }
    switch catalog["Extensions"] {
    case nil: catalog["Extensions"] = ["ESIC": says]
    case .dictionary(var extensions)? where extensions["ESIC"] == nil:
      extensions["ESIC"] = says
      catalog["Extensions"] = .dictionary(extensions)
    default: break
    }
  }
}
