extension Plan {
  /// The plan with each region that stands by a baseline at its exact place: only the fonts tell how
  /// far below its top a line has its baseline.
  func onBaselines(by shaper: Shaper) -> Plan {
    guard let grid else { return self }
    let above = shaper.baseline(on: grid)
    func moved(_ region: Rect, _ baseline: Length?) -> Rect {
      guard let baseline else { return region }
      return Rect(
        origin: Point(x: region.minX, y: baseline - above), size: region.size)
    }
    var plan = self
    plan.regions.first = moved(regions.first, regions.baselines.first)
    plan.regions.next = moved(regions.next, regions.baselines.next)
    plan.regions.last = moved(regions.last, regions.baselines.last)
    return plan
  }
}
