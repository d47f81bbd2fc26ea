import Proofing
import Testing

@testable import Typeset

/// What is kept from letter to letter has bounds.
struct CacheTests {
  @Test func `A cache keeps what was asked for last, and no more than its limit`() {
    var cache = RecentCache<Int, Int>(limit: 100)
    for key in 0..<10_000 {
      cache[key] = -key
      // Asked for again and again, so it stays.
      #expect(cache[0] == 0)
      #expect(cache.count <= 100)
    }
    #expect(cache[9_999] == -9_999)
    #expect(cache[9_951] == -9_951)
    #expect(cache[5_000] == nil)
  }

  @Test func `Ten thousand words, languages and exceptions do not add up`() {
    let shelf = LanguageShelf(folder: Project.path("Languages"), packs: [danish.tag: danish])
    let rules = HyphenationRules(
      enabled: true, before: 2, after: 2, ladder: 2, graded: true, exceptions: [])
    let word = "kommunalbestyrelse"
    let first = shelf.divisions(of: word, language: .danish, rules: rules)
    for index in 0..<10_000 {
      var own = rules
      own.exceptions = ["ord-\(index)"]
      _ = shelf.divisions(of: "ord\(index)", language: LanguageTag("d\(index)"), rules: own)
      _ = shelf.divisions(of: "bord\(index)", language: .danish, rules: rules)
    }
    #expect(shelf.knownCount <= 16_384)
    #expect(!first.isEmpty)
    #expect(shelf.divisions(of: word, language: .danish, rules: rules) == first)
  }

  @Test func `A book of fonts that has seen too much is made anew`() throws {
    let bench = Workbench(resources: .folder(Project.folder))
    let book = bench.fonts(with: [])
    #expect(bench.fonts(with: []) === book)
    for index in 0...FontBook.limit { book.load(family: "Family \(index)") }
    #expect(book.isFull)
    #expect(bench.fonts(with: []) !== book)
  }

  @Test func `Workbenches are lent again, the last one first, and few are kept`() {
    let pool = WorkbenchPool(resources: .folder(Project.folder), intake: SamplePlan.intake)
    #expect(pool.idleCount == 0)
    let first = pool.withWorkbench { ObjectIdentifier($0) }
    #expect(pool.withWorkbench { ObjectIdentifier($0) } == first)
    func nest(_ depth: Int) {
      if depth > 0 { pool.withWorkbench { _ in nest(depth - 1) } }
    }
    nest(200)
    #expect((1...128).contains(pool.idleCount))
  }
}
