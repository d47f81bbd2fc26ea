internal import Inspection
internal import LetterRequests
internal import Typeset

/// `POST /merge`: a letter with fields, and record after record that fills them.
///
/// The first line of the body is the letter and what is to be made of it, each further line a record;
/// each record gives a line of the answer.
package struct MergeSession: Sendable {
  private let series: LetterSeries

  /// Reads the first line: an object of `letter`, `files` and the options of a letter.
  ///
  /// - Throws: everything that is wrong with it.
  package init(head: [UInt8], by desk: ServiceDesk) throws(Problem) {
    let request: LetterRequest
    do throws(Diagnostics) {
      request = try Self.request(head)
    } catch {
      throw Problem(RequestFault(.badRequest, error.all))
    }
    do throws(Diagnostics) {
      series = try LetterSeries(request, by: desk.desk)
    } catch {
      throw Problem(RequestFault(error))
    }
  }

  private static func request(_ head: [UInt8]) throws(Diagnostics) -> LetterRequest {
    var problems = DiagnosticCollector()
    let node = try parseJSON(readSource(head, name: "line 1"))
    guard var reader = MappingReader(node, &problems) else { throw Diagnostics(problems.all) }
    var request = LetterRequest()
    request.take(&reader, &problems)
    if let letter = reader.letterBytes(&problems) {
      request.letter = letter
    } else if !problems.hasErrors {
      problems.add(
        .error(
          .request, "the first line has no letter", at: reader.place,
          hint: "write {\"letter\": {…}}"))
    }
    request.files = files(&reader, &problems)
    reader.finish(&problems)
    try problems.throwIfErrors()
    return request
  }

  private static func files(
    _ reader: inout MappingReader, _ problems: inout DiagnosticCollector
  ) -> [String: [UInt8]] {
    guard var files = reader.mapping("files", &problems) else { return [:] }
    var found: [String: [UInt8]] = [:]
    for name in files.keys {
      guard let node = files.node(name) else { continue }
      if case .scalar(let text, isQuoted: true) = node.value, let bytes = Base64.decode(text) {
        found[name] = bytes
      } else {
        problems.add(
          node.mismatch(
            files.name(of: name), "a file in base64", "write its bytes in base64 (RFC 4648, 4)"))
      }
    }
    return found
  }

  /// Sees that a record, the first, has every field that the letter asks for.
  package func check(_ line: [UInt8]) throws(Problem) {
    do throws(Diagnostics) {
      // One that cannot be read has a line of the answer.
      guard let record = try? Record(json: line, name: "record 1") else { return }
      try series.check(record)
    } catch {
      throw Problem(RequestFault(error))
    }
  }

  /// Sets the letter of a record.
  ///
  /// - Parameter number: which record it is, from 1.
  /// - Returns: a line of the answer with its line end, and how many pages were set.
  package func answer(
    _ line: [UInt8], number: Int
  ) -> (line: [UInt8], pages: Int, isMade: Bool) {
    var members: [(String, JSON?)] = [("number", .count(number))]
    do throws(RequestFault) {
      let record: Record
      do throws(Diagnostics) {
        record = try Record(json: line, name: "record \(number)")
      } catch {
        throw RequestFault(error)
      }
      members.append(("id", record.ownID.map { .string($0) }))
      let made = try series.render(record)
      members += [("ok", .flag(true))] + made.report.members
      members.append(("files", .array(made.files.map(Self.json))))
      return (Self.line(members), made.report.pages, true)
    } catch {
      members += [("ok", .flag(false))] + error.members
      return (Self.line(members), 0, false)
    }
  }

  /// The last line of an answer that ends before its records do.
  ///
  /// - Parameter number: the record that has no answer.
  package func ending(_ problem: Problem, number: Int) -> [UInt8] {
    Self.line([
      ("number", .count(number)), ("ok", .flag(false)), ("fault", .string(problem.kind)),
      ("message", .string(problem.detail)), ("diagnostics", .array([])),
    ])
  }

  private static func json(_ file: AnsweredFile) -> JSON {
    .object([
      "name": .string(file.name), "type": .string(file.mediaType),
      "length": .count(file.bytes.count), "content": .string(Base64.encode(file.bytes)),
    ])
  }

  private static func line(_ members: [(String, JSON?)]) -> [UInt8] {
    Array((JSON.object(members).text + "\n").utf8)
  }
}
