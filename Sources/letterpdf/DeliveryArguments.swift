import ArgumentParser
import LetterDelivery
import Typeset

/// What the command line says of messages of Digital Post and remote print.
struct DeliveryArguments: ParsableArguments {
  @Option(
    help:
      "Writes each letter as a MeMo message of Digital Post: into a folder; of a single letter the file."
  )
  var memo: String?

  @Option(
    help:
      "Writes each letter as a ForsendelseI of remote print: into a folder; of a single letter the file."
  )
  var forsendelse: String?

  @Option(
    help:
      "How letters go: digital, print, both or auto; or the column of the records that says so, or a CSV file with id and route."
  )
  var route: String?

  @Option(help: "A YAML file that says who sends; comes before the layout's own sender.")
  var sender: String?

  /// The arguments as plain values; nil where no messages are made.
  func options(archive: String? = nil, _ faults: inout [Diagnostic]) -> DeliveryOptions? {
    guard memo != nil || forsendelse != nil || archive != nil else {
      if route != nil || sender != nil {
        faults.append(
          Diagnostic(
            .error, .contradiction, "--route and --sender are about messages",
            hints: ["say where they go with --memo or --forsendelse, or leave them out"]))
      }
      return nil
    }
    for (path, name) in [(memo, "--memo"), (forsendelse, "--forsendelse")]
    where path == "-" || path?.isEmpty == true {
      faults.append(
        Diagnostic(
          .error, .option, "\(name) cannot be \"\(path ?? "")\"", hints: ["name where messages go"])
      )
    }
    return DeliveryOptions(
      memo: memo, forsendelse: forsendelse, archive: archive, route: route, sender: sender)
  }
}

/// Which messages are made of letters, and where they go.
struct DeliveryOptions: Hashable, Sendable {
  /// The folders; of a single letter the files.
  let memo: String?
  let forsendelse: String?
  /// The container of all messages of Digital Post.
  let archive: String?
  /// How letters go, as it was written.
  let route: String?
  /// The file that says who sends.
  let sender: String?

  /// Whether messages of Digital Post are made.
  var makesMemos: Bool { memo != nil || archive != nil }
  /// Whether consignments of remote print are made.
  var makesPrints: Bool { forsendelse != nil }
}
