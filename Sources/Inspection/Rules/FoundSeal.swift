import Intake
import PDFFile
package import Typeset

/// A seal in a file, as it is found: who made it and when, and whether it fits.
///
/// Whether its holder is who he says, and may be trusted, is not looked at: that is for whom the file is
/// for to say.
package struct FoundSeal: Hashable, Sendable {
  /// What is wrong with a seal.
  package enum Fault: Hashable, Sendable {
    /// It is none.
    case broken
    /// What it covers was changed.
    case changed
    /// Its signature is another's.
    case forged
    /// It is of a kind that cannot be looked at.
    case unknown

    /// What is wrong, in words.
    package var message: DiagnosticText {
      switch self {
      case .broken: "the seal is damaged"
      case .changed: "the file was changed after it was sealed"
      case .forged: "the seal's signature does not fit it"
      case .unknown: "the seal is of a kind that cannot be looked at"
      }
    }
  }

  /// The field that it stands in; nil where none has it.
  package internal(set) var field: String?
  /// Whose certificate it is; nil where that is not known.
  package internal(set) var holder: String?
  /// When it says that it was made, as the file has it; nil where it does not say.
  package internal(set) var moment: String?
  /// When an authority stamped it, as `2026-11-22T12:00:00Z`; nil where none did, or its stamp is no good.
  package internal(set) var stamp: String?
  /// Whether it covers the whole file, and not only what came before a later change.
  package internal(set) var coversAll = false
  /// Whether it has the form of PAdES baseline B-B (ETSI EN 319 142-1, 6).
  package internal(set) var isBaseline = false
  /// What is wrong with it; nil for a seal that fits.
  package internal(set) var fault: Fault?

  /// The level of PAdES that it has; nil for none.
  package var level: String? { isBaseline ? stamp == nil ? "B-B" : "B-T" : nil }
}

extension Subject {
  /// Looks at every seal of the file, in the order in which they were made.
  func findSeals() -> [FoundSeal] {
    var ends: [(end: Int, seal: FoundSeal)] = []
    for (number, entries) in dictionaries
    where entries["ByteRange"] != nil && entries["Contents"] != nil {
      // For each the file is read again; no honest one has so many.
      guard ends.count < 32, !isOverdue else {
        var unseen = FoundSeal()
        unseen.fault = .unknown
        return ends.sorted { $0.end < $1.end }.map(\.seal) + [unseen]
      }
      let (seal, end) = look(at: entries)
      ends.append((end, named(seal, by: number)))
    }
    return ends.sorted { $0.end < $1.end }.map(\.seal)
  }

  private func named(_ seal: FoundSeal, by number: Int) -> FoundSeal {
    let value = PDFValue.reference(PDFReference(index: number))
    var seal = seal
    seal.field = dictionaries.first { $0.entries["V"] == value }.flatMap {
      pdf.text($0.entries["T"])
    }
    return seal
  }

  /// Looks at a seal; also where what it covers ends.
  private func look(at entries: PDFDictionary) -> (seal: FoundSeal, end: Int) {
    var seal = FoundSeal()
    seal.moment = pdf.text(entries["M"]).flatMap { Self.moment($0) }
    guard let range = range(of: entries), let contents = pdf.string(entries["Contents"]) else {
      seal.fault = .broken
      return (seal, pdf.bytes.count)
    }
    let end = range[2] + range[3]
    seal.coversAll = end == pdf.bytes.count
    guard let message = SignedMessage(contents) else {
      seal.fault = .unknown
      return (seal, end)
    }
    seal.holder = message.certificate?.holder
    seal.isBaseline =
      message.isBaseline && pdf.name(entries["SubFilter"]) == "ETSI.CAdES.detached"
      && seal.moment != nil
    seal.fault = fault(of: message, contents, over: range)
    if seal.fault == nil, let token = message.timeStamp, let stamp = TimeStamp(token),
      stamp.imprint == sha256(of: message.signature),
      verdict(on: token, covering: stamp.information) == .sound
    {
      seal.stamp = Self.moment(stamp.moment)
    }
    return (seal, end)
  }

  private func fault(
    of message: SignedMessage, _ contents: [UInt8], over range: [Int]
  ) -> FoundSeal.Fault? {
    let covered = [pdf.bytes[..<range[1]], pdf.bytes[range[2]..<range[2] + range[3]]]
    guard Digest.of(covered, message.digestKind) == message.digest else { return .changed }
    switch verdict(on: contents, covering: covered.flatMap { Array($0) }) {
    case .sound, .unknown: return nil
    case .broken: return .forged
    case .unreadable: return .unknown
    }
  }

  /// What a seal covers; nil where that leaves out anything but the seal itself, in its angle brackets.
  private func range(of entries: PDFDictionary) -> [Int]? {
    let range = pdf.items(entries["ByteRange"]).compactMap { pdf.integer($0) }
    guard range.count == 4, range.allSatisfy({ $0 >= 0 && $0 <= pdf.bytes.count }), range[0] == 0,
      range[1] < range[2], range[2] + range[3] <= pdf.bytes.count,
      pdf.bytes[range[1]] == UInt8(ascii: "<"), pdf.bytes[range[2] - 1] == UInt8(ascii: ">"),
      pdf.bytes[range[1] + 1..<range[2] - 1].allSatisfy({ Self.isHex($0) })
    else { return nil }
    return range
  }

  private static func isHex(_ byte: UInt8) -> Bool {
    Character(Unicode.Scalar(byte)).isHexDigit || byte <= 32
  }

  /// `D:20261122120000Z`, or its digits alone, as `2026-11-22T12:00:00Z`, with another offset than UTC's as
  /// `2026-11-22T13:00:00+01:00`; nil for no moment.
  private static func moment(_ text: String) -> String? {
    let text = text.hasPrefix("D:") ? text.dropFirst(2) : text[...]
    let digits = text.prefix { $0.isASCII && $0.isNumber }
    guard digits.count == 14 else { return nil }
    let parts = Array(digits)
    func two(_ place: Int) -> String { String(parts[place..<place + 2]) }
    let zone = text.dropFirst(14).filter { $0 != "'" }
    let isUTC = zone.isEmpty || zone.hasPrefix("Z")
    guard isUTC || zone.count == 5 || zone.count == 3 else { return nil }
    let offset = isUTC ? "Z" : "\(zone.prefix(3)):\(zone.count == 5 ? zone.suffix(2) : "00")"
    return "\(two(0))\(two(2))-\(two(4))-\(two(6))T\(two(8)):\(two(10)):\(two(12))\(offset)"
  }
}
