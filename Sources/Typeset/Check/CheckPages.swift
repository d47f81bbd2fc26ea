/// Looks over the pages of a letter: what may not be printed, stands nowhere or shows where it must
/// not.
///
/// - Parameter toleratesPlaces: whether what stands where it must not is only noticed, for one who wants
///   to see it there.
/// - Returns: what was noticed that stops nothing, in source order, each once: a word of the
///   layout's without a place of its own may have been noticed on several pages.
/// - Throws: everything that stops the letter, in source order.
func checkPages(
  _ made: Pagination, of plan: Plan, toleratingPlaces toleratesPlaces: Bool = false
) throws(Diagnostics) -> [Diagnostic] {
  var collected = DiagnosticCollector()
  collected.add(made.diagnostics)
  let breaches = ZoneCheck(plan: plan, pages: made.pages).diagnostics
  collected.add(toleratesPlaces ? breaches.map(\.asWarning) : breaches)
  var told: Set<Diagnostic> = []
  let found = collected.inSourceOrder.filter { told.insert($0).inserted }
  guard !found.contains(where: { $0.severity == .error }) else { throw Diagnostics(found) }
  let missing = PlacementCheck(plan: plan, pages: made.pages).diagnostics
  guard missing.isEmpty else { throw Diagnostics(missing) }
  return found
}
