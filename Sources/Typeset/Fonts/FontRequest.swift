/// What is asked of a font: a family, how heavy and whether slanted.
struct FontRequest: Hashable, Sendable {
  let family: String
  /// CSS weight: 400 regular, 700 bold.
  let weight: Int
  let italic: Bool
}
