import Intake
import PDFFile
import Typeset

// What a file does besides being read.

extension Rule {
  /// No program is run.
  static let scripts = Rule("scripts", "The file holds no JavaScript.") { subject, _ in
    let pdf = subject.pdf
    let isNamed = pdf.dictionary(pdf.dictionary(pdf.catalog["Names"])?["JavaScript"]) != nil
    var breaches = actions(in: subject) { (type) -> DiagnosticText? in
      type == "JavaScript" ? "a script" : nil
    }
    if isNamed, breaches.isEmpty {
      breaches.append(Breach("the file holds scripts", advice: "save the file without JavaScript"))
    }
    return breaches.map { breach in
      var breach = breach
      breach.step = "save the file without JavaScript"
      return breach
    }
  }

  /// Nothing is started and nowhere else is gone to.
  static let actions = Rule(
    "actions", "Actions lead to places in the file or to addresses, and none starts by itself.",
    settings: [
      RuleSetting(
        "allow", .words(of: nil),
        "The types of actions that may be there; URI and GoTo without this."
      )
    ]
  ) { subject, values in
    let pdf = subject.pdf
    let allowed = values.words("allow").isEmpty ? ["URI", "GoTo"] : values.words("allow")
    var breaches = actions(in: subject) { (type) -> DiagnosticText? in
      type == "JavaScript" || allowed.contains(type) ? nil : "an action of the type \(type)"
    }
    let triggers = subject.dictionaries.filter {
      $0.entries["AA"] != nil && pdf.dictionary($0.entries["AA"])?.entries.isEmpty == false
    }
    if let first = triggers.first {
      let place = subject.annotationPlaces[first.number]
      breaches.append(
        Breach(
          "something happens by itself when the file is opened, closed or printed",
          on: place?.page, at: place?.area, advice: "save the file without additional actions"))
    }
    return breaches
  }

  private static let actionTypes: Set = [
    "GoTo", "GoToR", "GoToE", "GoToDp", "Launch", "Thread", "URI", "Sound", "Movie", "Hide",
    "Named",
    "SubmitForm", "ResetForm", "ImportData", "JavaScript", "SetOCGState", "Rendition", "Trans",
    "GoTo3DView", "RichMediaExecute",
  ]

  /// The actions of some types, wherever they stand in the file.
  private static func actions(
    in subject: Subject, _ name: (String) -> DiagnosticText?
  ) -> [Breach] {
    var breaches: [Breach] = []
    // An annotation refers to its action where that is an object of its own.
    var owners: [Int: Int] = [:]
    for (number, entries) in subject.dictionaries {
      if case .reference(let action)? = entries["A"] { owners[action.index] = number }
    }
    for (number, entries) in subject.dictionaries where entries["P"] == nil && entries["Pg"] == nil
    {
      guard let type = subject.pdf.name(entries["S"]), actionTypes.contains(type),
        let found = name(type)
      else { continue }
      let place =
        subject.annotationPlaces[number] ?? owners[number].flatMap { subject.annotationPlaces[$0] }
      breaches.append(
        Breach(
          "there is \(found)", on: place?.page, at: place?.area,
          advice: "save the file without it"))
    }
    return Array(breaches.prefix(20))
  }

  /// No other file is in the file.
  static let embeddedFiles = Rule(
    "embedded-files", "No other files are in the file.",
    settings: [RuleSetting("most", .number, "The most files that may be in it; 0 without this.")]
  ) { subject, values in
    let pdf = subject.pdf
    let files = subject.dictionaries.filter { pdf.dictionary($0.entries["EF"]) != nil }
    guard Double(files.count) > values.number("most") ?? 0 else { return [] }
    return files.prefix(20).map { file in
      let name = pdf.text(file.entries["UF"]) ?? pdf.text(file.entries["F"]) ?? "without a name"
      return Breach(
        "the file holds another, “\(name)”", advice: "send it as a file of its own")
    }
  }

  /// Nothing is to be filled in.
  static let forms = Rule(
    "forms", "The file has no fields to fill in.",
    settings: [RuleSetting("seals", .flag, "Whether fields of signatures may be there.")]
  ) { subject, values in
    let pdf = subject.pdf
    guard let form = pdf.dictionary(pdf.catalog["AcroForm"]) else { return [] }
    let advice: DiagnosticText = "flatten the form: print the file to PDF"
    if form["XFA"] != nil { return [Breach("the file is a form of the XFA kind", advice: advice)] }
    let fields = pdf.items(form["Fields"])
    return fields.prefix(20).compactMap { field in
      guard let entries = pdf.dictionary(field) else { return nil }
      if values.flag("seals"), pdf.name(entries["FT"]) == "Sig" { return nil }
      var place: (page: Int, area: Area?)?
      if case .reference(let reference) = field {
        place = subject.annotationPlaces[reference.index]
      }
      let name = pdf.text(entries["T"]) ?? "without a name"
      return Breach(
        "there is a field to fill in, “\(name)”", on: place?.page, at: place?.area, advice: advice)
    }
  }

  /// Nothing moves or sounds.
  static let multimedia = Rule(
    "multimedia", "The file holds no sound, film or three-dimensional picture."
  ) { subject, _ in
    let kinds: Set = ["Movie", "Sound", "Screen", "3D", "RichMedia"]
    return annotations(in: subject) { annotation in
      guard let kind = subject.pdf.name(annotation["Subtype"]), kinds.contains(kind) else {
        return nil
      }
      return ("there is an annotation of the kind \(kind)", "take it out of the file")
    }
  }

  /// Everything that is shown is in the file.
  static let externalReferences = Rule(
    "external-references", "Nothing that the file needs lies outside it."
  ) { subject, _ in
    let pdf = subject.pdf
    var breaches: [Breach] = []
    for (number, object) in pdf.objects.sorted(by: { $0.key < $1.key }) {
      guard case .stream(let entries, _) = object.object else { continue }
      let isElsewhere = ["F", "FFilter", "FDecodeParms"].contains { entries[$0] != nil }
      let isReference = pdf.name(entries["Subtype"]) == "Form" && entries["Ref"] != nil
      guard isElsewhere || isReference || entries["OPI"] != nil else { continue }
      breaches.append(
        Breach(
          "object \(number) lies outside the file",
          advice: "make the file anew with everything in it"))
    }
    return breaches
  }

  /// What is wrong with annotations, each with its place.
  static func annotations(
    in subject: Subject,
    _ fault: (PDFDictionary) -> (message: DiagnosticText, advice: DiagnosticText)?
  ) -> [Breach] {
    var breaches: [Breach] = []
    for page in subject.pdf.pages {
      for annotation in page.annotations(in: subject.pdf) {
        guard let found = fault(annotation) else { continue }
        let box = subject.box(of: annotation)
        breaches.append(
          Breach(
            found.message, on: page.number, at: box.map { page.area(of: $0) }, advice: found.advice)
        )
      }
    }
    return breaches
  }
}
