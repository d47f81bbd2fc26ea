import CCairo

/// What Cairo refused to do, and its reason.
struct CairoError: Error, Hashable {
  let action: String
  let reason: String
  /// What mends it, where that is not plain from the reason.
  var hint: String? = nil
  /// The image that cannot be painted, where it is one.
  var image: PlacedImage? = nil

  /// - Throws: when the status is anything but success.
  static func check(_ status: cairo_status_t, _ action: String) throws(CairoError) {
    guard status == CAIRO_STATUS_SUCCESS else {
      throw CairoError(action: action, reason: String(cString: cairo_status_to_string(status)))
    }
  }

  /// The error as a message for the author of the letter.
  var diagnostics: Diagnostics {
    guard let image else {
      return Diagnostics(.error("painting failed: could not \(action): \(reason)", at: nil))
    }
    return Diagnostics(
      .error(
        "the image \(quoted(image.image.name)) cannot be painted: \(reason)", at: image.place,
        hint: hint ?? "open it in an image program and save it again"))
  }
}
