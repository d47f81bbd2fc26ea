/// The standards that a file can meet.
public enum PDFStandard: String, Hashable, Sendable, CaseIterable {
  /// ISO 19005-2 level A and ISO 14289-1 in one file.
  case a2aUA1 = "a-2a+ua-1"
  /// ISO 19005-3 level A and ISO 14289-1: the same with attachments.
  case a3aUA1 = "a-3a+ua-1"
  /// ISO 19005-2 level A: has its structure.
  case a2a = "a-2a"
  /// ISO 19005-2 level U: all its text can be read and searched.
  case a2u = "a-2u"
  /// ISO 19005-2 level B: looks the same for ever, says nothing of structure.
  case a2b = "a-2b"
  /// ISO 19005-3 level A.
  case a3a = "a-3a"
  /// ISO 19005-3 level U.
  case a3u = "a-3u"
  /// ISO 19005-3 level B.
  case a3b = "a-3b"
  /// ISO 14289-1.
  case ua1 = "ua-1"
  /// ISO 19005-4 and ISO 14289-2 in one file, which is PDF 2.0.
  case a4UA2 = "a-4+ua-2"
  /// ISO 19005-4 level F and ISO 14289-2: the same with attachments.
  case a4fUA2 = "a-4f+ua-2"
  /// ISO 19005-4.
  case a4 = "a-4"
  /// ISO 19005-4 level F.
  case a4f = "a-4f"
  /// None in particular; the file is built in the same way.
  case none
}

extension PDFStandard {
  /// The part of ISO 19005 that is claimed, and the level, which part 4 has only with attachments.
  var archive: (part: Int, level: String)? {
    switch self {
    case .a2aUA1, .a2a: (2, "A")
    case .a2u: (2, "U")
    case .a2b: (2, "B")
    case .a3aUA1, .a3a: (3, "A")
    case .a3u: (3, "U")
    case .a3b: (3, "B")
    case .a4UA2, .a4: (4, "")
    case .a4fUA2, .a4f: (4, "F")
    case .ua1, .none: nil
    }
  }

  /// The part of ISO 14289 that is claimed.
  var accessPart: Int? {
    switch self {
    case .a2aUA1, .a3aUA1, .ua1: 1
    case .a4UA2, .a4fUA2: 2
    default: nil
    }
  }

  /// Whether ISO 14289 is claimed.
  var isAccessible: Bool { accessPart != nil }

  /// Whether the file is PDF 2.0 (ISO 32000-2); otherwise it is PDF 1.7.
  var isPDF2: Bool { archive?.part == 4 }

  /// Whether the structure of the letter must be whole.
  var needsStructure: Bool { isAccessible || archive?.level == "A" }
}
