import Foundation
import Proofing
import Testing

@testable import Typeset

/// Layouts of one's own, which have names as those that are shipped.
struct OwnLayoutTests {
  private func setter(_ files: [String: String]) throws -> (Typesetter, Scratch) {
    let scratch = try Scratch()
    for (name, text) in files { try scratch.write(text, as: name) }
    let resources = ResourceFolder(path: Project.folder, ownLayouts: scratch.folder.path)
    return (Typesetter(resources: resources), scratch)
  }

  @Test func `A layout of one's own has a name and is listed with the others`() throws {
    let (setter, scratch) = try setter([
      "vejby.yaml": "extends: brev\nname: Vejby\ndescription: Our letter\n", "README": "",
    ])
    #expect(try setter.layout("vejby").name == "Vejby")
    #expect(try setter.layout("vejby").file.name == scratch.path("vejby.yaml"))
    let listed = try setter.listLayouts().map(\.key)
    #expect(listed.contains("vejby") && listed.contains("kl"))
    #expect(listed == listed.sorted())
  }

  @Test func `It comes before a shipped one of its name, which it may extend`() throws {
    let (own, scratch) = try setter(["brev.yaml": "extends: brev\nname: Ours\n"])
    let shipped = try Typesetter(resources: .folder(Project.folder)).layout("brev")
    #expect(try own.layout("brev").name == "Ours")
    #expect(try own.layout("brev").regions.first.size == shipped.regions.first.size)
    #expect(try own.listLayouts().filter { $0.key == "brev" }.map(\.name) == ["Ours"])
    _ = scratch
  }

  @Test func `Shipped layouts extend shipped ones, whatever has their name`() throws {
    let (own, scratch) = try setter([
      "brev.yaml": "extends: din-5008-a\nname: Ours\ntext: {size: 14pt}\n"
    ])
    let shipped = try Typesetter(resources: .folder(Project.folder)).layout("notat")
    let text = try own.layout("notat").styles[.text]
    #expect(text == shipped.styles[.text])
    #expect(try own.layout("brev").styles[.text] != text)
    _ = scratch
  }

  @Test func `One layout of one's own extends another`() throws {
    let (own, scratch) = try setter([
      "house.yaml": "extends: brev\ntext: {size: 14pt}\n",
      "unit.yaml": "extends: house\nname: Unit\n",
    ])
    #expect(try own.layout("unit").styles[.text].text.size == .pt(14))
    _ = scratch
  }

  @Test func `A folder that is not there holds none, and a name of none is told`() throws {
    let setter = Typesetter(
      resources: ResourceFolder(path: Project.folder, ownLayouts: "/nowhere/at/all"))
    #expect(try setter.layout("kl").file.name == Project.path("Layouts/kl.yaml"))
    let (own, scratch) = try self.setter(["vejby.yaml": "extends: brev\n"])
    let error = #expect(throws: Diagnostics.self) { try own.layout("vejbi") }
    #expect(error?.all.map(brief) == ["there is no layout \"vejbi\" | write vejby"])
    _ = scratch
  }

  @Test(arguments: [
    ("/usr/share/letterpdf", "/etc/letterpdf/layouts"),
    ("/usr/local/share/letterpdf", "/usr/local/etc/letterpdf/layouts"),
    ("/share/letterpdf", "/etc/letterpdf/layouts"), ("/home/anna/letterpdf", nil),
  ])
  func `An installed program has its own layouts in etc`(path: String, own: String?) {
    #expect(ResourceFolder.installed(path).ownLayouts == own)
    #expect(ResourceFolder.folder(path).ownLayouts == nil)
  }
}
