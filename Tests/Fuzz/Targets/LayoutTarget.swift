import Typeset

extension FuzzTarget {
  /// A layout of YAML: read, merged with what it extends, checked, and a letter of all its parts set in it.
  static let layout = FuzzTarget(
    "layout", longest: 8192,
    seeds: { $0.files("Layouts", ".yaml") + $0.files("Examples", ".yaml") },
    open: { project in
      let desk = FuzzDesk(project)
      return { bytes in
        desk.heard { () throws(Diagnostics) in
          let layout = try desk.setter.layout(yaml: bytes, name: "layout.yaml")
          try desk.makeFiles(
            of: try desk.setter.specimenLetter(of: layout, named: "layout.yaml"), in: layout)
        }
      }
    })
}
