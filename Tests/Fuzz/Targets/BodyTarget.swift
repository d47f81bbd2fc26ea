import Typeset

extension FuzzTarget {
  /// The Markdown below a head, as far as its blocks and what looks like a slip in it.
  static let body = FuzzTarget(
    "body",
    seeds: { project in
      (project.specimens + project.files("Examples", ".md")).map { letter in
        let text = String(decoding: letter, as: UTF8.self)
        return Array((text.split(separator: "\n---\n", maxSplits: 1).last ?? "").utf8)
      }
    },
    open: { project in
      let desk = FuzzDesk(project)
      let head = Array("---\nlayout: brev\ndate: 2026-03-02\n---\n".utf8)
      return { bytes in
        let (letter, problems) = Letter.read(
          SourceFile(name: "letter.md", text: String(decoding: head + bytes, as: UTF8.self)))
        desk.tell(problems)
        return !letter.body.isEmpty
      }
    })

  /// A letter with fields and, behind a zero, a record of JSON that fills them.
  static let template = FuzzTarget(
    "template",
    seeds: { project in
      let record =
        #"{"navn": "Ida", "beløb": 12.5, "børn": [{"navn": "Bo"}], "dato": "2026-03-02"}"#
      return (project.files("Examples/mail-run", ".md") + project.files("Examples/messages", ".md"))
        .map { $0 + [0] + record.utf8 }
    },
    open: { project in
      let desk = FuzzDesk(project)
      return { bytes in
        var input = FuzzInput(bytes)
        let (text, data) = (input.part(), input.all())
        return desk.heard { () throws(Diagnostics) in
          let template = try LetterTemplate(markdown: text, name: "letter.md")
          desk.tell(template.warnings + template.unfilled)
          let record = try Record(json: data, name: "record.json")
          desk.tell(try template.fill(with: record).warnings)
        }
      }
    })
}
