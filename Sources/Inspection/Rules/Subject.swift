package import Intake
import PDFFile

/// A file that rules look at; what several of them need is worked out once.
///
/// It is used by one thread.
package final class Subject {
  /// The file.
  package let pdf: InspectedPDF
  /// Why pixels could not be had; nil if they could, or were not needed.
  private(set) var toolFault: ToolFault?
  private var rasters: [Int: PageRaster] = [:]

  private let intake: IntakeClient
  private let deadline: ContinuousClock.Instant

  /// A file to look at.
  ///
  /// - Parameters:
  ///   - intake: who looks into its fonts.
  ///   - deadline: when looking ends, however much there is.
  package init(
    _ pdf: InspectedPDF, intake: IntakeClient,
    deadline: ContinuousClock.Instant = .now + .seconds(8)
  ) {
    self.pdf = pdf
    self.intake = intake
    self.deadline = deadline
  }

  /// What the intake finds that enclosures may not have.
  private(set) lazy var flaws: Result<ImportFlaws, IntakeFault> = {
    do throws(IntakeFault) {
      return .success(try intake.ask(AuditPDF(pdf.bytes)))
    } catch {
      return .failure(error)
    }
  }()

  /// Whether the signature of a seal fits what it covers.
  func verdict(on seal: [UInt8], covering covered: [UInt8]) -> VerifySeal.Verdict {
    do throws(IntakeFault) {
      return try intake.ask(VerifySeal(seal, covering: covered))
    } catch {
      return .unreadable
    }
  }

  /// The seals, in the order in which they were made.
  private(set) lazy var seals = findSeals()

  /// Whether there is no more time.
  var isOverdue: Bool { ContinuousClock.now > deadline }

  /// What is painted on each page.
  package private(set) lazy var contents = {
    var shelf = ContentShelf(deadline: deadline)
    return pdf.pages.map { page in
      guard !isOverdue else {
        var content = PageContent()
        content.isCutShort = true
        return content
      }
      return ContentReader.read(page, in: pdf, sharing: &shelf)
    }
  }()
  /// The lines of words of each page.
  package private(set) lazy var lines = contents.map { TextLine.all(in: $0) }
  /// The structure tree.
  private(set) lazy var structure = pdf.structure
  /// What the metadata say.
  private(set) lazy var metadata = pdf.metadata
  /// What marked content says, by the object that it stands in and its identifier.
  private(set) lazy var tagged = collectTagged()
  /// The lines of each page that are the letter's own.
  private(set) lazy var ownLines = OwnLines.find(in: lines, contents)

  /// The pages, each with what is painted on it.
  var pages: [(page: InspectedPage, content: PageContent)] {
    Array(zip(pdf.pages, contents))
  }

  /// A page in pixels, grey; nil where it cannot be had.
  func raster(of page: Int) -> PageRaster? {
    if let known = rasters[page] { return known }
    guard toolFault == nil, !isOverdue else { return nil }
    var limits = Tool.Limits()
    limits.seconds = min(limits.seconds, max(0.2, (deadline - .now) / .seconds(1)))
    do throws(ToolFault) {
      let drawn = try PageRaster.draw(
        pdf.bytes, pages: page...page, dotsPerInch: 100, as: .gray, limits: limits)
      rasters[page] = drawn.first
      return drawn.first
    } catch {
      toolFault = error
      return nil
    }
  }

  /// Every dictionary of the file, also those within others, with the number of the object that it
  /// stands in, in the order of their numbers.
  private(set) lazy var dictionaries: [(number: Int, entries: PDFDictionary)] = {
    var found: [(Int, PDFDictionary)] = []
    for (number, object) in pdf.objects.sorted(by: { $0.key < $1.key }) {
      switch object.object {
      case .value(let value): Self.collect(value, number, &found)
      case .stream(let entries, _): Self.collect(.dictionary(entries), number, &found)
      }
    }
    return found
  }()

  private static func collect(
    _ value: PDFValue, _ number: Int, _ found: inout [(Int, PDFDictionary)]
  ) {
    switch value {
    case .dictionary(let entries):
      found.append((number, entries))
      for entry in entries.entries { collect(entry.value, number, &found) }
    case .array(let items): for item in items { collect(item, number, &found) }
    default: break
    }
  }

  /// Where the annotations are that are objects of their own.
  private(set) lazy var annotationPlaces: [Int: (page: Int, area: Area?)] = {
    var places: [Int: (Int, Area?)] = [:]
    for page in pdf.pages {
      for case .reference(let reference) in pdf.items(page.entries["Annots"]) {
        let box = pdf.dictionary(.reference(reference)).flatMap { self.box(of: $0) }
        places[reference.index] = (page.number, box.map { page.area(of: $0) })
      }
    }
    return places
  }()

  /// The rectangle of an annotation in the plane of its page.
  func box(of annotation: PDFDictionary) -> [Double]? {
    InspectedPage.box(pdf.items(annotation["Rect"]).map { pdf.number($0) })
  }
}
