/// The head of a table as it is repeated: an artifact, since it was read once.
struct TableHead: Sendable {
  let height: Length
  let items: [Placed<FrameItem>]
}
