import Foundation
import Intake
import LetterImport
import Proofing
import Testing
import Typeset

/// What an import needs of the machine.
struct LetterImporterTests {
  @Test func `Without pandoc it is told how to install it`() throws {
    let empty = try Scratch()
    let intake = IntakeClient(program: nil)
    let found = #expect(throws: Diagnostics.self) {
      _ = try LetterImporter(intake: intake, pandocIn: [empty.folder.path])
    }
    #expect(found?.all.first?.message.hasPrefix("there is no pandoc on this machine") == true)
    #expect(found?.all.first?.hints == ["install it: apt install pandoc, or brew install pandoc"])
    let program = try empty.write("#!/bin/sh\n", as: "pandoc")
    #expect(chmod(program, 0o755) == 0)
    _ = try LetterImporter(intake: intake, pandocIn: [empty.folder.path])
  }
}
