/// The pages that something stands on.
struct PageSelection: Hashable, Sendable {
  var first: Bool
  /// Pages between the first and the last.
  var middle: Bool
  /// The last page of a letter of two or more.
  var last: Bool
  /// The only page of a letter of one.
  var single: Bool
  /// Restricts the selection to odd or even pages; both are true without restriction.
  var odd = true
  var even = true

  static let all = PageSelection(first: true, middle: true, last: true, single: true)
  static let first = PageSelection(first: true, middle: false, last: false, single: true)
  static let next = PageSelection(first: false, middle: true, last: true, single: false)
  static let last = PageSelection(first: false, middle: false, last: true, single: true)

  static let odd = PageSelection(
    first: true, middle: true, last: true, single: true, odd: true, even: false)

  /// Adds the pages of another selection.
  mutating func formUnion(_ other: PageSelection) {
    first = first || other.first
    middle = middle || other.middle
    last = last || other.last
    single = single || other.single
  }

  /// Whether two selections can meet on a page.
  func meets(_ other: PageSelection) -> Bool {
    (first && other.first || middle && other.middle || last && other.last
      || single && other.single) && (odd && other.odd || even && other.even)
  }

  /// Whether the 1-based page of so many is selected.
  func includes(_ page: Int, of count: Int) -> Bool {
    guard page % 2 == 1 ? odd : even else { return false }
    if count == 1 { return single }
    if page == 1 { return first }
    return page == count ? last : middle
  }
}
