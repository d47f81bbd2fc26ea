import Testing

@testable import Typeset

/// Conditions and repetitions, within a text and around blocks.
struct TemplateBlockTests {
  private let items = #"""
    {"items": [{"name": "a", "n": 1}, {"name": "b", "n": 2}], "unit": "kr.", "yes": true, "no": "",
     "words": ["x", "y"], "none": []}
    """#

  private func filled(_ markdown: String) throws -> String {
    try TypesetTests.filled(markdown, items)
  }

  @Test(arguments: [
    ("Du {{#if yes}}har{{else}}har ikke{{/if}} ret", "p(Du har ret)"),
    ("Du {{#if no}}har{{else}}har ikke{{/if}} ret", "p(Du har ikke ret)"),
    ("{{#if no}}x{{/if}}\n\ny", "p(y)"),
    ("{{#if yes}}\nx\n{{/if}}\ny", "p(x y)"),
    ("{{#if yes}}\n\nx\n\ny\n\n{{else}}\n\nz\n\n{{/if}}", "p(x) p(y)"),
    ("{{#if no}}\n\nx\n\n{{else}}\n\nz\n\n{{/if}}\n\nw", "p(z) p(w)"),
    ("{{#if yes}}\nx\n\ny\n{{/if}}", "p(x) p(y)"),
    ("{{#if yes}}{{#if no}}a{{else}}b{{/if}}c{{/if}}", "p(bc)"),
    (
      "{{#if yes}}\n## Bilag {{words}}\n{{else}}\nx\n{{/if}}".replacing(" {{words}}", with: ""),
      "h2(Bilag)"
    ),
    ("> {{#if no}}x{{/if}}\n\ny", "p(y)"),
    ("- {{#if no}}x{{/if}}\n- y", "ul(li(p(y)))"),
    ("{{#if none}}x{{else}}y{{/if}}", "p(y)"),
  ])
  func `A condition`(markdown: String, expected: String) throws {
    #expect(try filled(markdown) == expected)
  }

  @Test(arguments: [
    ("{{#each words}}{{this}}, {{/each}}", "p(x, y,)"),
    (
      "{{#each items}}{{@index}}: {{name}}={{items.n}} {{unit}}; {{/each}}",
      "p(1: a=1 kr.; 2: b=2 kr.;)"
    ),
    ("{{#each items}}\n\n{{name}}\n\n{{/each}}", "p(a) p(b)"),
    ("{{#each items}}\n- {{name}}\n{{/each}}", "ul(li(p(a)) li(p(b)))"),
    (
      "- fast\n{{#each items}}\n- {{name}}\n{{/each}}\n- sidst",
      "ul(li(p(fast)) li(p(a)) li(p(b)) li(p(sidst)))"
    ),
    ("1. {{#each items}}{{name}}{{/each}}", "ol1(li(p(ab)))"),
    ("{{#each none}}\n- {{this}}\n{{/each}}\n\nx", "p(x)"),
    ("{{#each none}}{{this}}{{else}}ingen{{/each}}", "p(ingen)"),
    (
      "| A | B |\n|---|---|\n{{#each items}}\n| {{name}} | {{n \\| number 2}} |\n{{/each}}\n| I alt | 3 |",
      "table(nn: A | B / a | 1,00 / b | 2,00 / I alt | 3)"
    ),
    (
      "| A | B |\n|---|---|\n| {{#each items}}{{name}} | {{n}}{{/each}} |",
      "table(nn: A | B / a | 1 / b | 2)"
    ),
    ("| A | B |\n|---|---|\n{{#each none}}\n| {{name}} | x |\n{{/each}}", ""),
    ("{{#if yes}}\n\n| A |\n|---|\n| {{unit}} |\n{{/if}}\n\nx", "table(n: A / kr.) p(x)"),
    (
      "Sag:: {{unit}}\n{{#each items}}\n{{name}}:: {{n}}\n{{/each}}\nSidst:: x",
      "fields(Sag = kr.; a = 1; b = 2; Sidst = x)"
    ),
    (
      "{{#each items}}{{#if name}}{{#each words}}{{name}}{{this}} {{/each}}{{/if}}{{/each}}",
      "p(ax ay bx by)"
    ),
  ])
  func `A repetition`(markdown: String, expected: String) throws {
    #expect(try filled(markdown) == expected)
  }

  @Test func `A note that falls away takes its number along`() throws {
    let text = "---\n---\n{{#if no}}a[^1]{{/if}}b[^2]\n\n[^1]: One\n\n[^2]: Two {{unit}}"
    let letter = try template(text).fill(with: Record(["no": "", "unit": "kr."]))
    #expect(letter.footnotes.map { dump($0.blocks) } == ["p(Two kr.)"])
  }

  @Test func `A list must be one, and its values must have what is asked for`() throws {
    for (json, message) in [
      (#"{"items": "x"}"#, "record 1: items is \"x\", not a list"),
      (#"{"items": [{"nmae": 1}]}"#, "record 1: there is no field \"name\""),
    ] {
      #expect {
        try TypesetTests.filled("{{#each items}}{{name}}{{/each}}", json)
      } throws: { error in
        (error as? Diagnostics)?.all.map(\.message) == [message]
      }
    }
  }
}
