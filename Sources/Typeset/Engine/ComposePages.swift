/// Sets, paginates and checks a planned letter.
///
/// - Throws: every error found on the way, in source order.
func composePages(
  _ plan: Plan, shaper: Shaper, costs: PageBreakCosts = .standard, drawsGuides: Bool = false,
  guideParts: GuideParts = .all
) throws(Diagnostics) -> Composition {
  let made = Paginator(
    plan: plan, shaper: shaper, costs: costs, drawsGuides: drawsGuides, guideParts: guideParts
  ).paginate()
  let warnings = try checkPages(made, of: plan, toleratingPlaces: drawsGuides)
  return Composition(
    pages: made.pagesWithGuides, structure: made.structure, metadata: plan.metadata,
    warnings: warnings)
}
