import Inspection
import Typeset

/// The profiles that a command is given, ready to be used.
struct ProfileChoice {
  /// The profiles, in the order in which they were given.
  let profiles: [Profile]

  /// Finds them, and sees that nothing is missing.
  ///
  /// - Parameter window: the window for profiles that leave it open.
  /// - Throws: ``Diagnostics`` with what is wrong with any of them.
  init(_ names: [String], window: Area?, resources: String) throws(Diagnostics) {
    let shelf = ProfileShelf(resources: resources)
    var found: [Profile] = []
    var problems: [Diagnostic] = []
    for name in names {
      do throws(Diagnostics) {
        var profile = try shelf.profile(name)
        if let window { profile = profile.withWindow(window) }
        problems += profile.missing.map { Self.diagnostic($0.use, $0.setting, profile.name) }
        found.append(profile)
      } catch {
        problems += error.all
      }
    }
    guard problems.isEmpty else { throw Diagnostics(problems) }
    profiles = found
  }

  private static func diagnostic(
    _ use: Profile.Use, _ setting: RuleSetting, _ profile: String
  ) -> Diagnostic {
    let isWindow = use.rule.name == "window" && setting.name == "area"
    let own = "write rules.\(use.rule.name).\(setting.name) in a profile that extends \(profile)"
    return Diagnostic(
      .error, "the profile \(profile) leaves \(use.rule.name).\(setting.name) open",
      at: use.place,
      hints: isWindow ? ["give --window 'x y width height' in mm", own] : [own])
  }
}
