import Foundation
import Proofing
import Testing

@testable import Typeset

/// What is noted of files that are read.
struct ReadNotesTests {
  @Test func `Whoever is told of files hears of each before it is read`() throws {
    let scratch = try Scratch()
    let (first, second) = (scratch.path("first"), scratch.path("second"))
    let notes = ReadNotes { path in
      // What is written by whoever is told is what is read.
      let old = (try? String(contentsOfFile: path, encoding: .utf8)) ?? ""
      try? Data((old + "told").utf8).write(to: URL(filePath: path))
    }
    let read = notes.noting {
      [first, first, second].map { path in
        (try? readFile(at: path, limit: 99)).map { String(decoding: $0, as: UTF8.self) }
      }
    }
    #expect(read == ["told", "told", "told"])
    #expect(notes.paths == [first, second])
  }
}
