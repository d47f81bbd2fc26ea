import Testing

@testable import Typeset

/// What a layout takes away from the one it extends.
struct RemovalTests {
  private static let base = """
    name: Base
    regions:
      first: {frame: {x: 20mm, y: 60mm, width: 120mm, height: 180mm}}
    styles:
      running: {from: frame, size: 8pt}
    frames:
      contact:
        frame: {x: 160mm, y: 200mm, width: 30mm, height: 20mm}
        groups: [[hej]]
      running-head:
        frame: {x: 20mm, y: 20mm, width: 120mm, height: 10mm}
        style: running
        groups: [[hej]]
    """
  private static let middle = "extends: base\nname: Middle\nframes: {contact: null}\n"

  private func read(_ text: String) throws -> Layout {
    try layout(
      text,
      others: [
        "base": Self.base, "middle": Self.middle,
        "bare": "extends: base\nname: Bare\nframes: null\n",
      ])
  }

  @Test func `A style that an inherited file has for a frame is no fault without the frame`() throws
  {
    let read = try read("extends: base\nname: Own\nframes: {running-head: null}\n")
    #expect(read.frames.map(\.name) == ["contact"])
  }

  @Test func `One's own style that nothing uses is an error still`() {
    #expect(
      messages {
        _ = try read("extends: base\nname: Own\nstyles: {runing: {size: 8pt}}\n")
      } == [
        "3:10 the style \"runing\" is neither a kind of text nor used by a frame | "
          + "use it with style: runing, or delete it"
      ])
  }

  @Test(arguments: ["middle", "bare"])
  func `What is gone already can be taken away again`(parent: String) throws {
    let read = try read("extends: \(parent)\nname: Own\nframes: {contact: null}\n")
    #expect(!read.frames.map(\.name).contains("contact"))
  }

  @Test(arguments: ["null", "{groups: [[a]]}"])
  func `A misspelt name of an inherited frame is told with the name`(value: String) {
    #expect(
      messages { _ = try read("extends: base\nname: Own\nframes: {contcat: \(value)}\n") } == [
        "3:10 frames.contcat does not say where it stands | "
          + "write contact, as the layout it extends has it, or give it a frame:"
      ])
  }

  @Test func `A key that no layout has ever had is unknown, also without a value`() {
    #expect(
      messages { _ = try read("extends: middle\nname: Own\nsidebr:\n") } == [
        "3:1 unknown key \"sidebr\" | write sidebar"
      ])
  }
}
