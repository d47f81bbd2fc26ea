/// A PDF of one page, with nothing compressed, so that a mutation in it is one in what it says.
struct HandmadePage {
  let content: [UInt8]

  var bytes: [UInt8] {
    let objects: [[UInt8]] = [
      "<</Type/Catalog/Pages 2 0 R/MarkInfo<</Marked true>>/StructTreeRoot 6 0 R/Lang(da)>>",
      "<</Type/Pages/Kids[3 0 R]/Count 1>>",
      "<</Type/Page/Parent 2 0 R/MediaBox[0 0 200 200]/Contents 4 0 R/StructParents 0"
        + "/Resources<</Font<</F1 5 0 R>>/XObject<</X1 8 0 R>>>>>>",
      nil,
      "<</Type/Font/Subtype/Type1/BaseFont/Helvetica/Encoding/WinAnsiEncoding>>",
      "<</Type/StructTreeRoot/K 7 0 R/ParentTree<</Nums[0[7 0 R]]>>>>",
      "<</Type/StructElem/S/P/P 6 0 R/Pg 3 0 R/K 0/Alt(x)>>",
      "<</Type/XObject/Subtype/Image/Width 1/Height 1/BitsPerComponent 8/ColorSpace/DeviceGray"
        + "/Length 1>>stream\nA\nendstream",
    ].map { (text: String?) in
      if let text { return Array(text.utf8) }
      return Array("<</Length \(content.count)>>stream\n".utf8) + content
        + Array("\nendstream".utf8)
    }
    var file = Array("%PDF-1.7\n".utf8)
    var places: [Int] = []
    for (index, object) in objects.enumerated() {
      places.append(file.count)
      file += Array("\(index + 1) 0 obj".utf8) + object + Array("\nendobj\n".utf8)
    }
    let start = file.count
    file += Array("xref\n0 \(places.count + 1)\n0000000000 65535 f \n".utf8)
    for place in places {
      let digits = String(place)
      file += Array(
        (String(repeating: "0", count: 10 - digits.count) + digits + " 00000 n \n").utf8)
    }
    let trailer = "trailer<</Root 1 0 R/Size \(places.count + 1)>>\nstartxref\n\(start)\n%%EOF\n"
    return file + Array(trailer.utf8)
  }
}
