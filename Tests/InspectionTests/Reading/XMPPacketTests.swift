import Testing

@testable import Inspection

/// Metadata are read in each form that programs write them in, and what is no XML is none.
struct XMPPacketTests {
  private func packet(_ body: String) -> XMPPacket? {
    XMPPacket(
      Array(
        """
        <?xpacket begin="" id="x"?><x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF \
        xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns:a="http://www.aiim.org/pdfa/ns/id/" \
        xmlns:dc="http://purl.org/dc/elements/1.1/">\(body)</rdf:RDF></x:xmpmeta>
        """.utf8))
  }

  @Test func `Properties are elements or attributes, under any prefix`() {
    let elements = packet("<rdf:Description><a:part> 2 </a:part></rdf:Description>")
    #expect(elements?[.archive, "part"] == "2")
    let attributes = packet("<rdf:Description a:part=\"3\" a:conformance='B'/>")
    #expect(attributes?[.archive, "part"] == "3")
    #expect(attributes?[.archive, "conformance"] == "B")
    let several = packet(
      "<rdf:Description a:part=\"1\"/><rdf:Description dc:format=\"x\"/>")
    #expect(several?[.archive, "part"] == "1" && several?[.dublinCore, "format"] == "x")
  }

  @Test func `Lists, references and raw text are read`() {
    let found = packet(
      """
      <rdf:Description><dc:creator><rdf:Seq><rdf:li>A &amp; B</rdf:li><rdf:li>&#xE6;</rdf:li>\
      </rdf:Seq></dc:creator><dc:source><![CDATA[<x>]]></dc:source><!-- <a:part>9</a:part> -->\
      </rdf:Description>
      """)
    #expect(found?[.dublinCore, "creator"] == "A & B, æ")
    #expect(found?[.dublinCore, "source"] == "<x>")
    #expect(found?[.archive, "part"] == nil)
  }

  @Test(arguments: [
    "<a", "<a>", "<a></b>", "<a b></a>", "<a b=c></a>", "<z:a></z:a>", "<a>&nope;</a>", "<a>&",
    "<!DOCTYPE a><a/>", String(repeating: "<a>", count: 1000),
  ])
  func `What is no XML is no packet`(text: String) {
    #expect(XMPPacket(Array(text.utf8)) == nil)
  }
}
