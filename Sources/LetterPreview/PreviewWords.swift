internal import Inspection
package import Typeset

/// The words of the page in its reader's language; they are translated with the diagnostics.
package struct PreviewWords: Sendable {
  /// Their language; nil for English.
  package let translation: Translation?

  /// The words of a language; nil is English.
  package init(_ translation: Translation? = nil) { self.translation = translation }

  /// The tag of the language.
  package var language: String { translation?.language ?? "en" }

  /// A text of its own in the language.
  package func say(_ text: DiagnosticText) -> String { text.told(in: translation) }

  /// What the page says, each by its English; `{1}` to `{3}` stand for what the script puts in.
  static let all: [DiagnosticText] = [
    "Skip to the pages", "Setting the letter …", "How it is shown", "Layout", "Language", "Show",
    "Screen", "Print", "Side by side", "Size", "Fit", "Drawn on the pages", "Guides",
    "Break costs", "Window", "Free zones", "Draft", "Source", "Download PDF", "File",
    "Open in editor", "Lines of the source", "Pages", "Diagnostics",
    "The preview needs JavaScript, its own and no other.",
    "The preview does not answer; is it still running?", "Setting …", "Making the PDF …",
    "There is no PDF: {1}", "as written", "{1} – preview",
    "There are no pages yet. What is wrong is told under Diagnostics.", "{1}, screen",
    "{1}, print", "As it was before the errors", "Page {1} of {2}", "Lines of page {1} of {2}",
    "{1}, {2} line {3}", "Nothing to complain of.", "{1}, line {2}", "What it means",
    "Line {1}: {2}", "empty", "These words are the language's own",
    "The editor could not be started",
  ]

  /// A page of which each `{{text}}` stands for a text of ``all``.
  func filled(_ page: String) -> String {
    Self.all.reduce(page) { page, text in
      page.replacing("{{\(text.template)}}", with: Self.escaped(say(text)))
    }
    .replacing("{{language}}", with: Self.escaped(language))
  }

  /// The texts by their English, an object of JavaScript.
  var table: String {
    JSON.object(Self.all.map { ($0.template, .string(say($0))) }).text
  }

  private static func escaped(_ text: String) -> String {
    text.replacing("&", with: "&amp;").replacing("<", with: "&lt;")
      .replacing("\"", with: "&quot;")
  }
}
