import Intake
import PDFFile
import Typeset

extension Rule {
  /// A seal covers all of the file, and nothing was changed under it.
  static let seal = Rule(
    "seal", "A seal covers the whole file, and the file is what was sealed.",
    settings: [RuleSetting("required", .flag, "Whether there must be a seal.")]
  ) { subject, values in
    let pdf = subject.pdf
    let seals = subject.dictionaries.filter {
      $0.entries["ByteRange"] != nil && $0.entries["Contents"] != nil
    }
    if seals.isEmpty {
      guard values.flag("required") else { return [] }
      return [Breach("the file has no seal", advice: "seal the file")]
    }
    // A file that was sealed again is covered by the last seal alone.
    let faults = seals.map { fault(of: $0.entries, in: subject) }
    let covering = faults.filter { $0 != .coversPart }
    let told = covering.isEmpty ? Array(faults.prefix(1)) : covering
    return told.compactMap { fault in
      fault.map { Breach($0.message, advice: "seal the file anew, after the last change") }
    }
  }

  private enum SealFault {
    case broken, coversPart, changed, forged, unknown

    var message: DiagnosticText {
      switch self {
      case .broken: "the seal is damaged"
      case .coversPart: "the seal does not cover the whole file"
      case .changed: "the file was changed after it was sealed"
      case .forged: "the seal's signature does not fit it"
      case .unknown: "the seal is of a kind that cannot be looked at"
      }
    }
  }

  private static func fault(of seal: PDFDictionary, in subject: Subject) -> SealFault? {
    let pdf = subject.pdf
    let range = pdf.items(seal["ByteRange"]).compactMap { pdf.integer($0) }
    guard range.count == 4, range.allSatisfy({ $0 >= 0 && $0 <= pdf.bytes.count }), range[0] == 0,
      range[1] < range[2], range[2] + range[3] <= pdf.bytes.count
    else { return .broken }
    // What is left out is the seal itself, in its angle brackets.
    guard pdf.bytes[range[1]] == UInt8(ascii: "<"),
      pdf.bytes[range[2] - 1] == UInt8(ascii: ">"), let contents = pdf.string(seal["Contents"]),
      pdf.bytes[range[1] + 1..<range[2] - 1].allSatisfy({ isHex($0) })
    else { return .broken }
    guard range[2] + range[3] == pdf.bytes.count else { return .coversPart }
    guard let message = SignedMessage(contents) else { return .unknown }
    let covered = [pdf.bytes[..<range[1]], pdf.bytes[range[2]...]]
    guard Digest.of(covered, message.digestKind) == message.digest else { return .changed }
    switch subject.verdict(on: contents, covering: covered.flatMap { Array($0) }) {
    case .sound, .unknown: return nil
    case .broken: return .forged
    case .unreadable: return .unknown
    }
  }

  private static func isHex(_ byte: UInt8) -> Bool {
    Character(Unicode.Scalar(byte)).isHexDigit || byte <= 32
  }
}
