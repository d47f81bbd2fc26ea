import ArgumentParser
import Typeset

/// `letterpdf layout`: lists, shows, checks and starts layouts.
///
/// All commands say their names: to find one in the name of its type costs the run-time half a
/// million instructions, in every run of the program.
struct LayoutCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "layout", abstract: "Lists, shows, checks and starts layouts.",
    subcommands: [List.self, Show.self, Check.self, New.self])

  struct List: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "list", abstract: "Lists the layouts that have a name.")

    @Option(
      help: "The folder that holds Fonts, Languages and Layouts.", completion: .directory)
    var resources: String?

    @OptionGroup var messages: MessageOptions

    func run() throws {
      try telling {
        let layouts = try typesetter(resources).listLayouts()
        let width = layouts.map(\.key.count).max() ?? 0
        for layout in layouts {
          let gap = String(repeating: " ", count: width - layout.key.count + 2)
          try Terminal.print(layout.key + gap + layout.description)
        }
      }
    }
  }

  struct Show: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "show",
      abstract: "Prints a layout's file, or writes a letter in its language with all its fields.")

    @Argument(help: "A layout by name, or a layout file.", completion: .file())
    var layout: String

    @Option(help: "Writes the letter as PDF to this file.", completion: .file())
    var specimen: String?

    @Flag(help: "Draws regions, frames, zones and the costs of breaks under that letter.")
    var guides = false

    @Option(
      help: "The folder that holds Fonts, Languages and Layouts.", completion: .directory)
    var resources: String?

    @OptionGroup var messages: MessageOptions

    func validate() throws {
      if guides, specimen == nil {
        throw ValidationError("--guides are drawn under a letter; name its file with --specimen")
      }
    }

    func run() throws {
      try telling {
        let typesetter = try typesetter(resources)
        guard let specimen else {
          return try Terminal.print(try typesetter.layoutText(layout))
        }
        let letter = try typesetter.specimen(of: layout, drawsGuides: guides)
        try writeWhole([(specimen, try letter.pdf().bytes)])
        guard letter.warnings.isEmpty else {
          return Terminal.printError(DiagnosticFormatter.forReader().format(letter.warnings))
        }
      }
    }
  }

  struct Check: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "check",
      abstract: "Looks for mistakes in a layout, and for what it does badly.")

    @Argument(help: "A layout by name, or a layout file.", completion: .file())
    var layout: String

    @Option(
      help: "The folder that holds Fonts, Languages and Layouts.", completion: .directory)
    var resources: String?

    @OptionGroup var messages: MessageOptions

    func run() throws {
      try telling {
        let found = try typesetter(resources).checkLayout(layout)
        guard found.isEmpty else {
          return Terminal.printError(DiagnosticFormatter.forReader().format(found))
        }
        let verdict: DiagnosticText = "\(layout): nothing to complain of"
        try Terminal.print(verdict.forReader)
      }
    }
  }

  struct New: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "new",
      abstract: "Writes a layout of your own that extends another, with all keys as comments.",
      discussion: "A file that is there already is left as it is.")

    @Argument(
      help: "The layout's file; NAME stands for NAME.yaml, - for standard output.",
      completion: .file())
    var file: String

    @Option(help: "The layout it starts from, by name or as a file.", completion: .file())
    var from: String = "brev"

    @Option(
      help: "The folder that holds Fonts, Languages and Layouts.", completion: .directory)
    var resources: String?

    @OptionGroup var messages: MessageOptions

    func run() throws {
      try telling {
        let new = NewFile(file, suffix: ".yaml")
        try new.checkAbsent()
        let text = try typesetter(resources).newLayout(
          named: new.path == "-" ? "Our letter" : new.stem, extending: from,
          called: try new.naming(from))
        try new.write(text)
        if new.path != "-" {
          let next: DiagnosticText = "\(new.path): set a letter with --layout \(new.path)"
          try Terminal.print(next.forReader)
        }
      }
    }
  }
}

/// A typesetter with the resources given, or the program's own.
func typesetter(_ resources: String?) throws -> Typesetter {
  Typesetter(resources: try ResourceLocation.folder(given: resources))
}

/// Runs a command; what it throws goes to standard error and ends it with 1.
func telling(_ body: () throws -> Void) throws {
  do {
    try body()
  } catch let error as Diagnostics {
    Terminal.printError(DiagnosticFormatter.forReader().format(error.all))
    throw Failure.diagnostics(error)
  }
}
