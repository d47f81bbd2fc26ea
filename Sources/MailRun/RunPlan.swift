/// How a run is to be done.
package struct RunPlan: Sendable {
  /// The run's folder; nil for a run that leaves none, as a trial or an archive.
  package var folder: String?
  /// Whether letters are written into the folder; without, it holds the manifest alone.
  package var writesLetters = true
  /// Where messages are written.
  package var messageFolders: [MessageFolder] = []
  /// The share of the records that are set.
  package var shard = Shard.whole
  /// How many letters are set at the same time.
  package var jobs = 1
  /// The number of faulty records that ends the run; nil for none.
  package var faultLimit: Int?
  /// Whether a run that is begun is gone on with.
  package var isResumed = false
  /// Whether the names of files are made of the records' ids: then no two may have the same.
  package var namesHaveID = false
  /// What all letters are made of beside their records, in a form that can be compared: a run that
  /// is taken up must have the same.
  package var makings = ""

  /// Whether letters have seals, which are never made a second time.
  package var isSealed = false

  /// A plan that nothing is said of yet.
  package init() {}
}
