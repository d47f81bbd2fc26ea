import Typeset

/// The address of a print in the parts that remote print takes (OIO Fjernprint, `KontaktOplysning`).
struct PostalAddress: Hashable, Sendable {
  var name: String
  var careOf: String?
  var street: String?
  var number: String?
  var floor: String?
  var door: String?
  /// A place within the address (`MailDeliverySublocationIdentifier`).
  var place: String?
  var postcode: String?
  var district: String?
  var box: String?
  /// The lines below the name, where its parts cannot be told.
  var lines: [String] = []
  var country = "DK"

  /// The most characters of each part (OIO Fjernprint, dkcc).
  enum Limit {
    static let name = 130
    static let line = 34
    static let street = 40
    static let lineCount = 6
  }

  init(name: String) { self.name = name }

  /// Reads an address from the lines of a letter: its parts where all of them are understood, otherwise
  /// the lines as they are.
  init?(lines all: [String], country: String?) {
    guard let name = all.first else { return nil }
    self.init(name: name)
    let rest = Array(all.dropFirst())
    if let country { self.country = country }
    if country ?? "DK" == "DK", let parts = Self.parts(rest, name) {
      self = parts
    } else {
      lines = rest
    }
  }

  /// The parts of the lines below the name; nil where one is not understood.
  private static func parts(_ lines: [String], _ name: String) -> PostalAddress? {
    var address = PostalAddress(name: name)
    guard let last = lines.last, let postcode = postcode(of: last) else { return nil }
    address.postcode = postcode
    for line in lines.dropLast() {
      let lower = line.lowercased()
      if lower.hasPrefix("c/o "), address.careOf == nil {
        address.careOf = String(line.dropFirst(4))
      } else if lower.hasPrefix("postboks "), address.box == nil,
        let number = Int(line.dropFirst(9)), (1...9999).contains(number)
      {
        address.box = String(number)
      } else if address.street == nil, let street = StreetLine(line) {
        address.street = street.name
        address.number = street.number
        address.floor = street.floor
        address.door = street.door
      } else {
        return nil
      }
    }
    // The schema wants street and number with a postcode, and has no box without them.
    guard address.street != nil, address.misfits.isEmpty else { return nil }
    return address
  }

  /// The postcode of a line such as `2300 København S`, also behind `DK-`.
  private static func postcode(of line: String) -> String? {
    let text = line.hasPrefix("DK-") ? line.dropFirst(3) : line[...]
    let digits = text.prefix { $0.isASCII && $0.isNumber }
    guard digits.count == 4, text.dropFirst(4).first == " " else { return nil }
    return String(digits)
  }

  /// What of it remote print does not take, and what to do.
  var misfits: [(message: DiagnosticText, hint: DiagnosticText)] {
    var found: [(message: DiagnosticText, hint: DiagnosticText)] = []
    func look(_ text: String?, _ part: DiagnosticText, most: Int) {
      guard let text else { return }
      if text.isEmpty {
        found.append(("\(part) is empty", "fill it or leave it out"))
      } else if text.count > most {
        found.append(
          (
            "\(part) has \(text.count) characters, more than the \(most) that remote print takes",
            "shorten it"
          ))
      } else if characterThatXMLLacks(text) != nil {
        found.append(("\(part) holds a control character", "delete it"))
      }
    }
    func look(
      _ text: String?, _ part: DiagnosticText, _ isFit: (String) -> Bool, _ hint: DiagnosticText
    ) {
      guard let text, !isFit(text) else { return }
      found.append(("\(part) is none that remote print takes", hint))
    }
    look(name, "the name of the address", most: Limit.name)
    look(careOf, "the c/o of the address", most: Limit.name)
    look(street, "the street", most: Limit.street)
    look(place, "the place within the address", most: Limit.line)
    look(district, "the district", most: Limit.line)
    look(number, "the number of the house", StreetLine.isNumber, "write 12 or 12B")
    look(floor, "the floor", StreetLine.isFloor, "write 1 to 99, st, kl or k2")
    look(door, "the door", { (1...4).contains($0.count) }, "write at most four characters")
    look(
      postcode, "the postcode",
      { $0.utf8.count == 4 && $0.utf8.allSatisfy { (0x30...0x39).contains($0) } },
      "write four digits")
    look(
      country, "the country",
      { $0.utf8.count == 2 && $0.utf8.allSatisfy { (0x41...0x5A).contains($0) } },
      "write its two letters, as DK")
    for (index, line) in lines.enumerated() {
      look(line, "line \(index + 2) of the address", most: Limit.line)
    }
    if lines.count > Limit.lineCount {
      found.append(
        (
          "the address has \(lines.count + 1) lines, more than the \(Limit.lineCount + 1) that remote print takes",
          "leave some out"
        ))
    }
    return found
  }
}

/// A line such as `Vestergade 12B, 3. tv.` in its parts.
struct StreetLine: Hashable, Sendable {
  let name: String
  let number: String
  let floor: String?
  let door: String?

  init?(_ line: String) {
    let parts = line.split(separator: ",", maxSplits: 1).map {
      $0.split(separator: " ").map(String.init)
    }
    guard var street = parts.first, street.count >= 2 else { return nil }
    var number = street.removeLast()
    // A letter may stand apart from its number: 12 B.
    if number.count == 1, number.first?.isLetter == true, street.count >= 2,
      let before = street.last, Self.isNumber(before + number.uppercased())
    {
      street.removeLast()
      number = before + number
    }
    number = number.uppercased()
    guard Self.isNumber(number) else { return nil }
    var inner = parts.count > 1 ? parts[1] : []
    var floor: String?
    var door: String?
    if !inner.isEmpty {
      let first = Self.withoutStop(inner.removeFirst()).lowercased()
      guard Self.isFloor(first), inner.count <= 1 else { return nil }
      floor = first
      if let last = inner.first {
        let name = Self.withoutStop(last)
        guard (1...4).contains(name.count) else { return nil }
        door = name.lowercased()
      }
    }
    name = street.joined(separator: " ")
    (self.number, self.floor, self.door) = (number, floor, door)
  }

  /// One to three digits without a zero before them, and a capital letter or none.
  static func isNumber(_ text: String) -> Bool {
    let digits = text.utf8.prefix { (0x30...0x39).contains($0) }
    let rest = Array(text.utf8.dropFirst(digits.count))
    return (1...3).contains(digits.count) && digits.first != 0x30
      && (rest.isEmpty || rest.count == 1 && (0x41...0x5A).contains(rest[0]))
  }

  /// 1 to 99, the ground floor or a basement.
  static func isFloor(_ text: String) -> Bool {
    if ["KL", "ST", "kl", "st"].contains(text) { return true }
    let bytes = Array(text.utf8)
    if bytes.count == 2, bytes[0] == UInt8(ascii: "k") || bytes[0] == UInt8(ascii: "K") {
      return (0x32...0x39).contains(bytes[1])
    }
    return (1...2).contains(bytes.count) && bytes[0] != 0x30
      && bytes.allSatisfy { (0x30...0x39).contains($0) }
  }

  private static func withoutStop(_ text: String) -> String {
    text.hasSuffix(".") ? String(text.dropLast()) : text
  }
}
