/// The standards that a file can meet.
public enum PDFStandard: String, Hashable, Sendable, CaseIterable {
  /// ISO 19005-2 level A and ISO 14289-1 in one file.
  case archiveAndAccess = "a-2a+ua-1"
  /// ISO 19005-3 level A and ISO 14289-1: the same with attachments.
  case archiveAndAccessWithAttachments = "a-3a+ua-1"
  /// ISO 19005-2 level A: has its structure.
  case archive = "a-2a"
  /// ISO 19005-2 level U: all its text can be read and searched.
  case archiveText = "a-2u"
  /// ISO 19005-2 level B: looks the same for ever, says nothing of structure.
  case archiveLook = "a-2b"
  /// ISO 19005-3 level A.
  case archiveWithAttachments = "a-3a"
  /// ISO 19005-3 level U.
  case archiveTextWithAttachments = "a-3u"
  /// ISO 19005-3 level B.
  case archiveLookWithAttachments = "a-3b"
  /// ISO 14289-1.
  case access = "ua-1"
  /// ISO 19005-4 and ISO 14289-2 in one file, which is PDF 2.0.
  case archiveAndAccess2 = "a-4+ua-2"
  /// ISO 19005-4 level F and ISO 14289-2: the same with attachments.
  case archiveAndAccess2WithAttachments = "a-4f+ua-2"
  /// ISO 19005-4.
  case archive2 = "a-4"
  /// ISO 19005-4 level F.
  case archive2WithAttachments = "a-4f"
  /// None in particular; the file is built in the same way.
  case none
}

extension PDFStandard {
  /// The part of ISO 19005 that is claimed, and the level, which part 4 has only with attachments.
  var archive: (part: Int, level: String)? {
    switch self {
    case .archiveAndAccess, .archive: (2, "A")
    case .archiveText: (2, "U")
    case .archiveLook: (2, "B")
    case .archiveAndAccessWithAttachments, .archiveWithAttachments: (3, "A")
    case .archiveTextWithAttachments: (3, "U")
    case .archiveLookWithAttachments: (3, "B")
    case .archiveAndAccess2, .archive2: (4, "")
    case .archiveAndAccess2WithAttachments, .archive2WithAttachments: (4, "F")
    case .access, .none: nil
    }
  }

  /// The part of ISO 14289 that is claimed.
  var accessPart: Int? {
    switch self {
    case .archiveAndAccess, .archiveAndAccessWithAttachments, .access: 1
    case .archiveAndAccess2, .archiveAndAccess2WithAttachments: 2
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
