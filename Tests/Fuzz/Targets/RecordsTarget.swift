import Typeset

extension FuzzTarget {
  /// The records of a mail run, CSV or JSON Lines, in either encoding.
  static let records = FuzzTarget(
    "records",
    seeds: { project in
      let json = #"{"id": "1", "navn": "Bo", "linjer": [{"a": 1.5}, null]}"# + "\n"
      let files =
        project.files("Examples/mail-run", ".csv") + project.files("Examples/messages", ".csv")
      return (files.map { Array($0.prefix(3000)) } + [Array((json + json).utf8)]).map { [0] + $0 }
    },
    open: { project in
      let desk = FuzzDesk(project)
      let file = FuzzFile()
      return { bytes in
        var input = FuzzInput(bytes)
        let encoding: RecordReader.Encoding = input.byte() & 1 == 0 ? .utf8 : .latin1
        file.write(input.all())
        return desk.heard { () throws(Diagnostics) in
          var reader = try RecordReader(path: file.path, encoding: encoding)
          read: while true {
            do throws(Diagnostics) {
              guard let record = try reader.next() else { break read }
              precondition(record.number == reader.number, "records are counted")
            } catch {
              desk.tell(error.all)
            }
          }
        }
      }
    })
}
