import Foundation
import Proofing
import Testing

@testable import Typeset

/// Where the files of a letter come from.
struct AssetTests {
  private let drawing = Array(
    "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"9\" height=\"9\"><path d=\"M0 0h9v9z\"/></svg>"
      .utf8)

  /// What composing a letter with an image says.
  private func told(_ path: String, in store: some AssetStore) throws -> [String] {
    let setter = Typesetter(resources: .folder(Project.folder))
    var letter = Letter(date: CalendarDate(year: 2026, month: 3, day: 2))
    letter.body = [.image(Image(path: path, alternative: "x"))]
    let layout = try setter.layout("brev")
    return messages { _ = try setter.compose(letter, in: layout, assets: store) }
  }

  @Test func `A folder and memory serve the same letter the same way`() throws {
    let scratch = try Scratch()
    _ = try scratch.write(drawing, as: "a.svg")
    let folder = AssetFolder(path: scratch.folder.path)
    let memory = AssetMemory(["a.svg": drawing, "/etc/hostname": drawing, "../a.svg": drawing])
    for path in ["a.svg", "b.svg", "../a.svg", "/etc/hostname", "http://a/b.svg", ""] {
      #expect(try told(path, in: folder) == told(path, in: memory), "\(path)")
    }
    #expect(try told("a.svg", in: memory) == [])
    #expect(
      try told("b.svg", in: memory) == [
        "1:1 there is no image \"b.svg\" | check its name, and that it stands beside the letter"
      ])
  }

  @Test func `What a store refuses is told at the place in the letter`() throws {
    struct Locked: AssetStore {
      func bytes(of path: String, limit: Int) throws(AssetError) -> [UInt8] {
        throw .refused("\(path) is locked", hints: ["ask its owner"])
      }
    }
    #expect(try told("a.svg", in: Locked()) == ["1:1 a.svg is locked | ask its owner"])
  }

  @Test func `A store that hands out too much is not believed`() throws {
    struct Endless: AssetStore {
      func bytes(of path: String, limit: Int) throws(AssetError) -> [UInt8] {
        [UInt8](repeating: 32, count: limit + 1)
      }
    }
    #expect(
      try told("a.svg", in: Endless()) == [
        "1:1 \"a.svg\" has 67108865 bytes, more than the 64 MB it may have | make it smaller"
      ])
  }
}
