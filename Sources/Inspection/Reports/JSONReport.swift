import Typeset

extension InspectionResult {
  /// The findings as one JSON object: lengths in millimetres from the page's top left corner.
  package var json: JSON {
    .object([
      "file": .string(name), "fit": .flag(isFit), "pages": .count(pageCount),
      "fault": toolFault.map { .string($0.message) },
      "findings": .array(findings.map(\.json)),
      "seals": seals.isEmpty ? nil : .array(seals.map(\.json)),
    ])
  }
}

extension Finding {
  fileprivate var json: JSON {
    .object([
      "profile": .string(profile), "rule": .string(rule), "severity": .string(severity.rawValue),
      "page": breach.page.map { .count($0) }, "area": breach.area.map(\.json),
      "message": .string(breach.message), "advice": .string(breach.advice),
      "source": .string(source),
    ])
  }
}

extension FoundSeal {
  fileprivate var json: JSON {
    .object([
      "field": field.map { .string($0) }, "holder": holder.map { .string($0) },
      "time": moment.map { .string($0) }, "stamped": stamp.map { .string($0) },
      "level": level.map { .string($0) }, "whole": .flag(coversAll),
      "fault": fault.map { .string($0.message.english) },
    ])
  }
}

extension Area {
  /// The rectangle in millimetres, to a tenth.
  var json: JSON {
    func tenths(_ value: Double) -> JSON { .number((value * 10).rounded() / 10) }
    return .object([
      "x": tenths(left), "y": tenths(top), "width": tenths(width), "height": tenths(height),
    ])
  }
}
