import Foundation
import Proofing
import Testing

@testable import Typeset

/// The schemas name the keys that the parsers know, no more and no fewer: each object of a schema is
/// given a key that nobody knows, and the parser's hint lists those it does.
@Suite struct SchemaTests {
  typealias Object = [String: Any]

  /// An object of a schema, and how to write something that stands in it.
  private struct Spot {
    let path: String
    let object: Object
    let write: (String) -> String
  }

  private func schema(_ name: String) throws -> Object {
    let path = Project.path("Docs/schema/\(name).schema.json")
    let json = try JSONSerialization.jsonObject(with: Data(contentsOf: URL(filePath: path)))
    return try #require(json as? Object)
  }

  /// Every object within a schema that allows no other keys.
  private func spots(
    _ node: Object, _ path: String, in root: Object, write: @escaping (String) -> String
  ) -> [Spot] {
    var found: [Spot] = []
    if let reference = node["$ref"] as? String, let name = reference.split(separator: "/").last,
      let target = (root["$defs"] as? Object)?[String(name)] as? Object
    {
      return spots(target, path, in: root, write: write)
    }
    for choice in node["anyOf"] as? [Object] ?? [] {
      found += spots(choice, path, in: root, write: write)
    }
    if let items = node["items"] as? Object {
      found += spots(items, path + "[]", in: root) { write("[\($0)]") }
    }
    if let properties = node["properties"] as? [String: Object] {
      if node["additionalProperties"] as? Bool == false {
        let required = (node["required"] as? [String] ?? []).map { ", \($0): [x]" }.joined()
        found.append(Spot(path: path, object: node) { write("{\($0)\(required)}") })
      }
      for (key, value) in properties.sorted(by: { $0.key < $1.key }) {
        found += spots(value, "\(path).\(key)", in: root) { write("{\(key): \($0)}") }
      }
    }
    if let other = node["additionalProperties"] as? Object {
      found += spots(other, path + ".*", in: root) { write("{own: \($0)}") }
    }
    return found
  }

  /// The keys that a parser lists in its hint for one it does not know.
  private func knownKeys(_ messages: [String]) -> Set<String>? {
    guard let told = messages.first(where: { $0.contains("unknown key \"qqqqqqqq\"") }),
      let hint = told.components(separatedBy: " | use ").last
    else { return nil }
    return Set(hint.replacing(" or ", with: ", ").components(separatedBy: ", "))
  }

  @Test func `The schema of layouts has the keys of the parser`() throws {
    let root = try schema("layout")
    var told: Set<String> = []
    for spot in spots(root, "", in: root, write: { $0 }) where told.insert(spot.path).inserted {
      let text = spot.write("qqqqqqqq: 1")
      let known = knownKeys(messages { _ = try layout(text) })
      let keys = Set((spot.object["properties"] as? Object ?? [:]).keys)
      #expect(known == keys, "\(spot.path): \(text)")
    }
    #expect(told.count > 60)
  }

  @Test func `The schema of letters has the keys of the parser`() throws {
    let root = try schema("letter")
    let keys = Set((root["properties"] as? Object ?? [:]).keys)
    let fields = Letter.fieldDescriptions.map(\.name)
    #expect(keys == Set(Letter.keys + fields + ["body"]))
    #expect(Set(fields).isSubset(of: standardFields))
    for spot in spots(root, "", in: root, write: { $0 }) {
      let head = spot.write("qqqqqqqq: 1").dropFirst().dropLast()
      let parsed = messages {
        _ = try parseLetter(SourceFile(name: "x", text: "---\n\(head)\n---\nx\n"))
      }
      #expect(
        knownKeys(parsed) == Set((spot.object["properties"] as? Object ?? [:]).keys), "\(head)")
    }
  }

  @Test func `Every choice in the schema is one of the parser's, and the other way round`() throws {
    let root = try schema("layout")
    var count = 0
    for spot in spots(root, "", in: root, write: { $0 }) {
      for (key, value) in spot.object["properties"] as? [String: Object] ?? [:] {
        guard let choices = value["enum"] as? [String] else { continue }
        count += 1
        let told = messages { _ = try layout(spot.write("\(key): qqqqqqqq")) }
        let hint = told.first { $0.contains("qqqqqqqq") }?.components(separatedBy: " | write ").last
        let known = Set((hint ?? "").replacing(" or ", with: ", ").components(separatedBy: ", "))
        #expect(known == Set(choices), "\(spot.path).\(key)")
      }
    }
    #expect(count > 50)
  }

  @Test func `The schema of layouts has the choices of the parser`() throws {
    let definitions = try #require(try schema("layout")["$defs"] as? [String: Object])
    let properties = try #require(try schema("layout")["properties"] as? [String: Object])
    let roles = try #require(properties["styles"]?["properties"] as? Object)
    #expect(Set(roles.keys) == Set(StyleRole.allCases.map(\.rawValue)).subtracting(["text"]))
    let words = definitions["pages"]?["anyOf"] as? [Object]
    #expect(
      Set(words?.first?["enum"] as? [String] ?? []) == Set(PageWord.allCases.map(\.rawValue)))
    let kind = (definitions["namedFrame"]?["properties"] as? [String: Object])?["kind"]
    #expect(Set(kind?["enum"] as? [String] ?? []) == Set(FrameKind.allCases.map(\.rawValue)))
  }
}
