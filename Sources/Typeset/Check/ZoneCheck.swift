/// Checks that what must stay free is free, and that the address lies in its window.
struct ZoneCheck {
  let plan: Plan
  let pages: [Page]

  /// Every breach, with how far it reaches in millimetres.
  var diagnostics: [Diagnostic] {
    var found: [Diagnostic] = []
    for zone in plan.zones {
      for (index, page) in pages.enumerated()
      where zone.pages.includes(index + 1, of: pages.count) {
        found += check(zone, page, number: index + 1)
      }
    }
    return found
  }

  private func check(_ zone: Zone, _ page: Page, number: Int) -> [Diagnostic] {
    let ink = InkBoxes(of: page)
    switch zone.demand {
    case .keepFree:
      guard let hit = ink.boxes.first(where: { $0.rect.intersects(zone.rect) }) else { return [] }
      let source = placedFrame(of: hit, on: number)
      return [
        .error(
          .freeZone,
          "\(describe(hit, source)) stands \(overlap(hit.rect, zone.rect)) mm within the free zone"
            + " \"\(zone.name)\" on page \(number)", at: source?.place ?? zone.place,
          hint: "move it, or change keep-free in the layout")
      ]
    case .window(let clearance):
      return checkWindow(zone, clearance, page, ink, number)
    }
  }

  private func checkWindow(
    _ zone: Zone, _ clearance: Length, _ page: Page, _ ink: InkBoxes, _ number: Int
  ) -> [Diagnostic] {
    var found: [Diagnostic] = []
    let inner = Rect(
      x: zone.rect.minX + clearance, y: zone.rect.minY + clearance,
      width: zone.rect.size.width - clearance * 2, height: zone.rect.size.height - clearance * 2)
    let own = page.boxes.filter(\.id.belongsInWindow)
    let address = ink.boxes.filter { hit in own.contains { $0.rect.contains(hit.middle) } }
    let moved = address.isEmpty ? nil : misplaced(address, in: inner, zone)
    if let moved { found.append(moved) }
    for hit in ink.boxes {
      let belongs = own.contains { $0.rect.contains(hit.middle) }
      if belongs, moved == nil, !inner.contains(hit.rect) {
        found.append(
          .error(
            .freeZone,
            "\(describe(hit)) of the recipient reaches \(excess(hit.rect, inner)) mm out of the"
              + " window less its clearance", at: zone.place,
            hint: "shorten the line, or change window in the layout"))
      } else if !belongs, hit.rect.intersects(zone.rect) {
        let source = placedFrame(of: hit, on: number)
        found.append(
          .error(
            .freeZone,
            "\(describe(hit, source)) shows \(overlap(hit.rect, zone.rect)) mm in the window on page"
              + " \(number)", at: source?.place ?? zone.place,
            hint: "move it out of the window; nothing but the address may show there"))
      }
      if found.count >= 5 { break }
    }
    return found
  }

  /// What to say of an address that fits into the window and stands beside it; nil for any other.
  private func misplaced(_ address: [InkBoxes.Box], in inner: Rect, _ zone: Zone) -> Diagnostic? {
    let whole = address.dropFirst().reduce(address[0].rect) { $0.union($1.rect) }
    guard !inner.contains(whole), whole.size.width <= inner.size.width,
      whole.size.height <= inner.size.height
    else { return nil }
    let right = max(inner.minX - whole.minX, .zero) - max(whole.maxX - inner.maxX, .zero)
    let down = max(inner.minY - whole.minY, .zero) - max(whole.maxY - inner.maxY, .zero)
    let far = excess(whole, inner)
    let shown = Int(exactly: far).map(String.init) ?? String(far)
    if abs(right.points) >= abs(down.points) {
      return right > .zero
        ? .error(
          .freeZone, "the recipient stands \(far) mm too far left for the window", at: zone.place,
          hint: "move recipient \(shown) mm right, or change window in the layout")
        : .error(
          .freeZone, "the recipient stands \(far) mm too far right for the window", at: zone.place,
          hint: "move recipient \(shown) mm left, or change window in the layout")
    }
    return down > .zero
      ? .error(
        .freeZone, "the recipient stands \(far) mm too high for the window", at: zone.place,
        hint: "move recipient \(shown) mm down, or change window in the layout")
      : .error(
        .freeZone, "the recipient stands \(far) mm too low for the window", at: zone.place,
        hint: "move recipient \(shown) mm up, or change window in the layout")
  }

  private func describe(
    _ hit: InkBoxes.Box, _ source: FixedFrame? = nil
  ) -> DiagnosticText {
    guard let source else { return hit.text.isEmpty ? "an image or rule" : "\"\(hit.text)\"" }
    if !source.shapes.isEmpty { return "a shape of the layout" }
    if !hit.text.isEmpty { return "\"\(hit.text)\" of the frame \(quoted(source.name))" }
    return source.kind == .background
      ? "the box of the frame \(quoted(source.name))"
      : "an image or rule of the frame \(quoted(source.name))"
  }

  /// The shape or the frame of the layout that has put something on a page; nil for what the letter
  /// says itself, and for what cannot be told apart.
  private func placedFrame(of hit: InkBoxes.Box, on number: Int) -> FixedFrame? {
    let here = plan.fixed.filter {
      $0.pages.includes(number, of: pages.count) && $0.kind != .recipient
    }
    if let shape = here.first(where: { $0.shapes.contains { $0.rect == hit.rect } }) {
      return shape
    }
    return here.last { fixed in
      guard fixed.shapes.isEmpty, fixed.place != nil else { return false }
      let isBox = fixed.kind == .background && fixed.groups.isEmpty
      return isBox ? hit.text.isEmpty && fixed.frame == hit.rect : fixed.frame.contains(hit.middle)
    }
  }

  private func overlap(_ a: Rect, _ b: Rect) -> Double {
    let x = min(a.maxX, b.maxX) - max(a.minX, b.minX)
    let y = min(a.maxY, b.maxY) - max(a.minY, b.minY)
    return tenth(min(x, y))
  }

  private func excess(_ a: Rect, _ b: Rect) -> Double {
    tenth(max(b.minX - a.minX, a.maxX - b.maxX, b.minY - a.minY, a.maxY - b.maxY))
  }

  private func tenth(_ length: Length) -> Double {
    max(0.1, (length.millimetres * 10).rounded() / 10)
  }
}

extension BoxID {
  /// Whether it may show in the window of an envelope.
  fileprivate var belongsInWindow: Bool {
    switch self {
    case .recipient, .returnLine: true
    case .sidebar, .body, .signatures, .frame: false
    }
  }
}

/// The boxes of everything on a page that leaves ink.
struct InkBoxes {
  struct Box {
    let rect: Rect
    let text: String
    let part: Part?

    var middle: Rect {
      Rect(
        x: rect.minX + rect.size.width / 2, y: rect.minY + rect.size.height / 2, width: .zero,
        height: .zero)
    }
  }

  private(set) var boxes: [Box] = []

  /// Takes in everything on a page.
  init(of page: Page) {
    page.forEachItem { add($0, at: $1) }
  }

  private mutating func add(_ item: FrameItem, at place: Point) {
    switch item {
    case .line(let line): collect(line, at: place)
    case .rule(let rule):
      if case .artifact(.page) = rule.part { return }
      boxes.append(Box(rect: Rect(origin: place, size: rule.size), text: "", part: rule.part))
    case .image(let image):
      boxes.append(Box(rect: Rect(origin: place, size: image.size), text: "", part: image.part))
    }
  }

  /// A line's box is as tall as its capitals and descenders, not its leading.
  private mutating func collect(_ line: Line, at origin: Point) {
    var box: Rect?
    var text = ""
    for placed in line.runs where !placed.item.text.allSatisfy({ $0 == " " }) {
      let run = placed.item
      let rect = Rect(
        x: origin.x + placed.origin.x, y: origin.y + placed.origin.y - run.size * 0.75 - run.rise,
        width: run.width, height: run.size * 0.97)
      box = box.map { $0.union(rect) } ?? rect
      text += run.text
    }
    if let box { boxes.append(Box(rect: box, text: text, part: line.runs.first?.item.part)) }
  }
}
