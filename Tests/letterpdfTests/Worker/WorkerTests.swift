import Foundation
import Proofing
import Testing

/// What `letterpdf worker` answers, as another program asks it.
struct WorkerTests {
  private static let letter = """
    {"layout": "kl", "date": "2024-03-11", "subject": "Prøve", "body": "Kære alle"}
    """

  /// Runs a worker on requests to its end.
  private func answers(
    _ requests: [[UInt8]], _ options: String...
  ) async throws -> [WorkerFrames.Answer] {
    let run = try await letterpdf(["worker"] + options, input: requests.flatMap { $0 })
    #expect(run.ending == .exit(0) && run.errorText.isEmpty, "\(run)")
    return try #require(try WorkerFrames.answers(run.outputBytes))
  }

  @Test func `A letter has the same bytes as the command gives it, however it is sent`()
    async throws
  {
    let set = try await SetLetter()
    let expected = try #require(set.pdf)
    let text = Array(smallLetter().utf8)
    let object = """
      {"layout": "kl", "date": "2024-03-11", "subject": "Prøve", "body": "Kære alle\\n"}
      """
    let quoted = smallLetter().replacing("\n", with: "\\n")
    let answers = try await answers([
      WorkerFrames.request(
        "{\"id\": 1, \"op\": \"render\", \"parts\": [{\"name\": \"letter.md\", \"length\": \(text.count)}]}",
        text),
      WorkerFrames.request("{\"id\": 2, \"op\": \"render\", \"letter\": \(object)}"),
      WorkerFrames.request("{\"id\": 3, \"op\": \"render\", \"letter\": \"\(quoted)\"}"),
    ])
    #expect(answers.map(\.id) == [1, 2, 3])
    for answer in answers {
      #expect(answer.ok && answer.pages == 1)
      #expect(answer.files == ["letter.pdf": expected], "\(answer.number)")
    }
  }

  @Test func `A broken request is answered, and those after it are too`() async throws {
    let good = WorkerFrames.request("{\"id\": 9, \"op\": \"render\", \"letter\": \(Self.letter)}")
    let requests: [(bytes: [UInt8], fault: String, message: String)] = [
      (
        WorkerFrames.length(2) + [1, 2], "bad-request",
        "the frame is shorter than the JSON it says it has"
      ),
      (
        WorkerFrames.length(4) + WorkerFrames.length(5), "bad-request",
        "the frame is shorter than the JSON it says it has"
      ),
      (WorkerFrames.request("{"), "bad-request", "a key in quotes is missing here"),
      (WorkerFrames.request("{}"), "bad-request", "the request has no op"),
      (WorkerFrames.request("[1]"), "bad-request", "this is a list, not keys with values"),
      (
        WorkerFrames.request("{\"op\": \"render\", \"letter\": {}, \"layuot\": 1}"), "bad-request",
        "unknown key \"layuot\""
      ),
      (
        WorkerFrames.request(
          "{\"op\": \"render\", \"parts\": [{\"name\": \"a\", \"length\": 9}]}", [1]),
        "bad-request", "parts[0] has 9 bytes, and 1 are there"
      ),
      (
        WorkerFrames.request("{\"op\": \"render\", \"letter\": {}}", [1]), "bad-request",
        "1 bytes are behind the object that belong to no part"
      ),
      (
        WorkerFrames.request("{\"op\": \"render\", \"letter\": {\"date\": \"x\"}}"), "invalid",
        "date is \"x\", not a date"
      ),
      (WorkerFrames.request("{\"op\": \"check\"}"), "bad-request", "there are 0 parts, not 1"),
    ]
    let answers = try await answers(requests.flatMap { [$0.bytes, good] }, "--jobs", "2")
    #expect(answers.count == 2 * requests.count)
    for (index, request) in requests.enumerated() {
      let answer = answers[2 * index]
      #expect(!answer.ok && answer.fault == request.fault && answer.files.isEmpty)
      #expect(answer.message == request.message)
      #expect(answers[2 * index + 1].ok && answers[2 * index + 1].id == 9)
    }
  }

  @Test func `Each limit has its fault`() async throws {
    let long = String(repeating: "Ord og ord. ", count: 200)
    let paragraphs = Array(repeating: "Afsnit.\\n\\n", count: 100).joined()
    func render(_ body: String, _ more: String = "") -> [UInt8] {
      WorkerFrames.request(
        """
        {"op": "render", "letter": {"layout": "kl", "date": "2024-03-11", "body": "\(body)"}\(more)}
        """)
    }
    let big = [UInt8](repeating: 32, count: 5000)
    let answers = try await answers(
      [
        render(long), render(paragraphs), render("Kort"),
        WorkerFrames.request(
          "{\"op\": \"check\", \"parts\": [{\"name\": \"a.pdf\", \"length\": 5000}]}", big),
        WorkerFrames.length((16 << 20) + 4001) + [UInt8](repeating: 0, count: (16 << 20) + 4001),
        render("Kort"),
      ], "--max-letter", "2000", "--max-pages", "1", "--max-request", "4000")
    #expect(
      answers.map(\.fault)
        == ["too-large", "too-many-pages", nil, "too-large", "too-large", nil])
    #expect(answers[1].message?.contains("more than the 1 it may have") == true)
    let slow = try await self.answers([render("Kort")], "--max-seconds", "0.000001")
    #expect(slow.map(\.fault) == ["too-slow"])
  }

  @Test func `A letter reads what came with it and what is installed, nothing else`() async throws {
    let folder = Project.folder
    func letter(_ layout: String, _ body: String) -> [UInt8] {
      WorkerFrames.request(
        """
        {"op": "render", "letter": {"layout": "\(layout)", "date": "2024-03-11", "body": "\(body)"}}
        """)
    }
    let answers = try await answers([
      letter("\(folder)/Layouts/kl.yaml", "a"), letter("Layouts/kl.yaml", "a"),
      letter("../Layouts/kl", "a"), letter("kl", "![a](\(folder)/Docs/kl-2024.png)"),
      letter("kl", "![a](Docs/kl-2024.png)"), letter("kl", "![a](../Docs/kl-2024.png)"),
      WorkerFrames.request("{\"op\": \"layout\", \"name\": \"../Layouts/kl\"}"),
      WorkerFrames.request(
        "{\"op\": \"render\", \"letter\": \(Self.letter), \"check\": [\"./Profiles/kl.yaml\"]}"),
      WorkerFrames.request(
        "{\"op\": \"render\", \"letter\": \(Self.letter), \"language\": \"../da\"}"),
    ])
    #expect(answers.allSatisfy { !$0.ok && $0.files.isEmpty })
    #expect(
      answers.map { $0.message ?? "" }.map { $0.replacing(folder, with: "…") } == [
        "the layout \"…/Layouts/kl.yaml\" is a path, which requests cannot name",
        "the layout \"Layouts/kl.yaml\" is a path, which requests cannot name",
        "the layout \"../Layouts/kl\" is a path, which requests cannot name",
        "the image \"…/Docs/kl-2024.png\" lies outside the folder of the letter",
        "no file \"Docs/kl-2024.png\" came with the letter",
        "the image \"../Docs/kl-2024.png\" lies outside the folder of the letter",
        "the layout \"../Layouts/kl\" is a path, which requests cannot name",
        "the profile \"./Profiles/kl.yaml\" is a path, which requests cannot name",
        "language is \"../da\", not a language",
      ])
  }

  @Test func `Pictures, fields, reports and what is installed come as they are asked for`()
    async throws
  {
    let png = [UInt8](try Data(contentsOf: URL(filePath: Project.path("Docs/kl-2024.png"))))
    let letter = """
      {"layout": "kl", "date": "2024-03-11", "body": "Kære {{navn}}\\n\\n![Et brev](brev.png)"}
      """
    let answers = try await answers([
      WorkerFrames.request(
        """
        {"op": "render", "letter": \(letter), "data": {"navn": "Bo"}, "format": "dump",
         "parts": [{"name": "brev.png", "length": \(png.count)}]}
        """, png),
      WorkerFrames.request(
        "{\"op\": \"render\", \"letter\": \(Self.letter), \"format\": \"png\", \"page\": 1, \"dpi\": 40}"
      ),
      WorkerFrames.request(
        "{\"op\": \"render\", \"letter\": \(Self.letter), \"format\": \"report\"}"),
      WorkerFrames.request("{\"op\": \"layouts\"}"),
      WorkerFrames.request("{\"op\": \"layout\", \"name\": \"kl\"}"),
      WorkerFrames.request("{\"op\": \"schema\", \"name\": \"letter\"}"),
    ])
    #expect(answers.allSatisfy { $0.ok })
    let dump = String(decoding: answers[0].files["letter.txt"] ?? [], as: UTF8.self)
    #expect(dump.contains("Kære Bo"))
    #expect(answers[1].files["letter-1.png"]?.starts(with: [0x89, 0x50]) == true)
    #expect(answers[2].files.isEmpty && answers[2].pages == 1)
    #expect(answers[4].files["kl.yaml"] == Array(try Project.text("Layouts/kl.yaml").utf8))
    #expect(
      answers[5].files["letter.schema.json"]
        == Array(try Project.text("Docs/schema/letter.schema.json").utf8))
  }

  @Test func `A PDF is checked and compared as the commands do it`() async throws {
    let set = try await SetLetter()
    let other = try await SetLetter(smallLetter(body: "Kære ingen"))
    let (pdf, changed) = (try #require(set.pdf), try #require(other.pdf))
    func part(_ name: String, _ bytes: [UInt8]) -> String {
      "{\"name\": \"\(name)\", \"length\": \(bytes.count)}"
    }
    let run = try await letterpdf(
      "worker", "--jobs", "1",
      input: [
        WorkerFrames.request("{\"op\": \"check\", \"parts\": [\(part("a.pdf", pdf))]}", pdf),
        WorkerFrames.request(
          "{\"op\": \"compare\", \"parts\": [\(part("a.pdf", changed)), \(part("b.pdf", pdf))]}",
          changed, pdf),
        WorkerFrames.request(
          "{\"op\": \"compare\", \"parts\": [\(part("a.pdf", pdf)), \(part("b.pdf", pdf))]}", pdf,
          pdf),
      ].flatMap { $0 })
    #expect(run.output.contains("\"fit\":true"))
    #expect(run.output.contains("'alle' is now 'ingen'"), "\(run.output)")
    #expect(run.output.contains("\"same\":true"))
  }

  @Test func `Input that ends in the midst of a frame is told`() async throws {
    let run = try await letterpdf("worker", input: [0, 0, 0, 9, 1])
    #expect(run.ending == .exit(1))
    #expect(run.errorText == "error: standard input ends in the midst of a frame\n")
    #expect(try await letterpdf("worker").ending == .exit(0))
    #expect(try await letterpdf("worker", "--jobs", "0").ending == .exit(2))
  }
}
