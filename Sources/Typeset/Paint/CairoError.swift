import CCairo

/// What Cairo refused to do, and its reason.
struct CairoError: Error, Hashable {
  let action: String
  let reason: String

  /// - Throws: when the status is anything but success.
  static func check(_ status: cairo_status_t, _ action: String) throws(CairoError) {
    guard status == CAIRO_STATUS_SUCCESS else {
      throw CairoError(action: action, reason: String(cString: cairo_status_to_string(status)))
    }
  }

  /// The error as a message for the author of the letter.
  var diagnostics: Diagnostics {
    Diagnostics(.error("painting failed: could not \(action): \(reason)", at: nil))
  }
}
