import Inspection
import Intake
import PDFFile
import Typeset

extension FuzzTarget {
  /// Whole PDFs as the intake takes them in: for a look, as enclosures and as letterheads.
  static let pdf = FuzzTarget(
    "pdf", longest: 32_768, seeds: { $0.sampleFiles },
    open: { project in
      let intake = project.intake
      return { take($0, by: intake) }
    })

  /// What a page paints, in a PDF that is otherwise in order; also as a map from codes to characters.
  static let content = FuzzTarget(
    "content",
    seeds: { _ in
      [
        "q 1 0 0 1 20 30 cm 0 0 1 rg BT /F1 12 Tf 10 20 Td (Ord) Tj [(a) -20 <0041>] TJ ET Q",
        "/P <</MCID 0>> BDC BT /F1 9 Tf (x) ' ET EMC /Artifact BMC 0 0 9 9 re W n f* EMC",
        "BI /W 2 /H 2 /BPC 8 /CS /G ID abcd EI 0.1 0.2 0.3 0.4 k 1 w 0 0 m 9 9 l S /X1 Do",
        "1 begincodespacerange <00> <FF> endcodespacerange 1 beginbfrange <00> <0F> <0041> endbfrange",
      ].map { Array($0.utf8) }
    },
    open: { project in
      let intake = project.intake
      let profiles = project.profiles
      return { bytes in
        scan(bytes)
        let map = UnicodeMap(bytes)
        for code in [0, 15, 255, 65_535] { _ = map.units(of: code) }
        let file = HandmadePage(content: bytes).bytes
        let isTaken = take(file, by: intake)
        return look(file, profiles, by: intake) && isTaken
      }
    })

  /// A whole PDF that is checked by every profile, listened to and reported of.
  static let inspection = FuzzTarget(
    "inspection", longest: 32_768, seeds: { $0.sampleFiles },
    open: { project in
      let intake = project.intake
      let profiles = project.profiles
      return { look($0, profiles, by: intake) }
    })

  /// The words about a file within it: XMP.
  static let metadata = FuzzTarget(
    "metadata",
    seeds: { project in
      project.sampleFiles.compactMap { file in
        let text = String(decoding: file, as: UTF8.self)
        guard let start = text.firstRange(of: "<?xpacket begin"),
          let end = text[start.lowerBound...].firstRange(of: "<?xpacket end=\"w\"?>")
        else { return nil }
        return Array(text[start.lowerBound..<end.upperBound].utf8)
      }
    },
    open: { _ in
      { bytes in
        let packet = XMPPacket(bytes)
        return packet?[.dublinCore, "title"] != nil
      }
    })

  private static func take(_ bytes: [UInt8], by intake: IntakeClient) -> Bool {
    var isTaken = true
    func ask<Request: IntakeRequest>(_ request: Request) {
      do throws(IntakeFault) {
        _ = try intake.ask(request)
      } catch {
        see(error)
        isTaken = false
      }
    }
    ask(AuditPDF(bytes))
    ask(ReadForeignPDF(bytes, file: "a.pdf", use: .enclosure))
    ask(ReadForeignPDF(bytes, file: "a.pdf", use: .background))
    return isTaken
  }

  private static func scan(_ bytes: [UInt8]) {
    var scanner = ContentScanner(bytes)
    var operation = ContentScanner.Operation()
    while scanner.next(into: &operation) {
      _ = scanner.gray(operation)
      for operand in operation.operands {
        _ = PDFSyntax.name(bytes[operand])
        _ = PDFSyntax.string(bytes[operand])
      }
    }
  }

  private static func look(
    _ bytes: [UInt8], _ profiles: [Profile], by intake: IntakeClient
  ) -> Bool {
    do throws(IntakeFault) {
      let pdf = try InspectedPDF(bytes, name: "a.pdf", by: intake)
      let subject = Subject(pdf, intake: intake)
      let result = inspect(subject, by: profiles)
      precondition(result.toolFault == nil, "no program is asked")
      _ = listen(to: subject)?.text
      precondition(!result.text.isEmpty && !result.json.text.isEmpty, "a result has words")
      precondition(!sarifReport(of: [result], by: profiles, version: "1").text.isEmpty)
      precondition(!junitReport(of: [result], by: profiles).isEmpty, "a report has words")
      return !pdf.pages.isEmpty
    } catch {
      preconditionFailure("\(error)")
    }
  }
}

extension FuzzProject {
  /// PDFs of the project's letters, and those that come with them.
  var sampleFiles: [[UInt8]] {
    let setter = typesetter()
    let letters = [
      "---\nlayout: brev\ndate: 2026-03-02\n---\n\n# Æble\n\nEt *ord*.[^1]\n\n[^1]: Note."
    ]
    let made = letters.compactMap { text -> [UInt8]? in
      do throws(Diagnostics) {
        let letter = try Letter(markdown: Array(text.utf8), name: "letter.md")
        return try setter.compose(letter, in: try setter.layout(of: letter)).pdf().bytes
      } catch {
        return nil
      }
    }
    let page = HandmadePage(content: Array("BT /F1 12 Tf 10 20 Td (Ord) Tj ET".utf8))
    return made + [page.bytes] + files("Examples/images", ".pdf")
  }

  /// Every profile, without the rule that asks another program for pixels.
  var profiles: [Profile] {
    let shelf = ProfileShelf(resources: root)
    return shelf.names.compactMap { name in
      do throws(Diagnostics) {
        var profile = try shelf.profile(name)
        profile.uses.removeAll { $0.rule.name == "ink-free" }
        return profile
      } catch {
        return nil
      }
    }
  }
}
