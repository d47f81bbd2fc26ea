import Foundation
import Proofing
import Testing

/// The page of HTML that golden writes works in a browser, without anything beside it.
struct ReportPageTests {
  /// A browser without a window; nil where the machine has none.
  private static let browser: String? = ["chromium", "chromium-browser", "google-chrome"].lazy
    .map { "/usr/bin/\($0)" }.first { FileManager.default.isExecutableFile(atPath: $0) }

  /// The page after a script was run at its end.
  private func page(after script: String, _ html: String, _ scratch: Scratch) async throws -> String
  {
    let path = try scratch.write(
      html.replacing("</body>", with: "<script>\(script)</script></body>"), as: "page.html")
    let run = try await Run(
      try #require(Self.browser),
      [
        "--headless", "--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage",
        "--user-data-dir=\(scratch.path("profile"))", "--dump-dom", "file://\(path)",
      ], environment: ["HOME": scratch.folder.path])
    #expect(run.ending == .exit(0), "\(run)")
    return run.output
  }

  @Test(.enabled(if: browser != nil, "there is no Chromium"))
  func `Keys go through the letters, blink and slide; a kind is chosen`() async throws {
    let scratch = try Scratch()
    func write(_ day: Int) throws {
      for name in ["a", "b", "c"] {
        let text = smallLetter(body: "Frist er den \(name == "c" ? 3 : day). april.")
        try scratch.write(text, as: "letters/\(name).md")
      }
    }
    try write(3)
    _ = try await letterpdf("golden", "letters", "--update", "--keep", "pdf", in: scratch.folder)
    try write(4)
    let run = try await letterpdf(
      "golden", "letters", "--html", "report.html", "--junit", "report.xml", in: scratch.folder)
    #expect(run.ending == .exit(1))
    let junit = String(decoding: try scratch.read("report.xml"), as: UTF8.self)
    #expect(junit.contains("tests=\"3\" failures=\"2\""))
    let html = String(decoding: try scratch.read("report.html"), as: UTF8.self)
    #expect(!html.contains("src=\"http") && !html.contains("href="))

    let plain = try await page(after: "", html, scratch)
    #expect(plain.contains("<strong>2</strong> of 3 differ"))
    #expect(plain.contains("<section class=\"same\" data-kinds=\"\" tabindex=\"-1\" hidden=\"\">"))
    #expect(!plain.contains("class=\"different now\""))
    let keys = "const press=k=>document.dispatchEvent(new KeyboardEvent('keydown',{key:k}));"
    let moved = try await page(
      after: keys + "press('j');press('j');press('b');press('ArrowRight');", html, scratch)
    let second = try #require(moved.firstRange(of: "<h2>b</h2>"))
    let now = try #require(moved.firstRange(of: "class=\"different now\""))
    #expect(now.lowerBound < second.lowerBound)
    #expect(moved[now.upperBound...].firstRange(of: "<h2>a</h2>") == nil)
    #expect(moved[second.upperBound...].contains("<figure class=\"blink\">"))
    #expect(moved[second.upperBound...].contains("clip-path: inset(0px 40% 0px 0px)"))
    let filtered = try await page(
      after: "kind.value='words';kind.dispatchEvent(new Event('change'));", html, scratch)
    #expect(filtered.matches(of: /<section [^>]*hidden=""/).count == 1)
  }
}
