import MailRun
import Typeset

/// What `letterpdf merge` is to do: its command line as plain values.
struct MergeOptions {
  /// What is read and how, as of a single letter.
  var letter = RenderOptions()
  var recipients = "-"
  var format: RecordReader.Format?
  var encoding = RecordReader.Encoding.utf8
  /// The folder; in a preview the file.
  var output: String?
  var archive: String?
  var bind: BindOptions?
  var delivery: DeliveryOptions?
  var name: String?
  var jobs: Int?
  var shard = Shard.whole
  var isResumed = false
  /// Whether files are to be of few bytes rather than quick to make.
  var isSmall = false
  var isStrict = false
  var faultLimit: Int?
  var isDry = false
  var preview: String?
  var isQuiet = false
  var report: RenderOptions.ReportForm?
  var faults: [Diagnostic] = []

  /// What does not go together.
  var contradictions: [Diagnostic] {
    var found: [Diagnostic] = []
    func refuse(_ message: DiagnosticText, _ hint: DiagnosticText) {
      found.append(Diagnostic(.error, .contradiction, message, hints: [hint]))
    }
    if letter.letter == "-", recipients == "-" {
      refuse("the letter and the recipients cannot both be standard input", "name a file")
    }
    let isWhole = archive != nil || bind != nil || delivery?.archive != nil
    if output == nil, delivery == nil, !isWhole, !isDry, preview == nil {
      refuse("the letters have nowhere to go", "name a folder with -o")
    }
    if isDry, output != nil || isWhole {
      refuse(
        "--dry-run writes nothing, so -o, --archive and --bind have no meaning", "leave them out")
    }
    if isResumed, isWhole || folder == nil {
      refuse(
        "--resume goes on with a folder; an archive or a bound file is written whole or not at all",
        "name the folder with -o, or leave --resume out")
    }
    if output == "-" {
      refuse("letters go to a folder, not to standard output", "name a folder with -o")
    }
    return found
  }

  /// What a run is told of this.
  func plan(_ input: MergeInput, cores: Int) -> RunPlan {
    var plan = RunPlan()
    plan.folder = isDry ? nil : folder
    plan.writesLetters = output != nil
    plan.messageFolders = isDry ? [] : messageFolders
    plan.shard = shard
    plan.jobs = jobs ?? cores
    plan.faultLimit = isStrict ? 1 : faultLimit
    plan.isResumed = isResumed
    plan.namesHaveID = input.name?.fields.contains("id") ?? false
    plan.makings = input.makings
    plan.isSealed = seal != nil
    return plan
  }

  /// What the run seals with; a trial and a letter to look at have no seal.
  var seal: SealOptions? { isDry || preview != nil ? nil : letter.seal }

  /// Whether each letter has a file of its own.
  var makesFiles: Bool {
    output != nil || archive != nil || preview != nil || bind == nil && delivery == nil
  }

  /// The files that the run writes outside its folders, as far as they are named.
  var wholeFiles: [String] { [archive, bind?.path, delivery?.archive].compactMap { $0 } }

  /// Where the manifest is: with the letters, otherwise with their messages.
  private var folder: String? {
    (output ?? delivery?.memo ?? delivery?.forsendelse).map(Self.withoutSlash)
  }

  private var messageFolders: [MessageFolder] {
    guard let folder else { return [] }
    return [("memo", delivery?.memo), ("forsendelse", delivery?.forsendelse)].compactMap {
      form, path in
      path.map(Self.withoutSlash).map {
        MessageFolder(form: form, path: $0, name: relativePath(from: folder, to: $0))
      }
    }
  }

  private static func withoutSlash(_ path: String) -> String {
    var path = path
    while path.count > 1, path.hasSuffix("/") { path.removeLast() }
    return path
  }
}
