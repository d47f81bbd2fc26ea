/// The thickness and colour of a rule.
struct RuleStyle: Hashable, Sendable {
  var thickness: Length
  var color: Color
}
