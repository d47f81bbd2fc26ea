import Foundation
import Proofing
import Testing

@testable import Typeset

/// Layouts to start from: untouched they are the layout that they extend.
@Suite struct NewLayoutTests {
  private static let setter = NewLetterTests.setter

  /// A line of a new layout.
  private enum Line {
    case comment
    /// What holds now, without its mark.
    case holds(String)
    /// An example, without its mark.
    case example(String)
    case active(String)
  }

  private func lines(_ text: String) -> [Line] {
    var example: Int?
    return text.components(separatedBy: "\n").map { line in
      let indent = line.prefix { $0 == " " }.count
      let rest = line.dropFirst(indent)
      guard rest.hasPrefix("#") else {
        example = nil
        return .active(line)
      }
      if rest.hasPrefix("# ") || rest == "#" {
        // What an example is of may be told on two lines.
        example = rest.hasSuffix("example:") ? -1 : nil
        return .comment
      }
      let on = String(repeating: " ", count: indent) + rest.dropFirst()
      if example == -1 {
        example = indent
      } else if let other = example, indent <= other {
        example = nil
      }
      return example == nil ? .holds(on) : .example(on)
    }
  }

  private func dump(_ layout: Layout, of example: String) throws -> String {
    let text = try Project.text("Examples/\(example).md")
    let letter = try Letter(source: SourceFile(name: "letter.md", text: text))
    let composed = try Self.setter.compose(
      letter, in: layout, assets: .folder(Project.path("Examples")))
    return composed.dump
  }

  private func layout(_ text: String) throws -> Layout {
    try Self.setter.layout(yaml: [UInt8](text.utf8), name: "own.yaml")
  }

  @Test(arguments: ShippedLayoutTests.names)
  func `A letter in one that is untouched has the same pages`(name: String) throws {
    let example = name == "kl" ? "kl-2024" : name
    let expected = try dump(try Self.setter.layout(name), of: example)
    let text = try Self.setter.newLayout(named: "Ours", extending: name)
    #expect(try dump(layout(text), of: example) == expected)
    let on = lines(text).compactMap { line in
      switch line {
      case .holds(let text), .active(let text): text
      case .comment, .example: nil
      }
    }
    // What stands in it as holding now holds.
    #expect(on.count > 200)
    #expect(try dump(layout(on.joined(separator: "\n")), of: example) == expected)
  }

  @Test(arguments: ShippedLayoutTests.names)
  func `Every example in it is one`(name: String) throws {
    let lines = lines(try Self.setter.newLayout(named: "Ours", extending: name))
    var above: [String] = []
    var count = 0
    for (index, line) in lines.enumerated() {
      switch line {
      case .holds(let text):
        let indent = text.prefix { $0 == " " }.count
        above.removeAll { $0.prefix { $0 == " " }.count >= indent }
        above.append(text)
      case .example(let text):
        if index > 0, case .example = lines[index - 1] { continue }
        let indent = text.prefix { $0 == " " }.count
        let block = lines[index...].prefix { if case .example = $0 { true } else { false } }
        let written = block.compactMap { if case .example(let text) = $0 { text } else { nil } }
        let parents = above.filter { $0.prefix { $0 == " " }.count < indent && $0.hasSuffix(":") }
        let whole = (["extends: \(name)"] + parents + written).joined(separator: "\n") + "\n"
        count += 1
        let told = messages { _ = try layout(whole) }
        // Files that are not there, and frames that do not suit this layout, are no fault of the form.
        let wrong = told.filter { !$0.contains("there is no ") && !$0.contains(" lies over ") }
        #expect(wrong == [], "\(whole)")
      case .comment, .active: break
      }
    }
    #expect(count > 25)
  }

  @Test func `It has every key, with what it means`() throws {
    let text = try Self.setter.newLayout(named: "Ours", extending: "brev")
    let empty = Layout(file: SourceFile(name: "", text: ""), name: "", regions: .none)
    var missing: [String] = []
    func look(_ keys: [KeyDescription], _ path: String) {
      for key in keys {
        let name = path + key.name
        let isThere =
          text.contains("#\(key.name):") || text.contains("#   \(key.name) ")
          || key.name == "extends" || key.name == "name" || key.name == "description"
        if !isThere { missing.append(name) }
        if case .keys(let inner) = key.form,
          !["omr", "datamatrix", "contact", "print"].contains(key.name)
        {
          look(inner, name + ".")
        }
      }
    }
    look(Layout.keys.map { $0.described(empty) }, "")
    #expect(missing == ["text.hyphenation"].filter { missing.contains($0) })
    for role in StyleRole.allCases where role != .text {
      #expect(text.contains("  #\(role.rawValue): {"), "\(role)")
    }
    for line in text.components(separatedBy: "\n") { #expect(line.count <= 150, "\(line)") }
  }
}
