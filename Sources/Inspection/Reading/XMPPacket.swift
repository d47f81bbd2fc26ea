/// What a file says of itself in XMP (ISO 16684-1), as far as letters and archives do.
package struct XMPPacket: Hashable, Sendable {
  /// A property that the packet has right under its description.
  package struct Property: Hashable, Sendable {
    /// The namespace.
    package let space: String
    /// The name.
    package let name: String
    /// Its words: those of all items of a list, joined by `, `, and the default of alternatives.
    package let value: String
  }

  /// The namespaces that are asked for.
  package enum Space: String, Sendable {
    case dublinCore = "http://purl.org/dc/elements/1.1/"
    case xmp = "http://ns.adobe.com/xap/1.0/"
    case pdf = "http://ns.adobe.com/pdf/1.3/"
    case archive = "http://www.aiim.org/pdfa/ns/id/"
    case accessible = "http://www.aiim.org/pdfua/ns/id/"
    case extensionSchemas = "http://www.aiim.org/pdfa/ns/extension/"
  }

  /// The properties in their order.
  package private(set) var properties: [Property] = []
  /// The namespaces and names that extension schemas declare (ISO 19005-2, 6.6.2.3).
  package private(set) var declared: Set<[String]> = []

  private static let rdf = "http://www.w3.org/1999/02/22-rdf-syntax-ns#"
  private static let schema = "http://www.aiim.org/pdfa/ns/schema#"
  private static let property = "http://www.aiim.org/pdfa/ns/property#"

  /// Reads a packet; nil for what is no XML.
  package init?(_ bytes: [UInt8]) {
    var reader = PacketReader(bytes)
    guard reader.read() else { return nil }
    properties = reader.properties
    declared = reader.declared
  }

  /// The value of a property; nil where there is none.
  package subscript(space: Space, name: String) -> String? {
    properties.first { $0.space == space.rawValue && $0.name == name }?.value
  }

  private struct PacketReader {
    private var scanner: XMLScanner
    private(set) var properties: [Property] = []
    private(set) var declared: Set<[String]> = []
    /// The elements that are open.
    private var path: [XMLScanner.Name] = []
    /// How deep the description stands that is being read; nil outside one.
    private var description: Int?
    /// The text of the property that is being read, and of its items.
    private var text = ""
    private var items: [String] = []
    /// The namespace of the extension schema that is being read.
    private var schemaSpace = ""
    private var schemaNames: [String] = []

    init(_ bytes: [UInt8]) { scanner = XMLScanner(bytes) }

    mutating func read() -> Bool {
      do throws(XMLScanner.Fault) {
        while let piece = try scanner.next() {
          switch piece {
          case .start(let name, let attributes): begin(name, attributes)
          case .text(let words): text += words
          case .end: end()
          }
        }
        return true
      } catch {
        return false
      }
    }

    private mutating func begin(
      _ name: XMLScanner.Name, _ attributes: [XMLScanner.Name: String]
    ) {
      path.append(name)
      text = ""
      if name.space == XMPPacket.rdf, name.local == "Description", description == nil {
        description = path.count
        for (key, value) in attributes.sorted(by: { $0.key.local < $1.key.local })
        where key.space != XMPPacket.rdf {
          properties.append(Property(space: key.space, name: key.local, value: value))
        }
      } else if path.count == (description ?? -2) + 1 {
        items = []
      }
      for (key, value) in attributes { note(key, value) }
    }

    private mutating func end() {
      guard let name = path.popLast() else { return }
      let words = trimmed(text)
      if name.space == XMPPacket.rdf, name.local == "li" { items.append(words) }
      note(name, words)
      if let depth = description, path.count == depth {
        let value = items.isEmpty ? words : items.filter { !$0.isEmpty }.joined(separator: ", ")
        properties.append(Property(space: name.space, name: name.local, value: value))
      } else if let depth = description, path.count < depth {
        description = nil
      }
      text = ""
    }

    /// Takes down what an extension schema declares; its namespace may stand behind its properties.
    private mutating func note(_ name: XMLScanner.Name, _ value: String) {
      if name.space == XMPPacket.schema, name.local == "namespaceURI" {
        for property in schemaNames { declared.insert([value, property]) }
        schemaSpace = value
        schemaNames = []
      } else if name.space == XMPPacket.property, name.local == "name" {
        schemaNames.append(value)
        if !schemaSpace.isEmpty { declared.insert([schemaSpace, value]) }
      }
    }

    private func trimmed(_ text: String) -> String {
      let isSpace: (Character) -> Bool = { $0.isWhitespace }
      guard let last = text.lastIndex(where: { !isSpace($0) }) else { return "" }
      return String(text[...last].drop(while: isSpace))
    }
  }
}
