import Typeset

extension RenderOptions {
  /// One thing to write of a letter, and where.
  struct Output {
    enum Form: Equatable {
      case pdf(FinishOptions.Purpose)
      /// A file a page.
      case png, svg
      /// The letter for a browser, and as plain text.
      case html, text
      /// The layout as text.
      case dump
    }

    let form: Form
    let path: String

    init(_ form: Form, path: String) {
      self.form = form
      self.path = path
    }

    /// Reads `print=FILE` or `dump=FILE`; nil for anything else.
    init?(_ text: String) {
      guard let equals = text.firstIndex(of: "="), text.index(after: equals) < text.endIndex
      else { return nil }
      let word = String(text[..<equals])
      switch word {
      case "png": form = .png
      case "svg": form = .svg
      case "html": form = .html
      case "text": form = .text
      case "dump": form = .dump
      default:
        guard let purpose = FinishOptions.Purpose(rawValue: word) else { return nil }
        form = .pdf(purpose)
      }
      path = String(text[text.index(after: equals)...])
    }

    var isPDF: Bool {
      if case .pdf = form { true } else { false }
    }
  }

  /// The file of the report; none where none is asked for, and none for what cannot be one.
  var reportPaths: [String] { reportTo.map { $0 == "-" ? [] : [$0] } ?? [] }

  /// What is written first, and all else.
  var outputs: [Output] {
    let form: Output.Form =
      switch format {
      case _ where dump: .dump
      case .pdf: .pdf(purpose)
      case .png: .png
      case .svg: .svg
      case .html: .html
      case .text: .text
      }
    return [Output(form, path: target)] + also
  }
}
