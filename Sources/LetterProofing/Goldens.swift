internal import Comparison
internal import Foundation
internal import Inspection
internal import Intake
public import Testing
public import Typeset

/// A folder of what letters looked like when somebody last looked at them and accepted it.
///
/// ```swift
/// let goldens = Goldens(in: "Tests/Goldens", resources: "/usr/share/letterpdf", masks: [#"SAG-\d+"#])
///
/// @Test func `The reminder is as it was`() throws {
///   try goldens.expect(setter.compose(reminder, in: setter.layout("kl")), "reminder")
/// }
/// ```
///
/// `UPDATE_GOLDENS=1 swift test` accepts all that differs, `UPDATE_GOLDENS="reminder invitation"` what is
/// named; such a run is red, so that no one takes it for one that passed.
public struct Goldens: Sendable {
  /// What is kept of a letter.
  public enum Form: String, Sendable {
    /// Its layout as text, which a review can read; see `Docs/dump.md`.
    case dump = "txt"
    /// Its PDF, with tags, colours and all that the file says of itself.
    case pdf
  }

  private let folder: String
  private let resources: String
  private let options: CompareOptions
  private let faults: [String]
  private let accepted: String

  /// Names a folder; it may be made when something is first accepted.
  ///
  /// - Parameters:
  ///   - folder: where the accepted files are.
  ///   - resources: the folder with `Fonts`, `Languages` and `Layouts`, beside which `letterpdf-intake` is
  ///     installed.
  ///   - masks: regular expressions for text that may be anything.
  ///   - ignored: where nothing counts, as `letterpdf compare --ignore` has it.
  ///   - tolerances: what may be off, as `letterpdf compare --tolerance` has it.
  ///   - accepting: which goldens are accepted: `1` for all, or their names; nil for what
  ///     `UPDATE_GOLDENS` says in the environment.
  public init(
    in folder: String, resources: String, masks: [String] = [], ignored: [String] = [],
    tolerances: [String] = [],
    accepting: String? = nil
  ) {
    self.folder = folder
    self.resources = resources
    accepted = accepting ?? ProcessInfo.processInfo.environment["UPDATE_GOLDENS"] ?? ""
    var options = CompareOptions()
    var faults: [String] = []
    for text in masks where !options.masks.add(text) {
      faults.append("the mask \"\(text)\" is no regular expression")
    }
    for text in ignored {
      if let place = IgnoredPlace(text) {
        options.ignored.append(place)
      } else {
        faults.append("\"\(text)\" is no place; write x, y, width and height in mm")
      }
    }
    for text in tolerances where !options.take(tolerance: text) {
      faults.append("\"\(text)\" is no tolerance; write a measure with its unit, as 0.5mm")
    }
    self.options = options
    self.faults = faults
  }

  // MARK: Expecting

  /// Expects that a letter is as it was accepted.
  ///
  /// - Parameters:
  ///   - letter: the letter, composed.
  ///   - name: the name of the accepted file, without its suffix.
  ///   - form: what is kept of it.
  /// - Throws: what keeps the letter from being a PDF, and that a file cannot be read or written.
  public func expect(
    _ letter: ComposedLetter, _ name: String, as form: Form = .dump,
    sourceLocation: SourceLocation = #_sourceLocation
  ) throws {
    let bytes =
      switch form {
      case .dump: Array(letter.dump.utf8)
      case .pdf: try letter.pdf().bytes
      }
    try expect(bytes, "\(name).\(form.rawValue)", sourceLocation: sourceLocation)
  }

  /// Expects that a file, of whatever program, is as it was accepted: a PDF, a PNG, an SVG or a text.
  ///
  /// - Parameters:
  ///   - bytes: the file.
  ///   - file: the name of the accepted file.
  /// - Throws: that a file cannot be read or written, or that a program is missing.
  public func expect(
    _ bytes: [UInt8], _ file: String, sourceLocation: SourceLocation = #_sourceLocation
  ) throws {
    for fault in faults { Issue.record("\(fault)", sourceLocation: sourceLocation) }
    let path = folder + "/" + file
    guard let comparison = try comparison(of: bytes, with: path) else { return }
    let told = ([comparison.summary] + comparison.details()).joined(separator: "\n")
    guard !isAccepted(file) else {
      try FileManager.default.createDirectory(
        atPath: folder, withIntermediateDirectories: true)
      try Data(bytes).write(to: URL(filePath: path))
      Issue.record("\(file) is accepted: \(told)", sourceLocation: sourceLocation)
      return
    }
    Attachment.record(bytes, named: file, sourceLocation: sourceLocation)
    if let panels = Comparison.panels(of: comparison.pictures) {
      Attachment.record(
        PNGWriter.write(panels), named: file + "-difference.png", sourceLocation: sourceLocation)
    }
    Issue.record(
      "\(file): \(told)\nlook, and accept with UPDATE_GOLDENS=\(Self.name(of: file))",
      sourceLocation: sourceLocation)
  }

  /// How a file differs from the accepted one; nil where it does not.
  private func comparison(of bytes: [UInt8], with path: String) throws -> Comparison? {
    guard let stored = FileManager.default.contents(atPath: path) else {
      return Comparison(missing: "nothing is accepted under this name yet")
    }
    let expected = [UInt8](stored)
    guard bytes != expected else { return nil }
    let reader = ComparedFileReader(
      intake: IntakeClient(program: IntakeLocation.find(resources: resources)),
      fonts: DrawingFonts(folder: resources + "/Fonts", files: []),
      dotsPerInch: options.dotsPerInch)
    do throws(CompareFault) {
      let made = Comparison(
        try reader.read(bytes, name: path), expected: try reader.read(expected, name: path),
        options)
      return made.isSame ? nil : made
    } catch {
      throw ProofFault(description: error.message)
    }
  }

  private func isAccepted(_ file: String) -> Bool {
    if accepted == "1" { return true }
    return accepted.split(separator: " ").contains { $0 == file || $0 == Self.name(of: file) }
  }

  /// The name of a file without its suffix.
  private static func name(of file: String) -> String {
    file.lastIndex(of: ".").map { String(file[..<$0]) } ?? file
  }
}

/// A program that comparing takes is missing.
public struct ProofFault: Error, CustomStringConvertible {
  /// What happened.
  public let description: String
}
