import Testing

@testable import Typeset

/// What shows in the window is judged by what it is, not by what it is called.
struct WindowTests {
  /// The errors of a letter with a frame of that kind and name in its window.
  func errors(kind: String, named name: String) throws -> [String] {
    let layout = """
      extends: brev
      name: own
      recipient: {frame: {x: 25mm, y: 70mm, width: 75mm, height: 20mm}}
      window: {frame: {x: 20mm, y: 45mm, width: 90mm, height: 50mm}}
      frames:
        \(name):
          kind: \(kind)
          frame: {x: 30mm, y: 50mm, width: 60mm, height: 10mm}
          pages: first
          groups: [[Fremmed]]

      """
    do {
      _ = try composed("Tekst.", inLayout: layout, head: "to: [Ane Aa]\n")
      return []
    } catch let error as Diagnostics {
      return error.all.map(\.message)
    }
  }

  @Test(arguments: ["recipient-2", "return-line", "address"])
  func `A frame of text shows in the window, whatever it is called`(name: String) throws {
    let errors = try errors(kind: "text", named: name)
    #expect(errors.count == 1)
    #expect(errors.first?.hasPrefix("\"Fremmed\" of the frame \"\(name)\" shows ") == true)
  }

  @Test(arguments: ["sender", "return-line"])
  func `A return line belongs there, whatever it is called`(name: String) throws {
    #expect(try errors(kind: "return-line", named: name) == [])
  }
}
