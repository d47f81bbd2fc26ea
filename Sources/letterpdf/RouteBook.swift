import LetterDelivery
import MailRun
import Typeset

/// How each letter goes: one way for all, as a column of its record says, or as a file has it by id.
enum RouteBook: Sendable {
  /// As the letter says; in both forms that are made where it says nothing.
  case letter
  case all(Route)
  case column(String)
  case file([String: Route], name: String)

  /// Reads what `--route` names.
  ///
  /// - Parameter columns: the names that the records have.
  /// - Throws: that it is no route, no column and no file; what is wrong with the file.
  init(_ written: String?, columns: [String]) throws(Diagnostics) {
    guard let written else {
      self = .letter
      return
    }
    if let route = Route(rawValue: written) {
      self = .all(route)
    } else if columns.contains(written) {
      self = .column(written)
    } else if written.contains(".") || written.contains("/") {
      self = .file(try Self.routes(in: written), name: written)
    } else {
      let names = Route.allCases.map(\.rawValue) + columns
      throw Diagnostics([
        Diagnostic(
          .error, .messageRoute, "--route cannot be \"\(written)\"",
          hints: [
            nearestName(to: written, in: names).map { "did you mean \($0)?" }
              ?? "write digital, print, both or auto, a column of the records, or a CSV file"
          ])
      ])
    }
  }

  private static func routes(in path: String) throws(Diagnostics) -> [String: Route] {
    var reader = try RecordReader(path: path)
    guard reader.columns.contains("id"), reader.columns.contains("route") else {
      throw Diagnostics([
        Diagnostic(
          .error, .messageRoute, "\"\(path)\" has no columns id and route",
          hints: ["write them into its first row"])
      ])
    }
    var routes: [String: Route] = [:]
    var problems: [Diagnostic] = []
    while let record = try reader.next() {
      guard let route = record.text("route").flatMap({ Route(rawValue: $0.lowercased()) }) else {
        problems.append(
          Diagnostic(
            .error, .messageRoute, "\"\(path)\" has no route for \"\(record.id)\"",
            hints: ["write digital, print, both or auto"]))
        continue
      }
      if let former = routes.updateValue(route, forKey: record.id), former != route {
        problems.append(
          Diagnostic(
            .error, .messageRoute, "\"\(path)\" has two routes for \"\(record.id)\"",
            hints: ["keep one of them"]))
      }
    }
    guard problems.isEmpty else { throw Diagnostics(Array(problems.prefix(20))) }
    return routes
  }

  /// How the letter of a record goes; nil where nobody says.
  ///
  /// - Throws: that what says so is no route.
  func route(of letter: Letter, _ record: Record?) throws(Diagnostics) -> Route? {
    switch self {
    case .all(let route): return route
    case .letter:
      guard let written = letter.delivery?.$route else { return nil }
      return try Self.read(written.value, "delivery.route", at: written.place)
    case .column(let name):
      return try Self.read(record?.text(name) ?? "", "the column \(name)", at: nil)
    case .file(let routes, let path):
      guard let record else { return nil }
      guard let route = routes[record.id] else {
        throw Diagnostics([
          Diagnostic(
            .error, .messageRoute, "\"\(path)\" has no route for \"\(record.id)\"",
            hints: ["give it a row with its id"])
        ])
      }
      return route
    }
  }

  private static func read(
    _ text: String, _ name: String, at place: SourceRange?
  ) throws(Diagnostics) -> Route {
    if let route = Route(rawValue: text.lowercased()) { return route }
    throw Diagnostics([
      Diagnostic(
        .error, .messageRoute,
        text.isEmpty ? "\(name) says no route" : "\(name) is \"\(text)\", no route",
        at: place, hints: ["write digital, print, both or auto"])
    ])
  }
}

extension Record {
  /// A field's text; nil for one that is empty, or no text.
  fileprivate func text(_ name: String) -> String? {
    switch fields[name] {
    case .text(let text), .number(let text): text.isEmpty ? nil : text
    default: nil
    }
  }
}
