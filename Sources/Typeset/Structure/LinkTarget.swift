/// What becomes of a link's address.
enum LinkTarget: Hashable {
  /// An address to follow, in ASCII as PDF wants it (ISO 32000-1, 12.6.4.7).
  case allowed(String)
  /// Nothing, or a mark within a page that is not there, as pasted text has it.
  case dead
  /// Anything else, with what is wrong with it.
  case refused(DiagnosticText)

  init(_ address: String) {
    let scheme = address.prefix { $0 != ":" }
    if address.isEmpty || address.hasPrefix("#") {
      self = .dead
    } else if scheme.count == address.count {
      self = .refused("has no https:// before it")
    } else if !["http", "https", "mailto", "tel"].contains(scheme.lowercased()) {
      self = .refused("is not http, https, mailto or tel")
    } else if ["", "//"].contains(address.dropFirst(scheme.count + 1)) {
      self = .refused("names no place")
    } else {
      self = .allowed(Self.percentEncoded(address))
    }
  }

  /// What to write in place of an address that is refused.
  static func advice(on address: String) -> DiagnosticText {
    let name = address.split(separator: "/").last.map(String.init) ?? address
    let kind = name.split(separator: ".").last.map { $0.lowercased() } ?? ""
    let host = address.prefix { $0 != "/" }
    guard !address.contains(":"), !address.contains(" ") else {
      return "write an address that begins with https://, http://, mailto: or tel:"
    }
    if host.contains("@") { return "write mailto:\(address)" }
    if fileKinds.contains(kind), !address.hasPrefix("www.") {
      return kind == fileKinds[0]
        ? "write {title: …, file: \(inBrackets(address))} under enclosures: in the head"
        : "make a PDF of it, and name that under enclosures: in the head"
    }
    let isHost = !pageKinds.contains(kind) || host.count < address.count
    if isHost, host.dropFirst().dropLast().contains(".") { return "write https://\(address)" }
    return "write an address that begins with https://, http://, mailto: or tel:"
  }

  /// How the names of files end that somebody would have with a letter.
  private static let fileKinds = ["pdf", "docx", "doc", "odt", "xlsx"]
  /// How those of pages end, which no host's does.
  private static let pageKinds = ["html", "htm", "md", "php"]

  /// Every byte that a URI may not hold as it is becomes `%` and two digits (RFC 3986, 2.1).
  private static func percentEncoded(_ address: String) -> String {
    var result: [UInt8] = []
    for byte in address.utf8 {
      switch byte {
      case 0x00...0x20, 0x22, 0x3C, 0x3E, 0x5C, 0x5E, 0x60, 0x7B...0x7D, 0x7F...0xFF:
        let digits = Array("0123456789ABCDEF".utf8)
        result += [UInt8(ascii: "%"), digits[Int(byte >> 4)], digits[Int(byte & 15)]]
      default:
        result.append(byte)
      }
    }
    return String(decoding: result, as: UTF8.self)
  }
}

/// A path out of its `%20`s; the path as it is if they do not make text.
func percentDecoded(_ path: String) -> String {
  let bytes = Array(path.utf8)
  var result: [UInt8] = []
  var index = 0
  while index < bytes.count {
    if bytes[index] == UInt8(ascii: "%"), index + 2 < bytes.count,
      let high = Character(UnicodeScalar(bytes[index + 1])).hexDigitValue,
      let low = Character(UnicodeScalar(bytes[index + 2])).hexDigitValue
    {
      result.append(UInt8(high * 16 + low))
      index += 3
    } else {
      result.append(bytes[index])
      index += 1
    }
  }
  let decoded = String(validating: result, as: UTF8.self)
  return decoded.map { $0.unicodeScalars.contains(where: isControl) ? path : $0 } ?? path
}
