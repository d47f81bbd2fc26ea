import Foundation
import Proofing
import Testing

@testable import Typeset

/// One typesetter, used by many at a time and in any order.
struct TypesetterTests {
  private static let examples = ["kl-2024", "kl-2019", "brev", "ministry", "specimen"]

  private static func letters(
    for setter: Typesetter
  ) throws -> [(letter: Letter, layout: Layout)] {
    try examples.map { name in
      let letter = try Letter(source: packageFile("Examples/\(name).md"))
      return (letter, try setter.layout(of: letter, from: Project.path("Examples")))
    }
  }

  private static let assets = AssetFolder(path: Project.path("Examples"))
  private static let weak = FinishOptions(onForeignPDF: .weaken)

  @Test func `Two hundred compositions on eight tasks are those made one after the other`()
    async throws
  {
    let setter = Typesetter(resources: .folder(Project.folder))
    let letters = try Self.letters(for: setter)
    let alone = try letters.map { letter, layout in
      // Each by a typesetter of its own, which knows nothing of the others.
      try Typesetter(resources: .folder(Project.folder))
        .compose(letter, in: layout, assets: Self.assets).pdf(Self.weak).bytes
    }
    try await withThrowingTaskGroup(of: [(Int, [UInt8])].self) { group in
      for task in 0..<8 {
        group.addTask {
          var made: [(Int, [UInt8])] = []
          for round in 0..<25 {
            let index = (round * (task + 1) + task) % letters.count
            let set = try await setter.compose(
              letters[index].letter, in: letters[index].layout, assets: Self.assets)
            made.append((index, try set.pdf(Self.weak).bytes))
          }
          return made
        }
      }
      var count = 0
      for try await made in group {
        for (index, bytes) in made { #expect(bytes == alone[index], "\(Self.examples[index])") }
        count += made.count
      }
      #expect(count == 200)
    }
  }

  @Test func `A composition makes its file after others were composed, and its pages too`() throws {
    let setter = Typesetter(resources: .folder(Project.folder))
    let letters = try Self.letters(for: setter)
    let first = try setter.compose(letters[0].letter, in: letters[0].layout, assets: Self.assets)
    let (file, pages) = (try first.pdf().bytes, try first.png(dotsPerInch: 40))
    let drawings = try first.svg()
    for (letter, layout) in letters.dropFirst() {
      _ = try setter.compose(letter, in: layout, assets: Self.assets).pdf(Self.weak)
    }
    #expect(try first.pdf().bytes == file)
    #expect(try first.png(dotsPerInch: 40) == pages)
    #expect(try first.svg() == drawings)
    #expect(pages.count == first.pages.count && drawings.count == first.pages.count)
  }

  @Test func `A task that is cancelled stops between two stages`() async throws {
    let setter = Typesetter(resources: .folder(Project.folder))
    let (letter, layout) = try Self.letters(for: setter)[0]
    /// Cancels the task that composes when a letter's image is asked for, which is within a stage.
    struct Cancelling: AssetStore {
      let image: [UInt8]
      func bytes(of path: String, limit: Int) throws(AssetError) -> [UInt8] {
        withUnsafeCurrentTask { $0?.cancel() }
        return image
      }
    }
    var own = letter
    own.signatures[0].image = "a.svg"
    let store = Cancelling(
      image: Array("<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"9\" height=\"9\"/>".utf8))
    let within = Task { [own] in try await setter.compose(own, in: layout, assets: store) }
    await #expect(throws: CancellationError.self) { try await within.value }
    let before = Task {
      withUnsafeCurrentTask { $0?.cancel() }
      return try await setter.compose(letter, in: layout)
    }
    await #expect(throws: CancellationError.self) { try await before.value }
    // What was lent for the letters that were given up serves the next.
    #expect(try await setter.compose(letter, in: layout).pages.count == 2)
  }

  @Test func `What is wrong with a letter comes out of the task as it is`() async throws {
    let setter = Typesetter(resources: .folder(Project.folder))
    var letter = Letter(date: CalendarDate(year: 2026, month: 3, day: 2))
    letter.fields["sagsnr"] = "1"
    let layout = try setter.layout("brev")
    let task = Task { [letter] in try await setter.compose(letter, in: layout) }
    await #expect(throws: Diagnostics.self) { try await task.value }
  }

  @Test func `Files keep the standard that they say they keep`() throws {
    let setter = Typesetter(resources: .folder(Project.folder))
    var letter = Letter(date: CalendarDate(year: 2026, month: 3, day: 2))
    letter.subject = "Bilag"
    letter.enclosures = [Letter.Enclosure(title: "Skema", file: "a.pdf")]
    let untagged = HandmadePDF.page("0 0 9 9 re f").bytes
    let set = try setter.compose(
      letter, in: setter.layout("brev"), assets: .memory(["a.pdf": untagged]))
    let error = #expect(throws: Diagnostics.self) { try set.pdf() }
    #expect(error?.all.map { $0.place?.file.name } == ["enclosures[0].file"])
    let weakened = try set.pdf(FinishOptions(onForeignPDF: .weaken))
    #expect(weakened.standard == .a2u)
    #expect(weakened.warnings.map(\.severity) == [.warning])
    let kept = try set.pdf(FinishOptions(standard: .a2u))
    #expect(kept.standard == .a2u && kept.warnings.isEmpty)
    let attachment = FinishOptions.Attachment(
      name: "a.csv", mediaType: "text/csv", bytes: Array("1;2".utf8))
    letter.enclosures = []
    let plain = try setter.compose(letter, in: setter.layout("brev"))
    #expect(try plain.pdf(FinishOptions(attachments: [attachment])).standard == .a3aUA1)
    #expect(try plain.pdf().standard == .a2aUA1)
  }

  @Test func `A layout in memory extends one that is shipped and has its images beside it`() throws
  {
    let setter = Typesetter(resources: .folder(Project.folder))
    let drawing =
      "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"9\" height=\"9\">"
      + "<path d=\"M0 0h9v9z\"/></svg>"
    let text = "extends: brev\nname: Ours\nlogo: {image: logo.svg, alt: Our name}\n"
    func composed(_ files: [String: [UInt8]]) throws -> ComposedLetter {
      let layout = try setter.layout(
        yaml: Array(text.utf8), name: "ours.yaml", assets: .memory(files))
      #expect(layout.name == "Ours")
      return try setter.compose(
        Letter(date: CalendarDate(year: 2026, month: 3, day: 2)), in: layout)
    }
    #expect(try composed(["logo.svg": Array(drawing.utf8)]).dump.contains("image x"))
    #expect(
      messages { _ = try composed([:]) } == [
        "3:15 there is no image \"logo.svg\" | "
          + "check its name, and that it stands beside the layout"
      ])
  }
}
