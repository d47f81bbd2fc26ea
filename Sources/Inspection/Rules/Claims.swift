import PDFFile
import Typeset

// What a file says of itself, and whether it is so.

extension Rule {
  /// The file claims to be for an archive.
  static let archiveClaim = Rule(
    "archive-claim", "The metadata say which part and level of PDF/A the file keeps.",
    settings: [
      RuleSetting("levels", .words(of: nil), "The levels that are taken, as 2a; any without this.")
    ]
  ) { subject, values in
    let part = subject.metadata?[.archive, "part"]
    let advice: DiagnosticText = "save the file as PDF/A"
    guard let part else { return [Breach("the file does not claim to be PDF/A", advice: advice)] }
    let level = part + (subject.metadata?[.archive, "conformance"] ?? "").lowercased()
    let levels = values.words("levels")
    if levels.isEmpty || levels.contains(level) { return [] }
    return [
      Breach(
        "the file claims to be PDF/A-\(level), not \(levels.joined(separator: " or "))",
        advice: advice)
    ]
  }

  /// The file claims to be for all readers.
  static let accessibleClaim = Rule(
    "accessible-claim", "The metadata say that the file keeps PDF/UA."
  ) { subject, _ in
    if ["1", "2"].contains(subject.metadata?[.accessible, "part"] ?? "") { return [] }
    return [
      Breach("the file does not claim to be PDF/UA", advice: "save the file as tagged PDF/UA")
    ]
  }

  /// The metadata can be read by every archive.
  static let metadataPacket = Rule(
    "metadata", "The file has metadata in XMP, and they declare what they use."
  ) { subject, _ in
    let pdf = subject.pdf
    let advice: DiagnosticText = "make the file with a program that keeps PDF/A"
    guard let stream = pdf.stream(pdf.catalog["Metadata"]) else {
      return [Breach("the file has no metadata in XMP", advice: advice)]
    }
    guard let packet = subject.metadata else {
      return [Breach("the metadata are no XML", advice: advice)]
    }
    var breaches: [Breach] = []
    let head = String(decoding: stream.bytes.prefix(80), as: UTF8.self)
    if !head.hasPrefix("<?xpacket begin=") || head.contains("bytes=") {
      breaches.append(Breach("the packet of metadata begins wrongly", advice: advice))
    }
    guard let part = packet[.archive, "part"], ["1", "2", "3"].contains(part) else {
      return breaches
    }
    for property in packet.properties where !isPredefined(property.space) {
      guard !packet.declared.contains([property.space, property.name]) else { continue }
      breaches.append(
        Breach(
          "the metadata do not declare “\(property.name)” of \(property.space)", advice: advice))
    }
    return breaches
  }

  /// Whether PDF/A knows a namespace (ISO 19005-2, 6.6.2.3.1).
  private static func isPredefined(_ space: String) -> Bool {
    let known: Set = [
      XMPPacket.Space.dublinCore.rawValue, XMPPacket.Space.xmp.rawValue,
      XMPPacket.Space.pdf.rawValue, XMPPacket.Space.archive.rawValue,
      XMPPacket.Space.extensionSchemas.rawValue, "http://www.w3.org/XML/1998/namespace",
    ]
    return known.contains(space) || space.hasPrefix("http://ns.adobe.com/")
  }

  /// What is said twice is said alike.
  static let information = Rule(
    "information", "The information dictionary and the metadata say the same."
  ) { subject, _ in
    let pdf = subject.pdf
    let information = pdf.information
    let packet = subject.metadata
    let pairs: [(String, XMPPacket.Space, String)] = [
      ("Title", .dublinCore, "title"), ("Author", .dublinCore, "creator"),
      ("Subject", .dublinCore, "description"), ("Keywords", .pdf, "Keywords"),
      ("Creator", .xmp, "CreatorTool"), ("Producer", .pdf, "Producer"),
    ]
    let dates = [("CreationDate", "CreateDate"), ("ModDate", "ModifyDate")]
    let differing: [Breach] = dates.compactMap { key, name in
      guard let said = pdf.text(information[key]), let other = packet?[.xmp, name],
        digits(said) != digits(other)
      else { return nil }
      return Breach(
        "\(key) is “\(clipped(said))”, and the metadata say “\(clipped(other))”",
        advice: "set the properties anew in the program that makes the file")
    }
    return differing
      + pairs.compactMap { key, space, name in
        guard let said = pdf.text(information[key]),
          trimmed(said) != trimmed(packet?[space, name] ?? "")
        else {
          return nil
        }
        let other = packet?[space, name].map { "“\(clipped($0))”" } ?? "nothing"
        return Breach(
          "\(key) is “\(clipped(said))”, and the metadata say \(other)",
          advice: "set the properties anew in the program that makes the file")
      }
  }

  /// Words without spaces at their ends, which metadata do not keep.
  private static func trimmed(_ words: String) -> Substring {
    let end = words.lastIndex { !$0.isWhitespace }.map { words.index(after: $0) }
    return words[..<(end ?? words.startIndex)].drop(while: \.isWhitespace)
  }

  /// The figures of a date up to its seconds, which both forms of dates have alike.
  private static func digits(_ date: String) -> String {
    String(date.filter { $0.isASCII && $0.isNumber }.prefix(14))
  }

  /// What the file claims is so, as far as other rules can tell.
  static let claims = Rule(
    "claims", "The file keeps what it claims: of PDF/A and PDF/UA, as far as rules here tell."
  ) { subject, _ in
    var breaches: [Breach] = []
    if let part = subject.metadata?[.archive, "part"] {
      let level = (subject.metadata?[.archive, "conformance"] ?? "").lowercased()
      var rules = [
        trailerID, encryption, fontsEmbedded, fontsWhole, scripts, actions, multimedia,
        externalReferences, outputIntent, deviceColors, metadataPacket,
      ]
      if part == "1" { rules.append(transparency) }
      if ["1", "2"].contains(part) { rules.append(embeddedFiles) }
      if level == "a" { rules += [tagged, language] }
      if level == "a" || level == "u" { rules.append(unicode) }
      breaches += kept(rules, "PDF/A-\(part)\(level)", subject)
    }
    if let part = subject.metadata?[.accessible, "part"] {
      let rules = [tagged, language, title, markedContent, headings, fontsEmbedded, unicode]
      breaches += kept(rules, "PDF/UA-\(part)", subject)
    }
    return breaches
  }

  private static func kept(_ rules: [Rule], _ claim: String, _ subject: Subject) -> [Breach] {
    rules.flatMap { rule in
      rule.breaches(subject, RuleValues()).prefix(1).map { breach in
        var breach = breach
        breach.text = "the file claims to be \(claim), but \(breach.text)"
        return breach
      }
    }
  }
}
