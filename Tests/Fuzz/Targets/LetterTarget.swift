import Typeset

extension FuzzTarget {
  /// A whole letter of Markdown under its head, through all stages to its files.
  static let letter = FuzzTarget(
    "letter", longest: 8192,
    seeds: { project in
      project.files("Examples", ".md") + project.specimens
        + project.files("Examples/mail-run", ".md")
    },
    open: { project in
      let desk = FuzzDesk(project)
      return { bytes in
        desk.files { () throws(Diagnostics) in try Letter(markdown: bytes, name: "letter.md") }
      }
    })

  /// The same of one JSON object.
  static let letterJSON = FuzzTarget(
    "letter-json", longest: 8192,
    seeds: { project in
      let bodies = project.specimens.map { String(decoding: $0, as: UTF8.self) }
      return bodies.map { text in
        let parts = text.split(separator: "\n---\n", maxSplits: 1)
        let body = escaped(parts.count == 2 ? parts[1] : "")
        return Array(
          #"{"layout": "brev", "date": "2026-03-02", "to": ["A", "B"], "body": "\#(body)"}"#.utf8)
      }
    },
    open: { project in
      let desk = FuzzDesk(project)
      return { bytes in
        desk.files { () throws(Diagnostics) in try Letter(json: bytes, name: "letter.json") }
      }
    })

  private static func escaped(_ text: Substring) -> String {
    String(text).replacing("\\", with: "\\\\").replacing("\"", with: "\\\"").replacing(
      "\n", with: "\\n")
  }
}

extension FuzzProject {
  /// The letters that layouts are shown with, in all languages.
  var specimens: [[UInt8]] {
    fileNames(in: path("Languages")).compactMap { bytes(of: "Languages/\($0)/specimen.md") }
  }
}
