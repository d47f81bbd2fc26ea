import Typeset

/// Asks veraPDF, the judge of PDF/A and PDF/UA, where it is installed.
package struct VeraPDF: Sendable {
  private let tool: Tool

  /// The profiles that its judgement belongs to look at one of these claims.
  private static let claims: Set = [Rule.archiveClaim.name, Rule.accessibleClaim.name]

  /// - Parameter path: where its program `verapdf` is.
  package init(path: String) {
    var limits = Tool.Limits()
    // A Java machine maps more than it uses, and takes a while to start.
    limits.memory = nil
    limits.seconds = 120
    tool = Tool(path: path, limits: limits)
  }

  /// A result with what veraPDF finds for each claim that the profiles look at and the file makes.
  ///
  /// - Parameter file: the path of the file, since veraPDF reads it itself.
  package func judging(
    _ result: InspectionResult, of pdf: InspectedPDF, at file: String, by profiles: [Profile]
  ) -> InspectionResult {
    guard result.toolFault == nil else { return result }
    let uses = profiles.flatMap { profile in
      profile.uses.filter { Self.claims.contains($0.rule.name) }.map { (profile.name, $0) }
    }
    var findings: [Finding] = []
    var asked: Set<String> = []
    for (profile, use) in uses {
      guard let flavour = Self.flavour(of: pdf, use.rule), asked.insert(flavour).inserted else {
        continue
      }
      do throws(ToolFault) {
        let outcome = try tool.run(["--format", "xml", "--flavour", flavour, file], reading: [])
        guard let judged = Self.parse(outcome.output) else { throw .failed("verapdf") }
        findings += judged.map {
          Finding(
            profile: profile, rule: "verapdf", severity: .error, source: $0.source,
            breach: $0.breach)
        }
      } catch {
        return InspectionResult(
          name: result.name, pageCount: result.pageCount, findings: result.findings,
          seals: result.seals,
          toolFault: .missing("verapdf that judges files (\(error.message))", package: "veraPDF"))
      }
    }
    return InspectionResult(
      name: result.name, pageCount: result.pageCount, findings: result.findings + findings,
      seals: result.seals)
  }

  /// What veraPDF calls a claim; nil where the file does not make it.
  private static func flavour(of pdf: InspectedPDF, _ rule: Rule) -> String? {
    let packet = pdf.metadata
    if rule.name == Rule.archiveClaim.name {
      guard let part = packet?[.archive, "part"] else { return nil }
      return part + (packet?[.archive, "conformance"] ?? "").lowercased()
    }
    return packet?[.accessible, "part"].map { "ua\($0)" }
  }

  /// The rules that a report says are broken; nil for what is no report.
  static func parse(_ report: [UInt8]) -> [(source: String, breach: Breach)]? {
    var scanner = XMLScanner(report)
    var found: [(String, Breach)] = []
    var clause: String?
    var count = ""
    var words = ""
    var path: [String] = []
    var isReport = false
    do throws(XMLScanner.Fault) {
      while let piece = try scanner.next() {
        switch piece {
        case .start(let name, let attributes):
          path.append(name.local)
          words = ""
          func attribute(_ key: String) -> String {
            attributes[XMLScanner.Name(space: "", local: key)] ?? ""
          }
          if name.local == "validationReport" { isReport = true }
          if name.local == "rule", attribute("status") == "failed" {
            clause =
              "\(attribute("specification")), \(attribute("clause")), test \(attribute("testNumber"))"
            count = attribute("failedChecks")
          }
        case .text(let text): words += text
        case .end:
          let name = path.popLast()
          if name == "description", path.last == "rule", let source = clause {
            let times = count.isEmpty || count == "1" ? "" : " (\(count) times)"
            found.append(
              (
                source,
                Breach(
                  "veraPDF: \(words)\(times)",
                  advice: "make the file anew with a program that keeps the standard")
              ))
            clause = nil
          }
        }
      }
    } catch {
      return nil
    }
    return isReport ? found : nil
  }
}
