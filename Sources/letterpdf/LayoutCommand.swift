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

    @Option(
      help: "The folder that holds Fonts, Languages and Layouts.", completion: .directory)
    var resources: String?

    func run() throws {
      try telling {
        let typesetter = try typesetter(resources)
        guard let specimen else {
          return try Terminal.print(try typesetter.layoutText(layout))
        }
        let composition = try typesetter.specimen(of: layout)
        try writeWhole([(specimen, try composition.pdf().bytes)])
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

    func run() throws {
      try telling {
        let found = try typesetter(resources).checkLayout(layout)
        guard found.isEmpty else {
          return Terminal.printError(DiagnosticFormatter().format(found))
        }
        try Terminal.print("\(layout): nothing to complain of")
      }
    }
  }

  struct New: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "new",
      abstract: "Writes a small layout of your own, with comments.")

    @Argument(help: "The layout's name; the file is NAME.yaml.")
    var name: String

    @Option(help: "The layout it starts from.")
    var from: String = "brev"

    @Option(
      help: "The folder that holds Fonts, Languages and Layouts.", completion: .directory)
    var resources: String?

    func run() throws {
      try telling {
        // Read it, so that a misspelt name is told now.
        _ = try typesetter(resources).layoutText(from)
        let path = name.hasSuffix(".yaml") ? name : "\(name).yaml"
        guard (try? readFile(at: path, limit: .max)) == nil else {
          throw Failure.usage("there is a file \"\(path)\" already")
        }
        let text = Typesetter.newLayout(named: Self.stem(of: path), extending: from)
        try writeWhole([(path, Array(text.utf8))])
        try Terminal.print("\(path): set a letter with --layout \(path)")
      }
    }
  }
}

extension LayoutCommand.New {
  /// The file's name without its folder and suffix.
  fileprivate static func stem(of path: String) -> String {
    let name = path.split(separator: "/").last.map(String.init) ?? path
    return name.hasSuffix(".yaml") ? String(name.dropLast(".yaml".count)) : name
  }
}

/// A typesetter with the resources given, or the program's own.
private func typesetter(_ resources: String?) throws -> Typesetter {
  Typesetter(resources: try ResourceLocation.folder(given: resources))
}

/// Runs a command; what it throws goes to standard error and ends it with 1.
private func telling(_ body: () throws -> Void) throws {
  do {
    try body()
  } catch let error as Diagnostics {
    Terminal.printError(DiagnosticFormatter().format(error.all))
    throw Failure.diagnostics(error)
  }
}
