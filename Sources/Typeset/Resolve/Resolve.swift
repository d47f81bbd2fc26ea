/// What the command line may say of a letter, beside the letter itself.
struct ResolveOptions: Hashable, Sendable {
  /// The date of a letter that has none.
  var date: CalendarDate? = nil
  /// Whether the language's word for a draft is set across each page.
  var isDraft = false
  /// Whether fields that the letter has too many of, or lacks, stop nothing.
  var isTryingLayout = false
}

/// Settles every style and fills every template: a letter in a layout becomes a plan.
///
/// - Parameters:
///   - language: the letter's language; its words fill the layout's labels.
///   - images: where the letter's and the layout's images are.
/// - Returns: the plan, and what was noticed that stops nothing.
/// - Throws: ``Diagnostics`` with every problem found, in source order.
func resolve(
  _ letter: Letter, _ layout: Layout, language: LanguagePack,
  images: LetterAssets,
  options: ResolveOptions = ResolveOptions()
) throws(Diagnostics) -> (plan: Plan, warnings: [Diagnostic]) {
  let made = plan(letter, layout, language: language, images: images, options: options)
  try made.problems.throwIfErrors()
  return (made.plan, made.problems.inSourceOrder)
}

/// Settles as much of a letter as can be settled, so that what is wrong with its pages can be told
/// beside what is wrong with itself.
///
/// - Returns: the plan, which is whole if none of the problems is an error.
func plan(
  _ letter: Letter, _ layout: Layout, language: LanguagePack, images: LetterAssets,
  options: ResolveOptions
) -> (plan: Plan, problems: DiagnosticCollector) {
  var resolver = Resolver(letter, layout, language, images, options)
  resolver.checkFields()
  resolver.readBeforeColumn()
  let flow = resolver.head() + resolver.body() + resolver.foot()
  resolver.readAfterColumn()
  let plan = Plan(
    language: language.tag, page: layout.page.size,
    regions: .init(
      first: layout.regions.first, next: layout.regions.next, last: layout.regions.last,
      baselines: layout.regions.baselines),
    grid: layout.styles[.text].paragraph.grid,
    flow: flow, footnotes: resolver.footnotes, footnoteRule: resolver.footnoteRule,
    fixed: resolver.fixedFrames(), marks: productionMarks(of: layout),
    markPages: layout.marks.pages,
    zones: layout.zones, fit: layout.fit, structure: resolver.tree,
    metadata: resolver.metadata, watermark: resolver.watermark(),
    mirrorsEvenPages: layout.page.mirrorsEvenPages, pageNumbers: layout.page.numbers,
    letterhead: layout.letterhead)
  return (plan, resolver.problems)
}

/// Fold and punch marks as short rules at the left edge.
private func productionMarks(of layout: Layout) -> [FixedShape] {
  let setting = layout.marks
  let named = setting.fold.map { ("fold", $0) } + setting.punch.map { ("punch", $0) }
  return named.map { name, y in
    FixedShape(
      rect: Rect(
        x: setting.x, y: y - setting.rule.thickness / 2, width: setting.length,
        height: setting.rule.thickness),
      color: setting.rule.color, kind: .page, name: name)
  }
}
