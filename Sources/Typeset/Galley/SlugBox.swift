/// The part of a call-out's box that a slug stands in.
struct SlugBox: Hashable, Sendable {
  var box: CalloutBox
  /// Whether the box begins with the slug, which has the white within its edge above itself.
  var opens: Bool
  /// Whether it ends with it.
  var closes = false
}

extension Slug {
  /// Takes its place in a box; on a page that begins with it, the box begins anew.
  mutating func enter(_ box: CalloutBox, opens: Bool) {
    self.callout = SlugBox(box: box, opens: opens)
    if opens {
      items = items.moved(by: Point(x: .zero, y: box.padding))
      height += box.padding
    } else {
      tableHead = TableHead(
        height: box.padding + (tableHead?.height ?? .zero),
        items: tableHead?.items.moved(by: Point(x: .zero, y: box.padding)) ?? [])
    }
  }

  /// Ends the box that it stands in.
  mutating func closeBox() {
    guard let box = callout?.box else { return }
    callout?.closes = true
    height += box.padding
  }

  /// The white that a page needs below it to end the box that goes on.
  var foot: Length {
    guard let callout, !callout.closes else { return .zero }
    return callout.box.padding
  }
}
