import CPango

extension FontBook {
  /// What is wrong with a wanted font.
  enum FontProblem: Hashable, Sendable {
    /// No file in `Fonts/` or beside the layout has the family.
    case noFamily
    /// The family is there, in another weight or slant only.
    case noStyle
    /// It is there in that slant, and in a weight that is near enough to stand in.
    case otherWeight(Int)
  }

  /// What to say of a wanted font, without a place.
  func diagnostic(of problem: FontProblem, with request: FontRequest) -> Diagnostic {
    let family = request.family
    switch problem {
    case .noFamily:
      return .error(
        .noSuchFont, "there is no font \"\(family)\"", at: nil,
        hint: nearestFamily(to: family).map { "write \($0)" }
          ?? "name a family that is in Fonts/, or a file under fonts: files: in the layout")
    case .noStyle:
      let slant: DiagnosticText = request.italic ? "italic" : "upright"
      let known = weights(of: request)
      return .error(
        .noSuchFont, "the font \"\(family)\" has no \(slant) face of weight \(request.weight)",
        at: nil,
        hint: known.isEmpty
          ? "add the missing file, or choose another weight or family in the layout"
          : "write weight: \(listed(known)), or add the missing file")
    case .otherWeight(let weight):
      return .warning(
        .noSuchFont,
        "the font \"\(family)\" has no weight \(request.weight), and \(weight) stands in for it",
        at: nil, hint: "write weight: \(listed(weights(of: request)))")
    }
  }

  /// The weights of a family in a slant as a layout writes them, the lightest first.
  private func weights(of request: FontRequest) -> [String] {
    var found: Set<Int> = []
    forEachFace { face in
      guard face.family.lowercased() == request.family.lowercased(),
        face.isItalic == request.italic, let weight = face.weight
      else { return }
      found.insert(weight)
    }
    return found.sorted().map { WeightName(weight: $0)?.rawValue ?? String($0) }
  }

  /// The family that was meant by a name that none has.
  private func nearestFamily(to name: String) -> String? {
    guard let file = nearestName(to: FontFolder.key(name), in: folder.families) else {
      return ownFamilies.isEmpty ? nil : nearestName(to: name, in: ownFamilies)
    }
    load(family: file)
    return nearestName(to: name, in: ownFamilies)
  }

  /// The families whose files have been read, in order.
  private var ownFamilies: [String] {
    var found: Set<String> = []
    forEachFace { found.insert($0.family) }
    return found.sorted()
  }

  /// A face of a file that has been read.
  private struct Face {
    let family: String
    /// CSS weight; nil for a variable font, which has many.
    let weight: Int?
    let isItalic: Bool
  }

  private func forEachFace(_ body: (Face) -> Void) {
    guard let set = FcConfigGetFonts(config, FcSetApplication) else { return }
    for index in 0..<Int(set.pointee.nfont) {
      guard let pattern = set.pointee.fonts[index] else { continue }
      var family: UnsafeMutablePointer<FcChar8>?
      guard FcPatternGetString(pattern, FC_FAMILY, 0, &family) == FcResultMatch, let family else {
        continue
      }
      var weight = 0.0
      var slant: Int32 = 0
      let hasWeight = FcPatternGetDouble(pattern, FC_WEIGHT, 0, &weight) == FcResultMatch
      FcPatternGetInteger(pattern, FC_SLANT, 0, &slant)
      body(
        Face(
          family: String(cString: family),
          weight: hasWeight ? Int(FcWeightToOpenTypeDouble(weight).rounded()) : nil,
          isItalic: slant != FC_SLANT_ROMAN))
    }
  }
}
