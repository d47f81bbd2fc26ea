import Intake

extension Size {
  /// The size of a page of another PDF.
  init(_ extent: PageExtent) {
    self.init(width: .pt(extent.width), height: .pt(extent.height))
  }

  /// The size, if a page of a PDF/A may have it: 3 to 14400 units (ISO 19005-2, 6.1.13).
  var asPaper: Size? {
    let range = Length.pt(3)...Length.pt(14_400)
    return range.contains(width) && range.contains(height) ? self : nil
  }
}
