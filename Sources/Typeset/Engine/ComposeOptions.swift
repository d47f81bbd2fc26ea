/// How a letter is composed, beside what the letter and its layout say.
public struct ComposeOptions: Hashable, Sendable {
  /// Whether the word for a draft is set across each page.
  public var isDraft: Bool
  /// Whether the letter is for paper, where the layout may ask for links to be written out.
  public var isForPaper: Bool
  /// Whether regions, baselines and break costs are drawn under the pages, for designers, with their
  /// names and measures over them.
  ///
  /// Whoever looks for a fault wants to see it: what reaches into a window or a free zone is a warning
  /// then, and no error.
  public var drawsGuides: Bool
  /// Which of the guides are drawn where they are asked for.
  package var guideParts = GuideParts.all

  /// Whether paragraphs are remembered that other letters may have too, as in a run.
  ///
  /// What is composed is the same; it takes memory.
  public var remembersParagraphs: Bool

  /// Whether marks for machines are left out, which know the letter's place in a run, and only the room
  /// for them is checked.
  package var leavesSheetMarks = false
  /// Whether sheets are printed on one side, whatever the layout says.
  package var isOneSided = false

  /// Whether the layout is tried on a letter that was not written for it: keys that it does not have,
  /// and fields that it wants, are notes then, and the letter is set all the same.
  package var isTryingLayout = false

  /// Composes for a screen, unless something else is said.
  public init(
    isDraft: Bool = false, isForPaper: Bool = false, drawsGuides: Bool = false,
    remembersParagraphs: Bool = false
  ) {
    self.remembersParagraphs = remembersParagraphs
    self.isDraft = isDraft
    self.isForPaper = isForPaper
    self.drawsGuides = drawsGuides
  }

  /// What settling the letter in its layout needs to know.
  var resolving: ResolveOptions {
    ResolveOptions(isDraft: isDraft, isTryingLayout: isTryingLayout)
  }
}
