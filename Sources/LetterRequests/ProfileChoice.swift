package import Inspection
package import Typeset

/// The profiles that a check is given, ready to be used.
package struct ProfileChoice: Sendable {
  /// The profiles, in the order in which they were given.
  package let profiles: [Profile]

  /// Finds them, and sees that nothing is missing.
  ///
  /// - Parameters:
  ///   - names: names of installed profiles, or paths where the user gives them.
  ///   - window: the window for profiles that leave it open.
  ///   - windowHint: how a window is given: `give --window 'x y width height' in mm`.
  ///   - resources: the folder that holds `Profiles`.
  /// - Throws: ``Diagnostics`` with what is wrong with any of them.
  package init(
    _ names: [String], window: Area?, windowHint: DiagnosticText, resources: String
  ) throws(Diagnostics) {
    let shelf = ProfileShelf(resources: resources)
    var found: [Profile] = []
    var problems: [Diagnostic] = []
    for name in names {
      do throws(Diagnostics) {
        var profile = try shelf.profile(name)
        if let window { profile = profile.withWindow(window) }
        problems += profile.missing.map {
          Self.diagnostic($0.use, $0.setting, profile.name, windowHint)
        }
        found.append(profile)
      } catch {
        problems += error.all
      }
    }
    guard problems.isEmpty else { throw Diagnostics(problems) }
    profiles = found
  }

  private static func diagnostic(
    _ use: Profile.Use, _ setting: RuleSetting, _ profile: String, _ windowHint: DiagnosticText
  ) -> Diagnostic {
    let isWindow = use.rule.name == "window" && setting.name == "area"
    let own: DiagnosticText =
      "write rules.\(use.rule.name).\(setting.name) in a profile that extends \(profile)"
    return Diagnostic(
      .error, .openSetting, "the profile \(profile) leaves \(use.rule.name).\(setting.name) open",
      at: use.place, hints: isWindow ? [windowHint, own] : [own])
  }
}

extension Area {
  /// Reads an envelope's window, `20 45 85 45` in millimetres, also with units and commas; nil for
  /// anything else.
  package init?(window text: String) {
    let words = text.split { $0 == " " || $0 == "," }.map { word in
      word.hasSuffix("mm") ? word.dropLast(2) : word
    }
    let numbers = words.compactMap { Double($0) }
    guard words.count == 4, numbers.count == 4, numbers.allSatisfy({ $0.isFinite && $0 >= 0 }),
      numbers[2] > 0, numbers[3] > 0
    else { return nil }
    self.init(x: numbers[0], y: numbers[1], width: numbers[2], height: numbers[3])
  }
}
