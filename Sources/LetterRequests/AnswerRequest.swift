internal import Comparison
package import Inspection
internal import Intake
internal import Typeset

extension RequestDesk {
  /// Answers any request.
  ///
  /// - Throws: what is wrong with it, or the limit that it goes over.
  package func answer(_ request: DeskRequest) throws(RequestFault) -> DeskAnswer {
    switch request {
    case .hello: return hello
    case .render(let letter):
      let answer = try render(letter)
      return DeskAnswer(answer.report.members, files: answer.files)
    case .check(let file): return DeskAnswer(try check(file))
    case .compare(let files): return DeskAnswer(try compare(files))
    case .layouts: return DeskAnswer([("layouts", try layouts())])
    case .layout(let name):
      let file = AnsweredFile(
        name: "\(name).yaml", mediaType: "application/yaml", bytes: try layoutText(name))
      return DeskAnswer([("bytes", .count(file.bytes.count))], files: [file])
    case .schema(let schema):
      let file = AnsweredFile(
        name: "\(schema.rawValue).schema.json", mediaType: "application/schema+json",
        bytes: try self.schema(schema))
      return DeskAnswer([("bytes", .count(file.bytes.count))], files: [file])
    }
  }

  private var hello: DeskAnswer {
    DeskAnswer([
      ("version", .string(version)), ("protocol", .count(1)),
      (
        "limits",
        .object([
          "letterBytes": .count(limits.letterBytes), "requestBytes": .count(limits.requestBytes),
          "files": .count(limits.files), "pages": .count(limits.pages),
          "seconds": .number(limits.seconds),
        ])
      ),
    ])
  }

  // MARK: What is installed

  /// The installed layouts: what a letter writes after `layout:`, full name, what each is for.
  package func layouts() throws(RequestFault) -> JSON {
    do throws(Diagnostics) {
      return .array(
        try typesetter.listLayouts().map {
          .object([
            "key": .string($0.key), "name": .string($0.name),
            "description": .string($0.description),
          ])
        })
    } catch {
      throw RequestFault(.fault, error.all)
    }
  }

  /// The text of an installed layout, as it was written.
  package func layoutText(_ name: String) throws(RequestFault) -> [UInt8] {
    do throws(Diagnostics) {
      try checkName(Located(value: name), "layout")
      return Array(try typesetter.layoutText(name).utf8)
    } catch {
      throw RequestFault(error)
    }
  }

  /// The JSON schema of letters or of layouts.
  package func schema(_ schema: DeskRequest.Schema) throws(RequestFault) -> [UInt8] {
    try document("\(schema.rawValue).schema.json")
  }

  /// The description of the service in the form of OpenAPI 3.1.
  package func serviceDescription() throws(RequestFault) -> [UInt8] {
    try document("openapi.json")
  }

  /// A file for programs, which lies beside the layouts when installed, in the project among the
  /// documents.
  private func document(_ name: String) throws(RequestFault) -> [UInt8] {
    for folder in ["schema", "Docs/schema"] {
      let path = "\(resources)/\(folder)/\(name)"
      if let bytes = try? readFile(at: path, limit: sourceSizeLimit) { return bytes }
    }
    throw RequestFault(.fault, "\(name) is not installed", hint: "install letterpdf anew")
  }

  // MARK: Files of others

  /// Looks whether a PDF is fit for something.
  package func check(_ request: CheckRequest) throws(RequestFault) -> [(String, JSON?)] {
    try checkSize(of: request.bytes.count)
    do throws(Diagnostics) {
      let profiles = try profiles(request.profiles, request.window)
      let result = try inspected(request, profiles)
      if let fault = result.toolFault {
        throw Diagnostics([
          Diagnostic.fault(
            "the file cannot be checked: \(DiagnosticText(fault.message))", at: nil, hints: [])
        ])
      }
      return [
        ("fit", .flag(result.isFit)),
        ("profiles", .array(profiles.map { .string($0.name) })), ("file", result.json),
      ]
    } catch {
      throw RequestFault(error)
    }
  }

  private func inspected(
    _ request: CheckRequest, _ profiles: [Profile]
  ) throws(Diagnostics) -> InspectionResult {
    do throws(IntakeFault) {
      let pdf = try InspectedPDF(request.bytes, name: request.name, by: intake)
      return inspect(Subject(pdf, intake: intake), by: profiles)
    } catch {
      throw Diagnostics([
        Diagnostic.fault("the file \(DiagnosticText(error.predicate))", at: nil, hints: [])
      ])
    }
  }

  /// Looks whether a file is the one that was meant.
  package func compare(_ request: CompareRequest) throws(RequestFault) -> [(String, JSON?)] {
    try checkSize(of: request.actual.count + request.expected.count)
    let reader = ComparedFileReader(
      intake: intake, fonts: DrawingFonts(folder: resources + "/Fonts", files: []),
      dotsPerInch: request.options.dotsPerInch)
    do throws(CompareFault) {
      let comparison =
        request.actual == request.expected
        ? Comparison()
        : Comparison(
          try reader.read(request.actual, name: request.name),
          expected: try reader.read(request.expected, name: "expected"), request.options)
      let found = CompareReport.Case(name: request.name, comparison: comparison, seconds: 0)
      return [("same", .flag(comparison.isSame)), ("file", found.json)]
    } catch {
      throw RequestFault(.fault, DiagnosticText(error.message))
    }
  }

  private func checkSize(of bytes: Int) throws(RequestFault) {
    guard bytes > limits.requestBytes else { return }
    throw RequestFault(
      .tooLarge, "the request has \(bytes) bytes, more than the \(limits.requestBytes) it may have",
      hint: "make the file smaller")
  }
}
