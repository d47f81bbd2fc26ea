package import Inspection

/// A page that looks different, as pictures.
package struct PagePictures: Hashable, Sendable {
  /// The page, from 1.
  package let page: Int
  /// How it was meant; nil for a page that was not.
  package let expected: PageRaster?
  /// How it is; nil for a page that is not there.
  package let actual: PageRaster?
  /// Which pixels differ, also those that words explain; nil where one of the two is missing.
  package let difference: PixelDifference?
}

/// Compares pages as they are drawn.
///
/// - Parameters:
///   - first: the number of the first page.
///   - explained: the areas of a page where words differ, which are told of already.
func comparePixels(
  _ old: [PageRaster], _ new: [PageRaster], from first: Int, _ options: CompareOptions,
  explained: (Int) -> [Area]
) -> (differences: [Difference], pictures: [PagePictures]) {
  var differences: [Difference] = []
  var pictures: [PagePictures] = []
  for index in 0..<max(old.count, new.count) {
    let page = first + index
    guard index < old.count, index < new.count else {
      pictures.append(
        PagePictures(
          page: page, expected: index < old.count ? old[index] : nil,
          actual: index < new.count ? new[index] : nil, difference: nil))
      continue
    }
    var all = PixelDifference(old[index], new[index], color: options.color)
    for area in options.ignoredAreas(on: page) { all.forget(area, of: old[index]) }
    guard all.count > 0 else { continue }
    pictures.append(
      PagePictures(
        page: page, expected: old[index], actual: new[index], difference: all))
    var rest = all
    // Glyphs reach out of the boxes of their words.
    for area in explained(page) { rest.forget(area.grown(by: 0.8), of: old[index]) }
    let count = rest.count
    guard count > options.pixels else { continue }
    differences.append(difference(page, count, rest, of: old[index]))
  }
  return (differences, pictures)
}

private func difference(
  _ page: Int, _ count: Int, _ pixels: PixelDifference, of raster: PageRaster
) -> Difference {
  let places = PixelPlaces(pixels, millimetresAPixel: raster.millimetresAPixel).places
  var message = counted(count, "pixel") + (count == 1 ? " differs" : " differ")
  if let first = places.first {
    message += places.count > 1 ? " in \(places.count) places, most of them" : ""
    message += " at \(first.area.wording)"
  }
  var difference = Difference(.pixels, page: page, count: count, message)
  difference.expected = places.map(\.area)
  difference.actual = difference.expected
  return difference
}

extension PixelDifference {
  fileprivate mutating func forget(_ area: Area, of raster: PageRaster) {
    let pixels = raster.pixels(in: area)
    forget(columns: pixels.columns, rows: pixels.rows)
  }
}
