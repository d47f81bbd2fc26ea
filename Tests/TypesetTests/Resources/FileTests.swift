import Foundation
import Proofing
import Testing

@testable import Typeset

struct FileTests {
  /// A folder of the test's own, gone after it.
  private func withFolder(_ body: (String) throws -> Void) throws {
    let scratch = try Scratch()
    try withExtendedLifetime(scratch) { try body(scratch.folder.path) }
  }

  private func names(in folder: String) throws -> [String] {
    try FileManager.default.contentsOfDirectory(atPath: folder).sorted()
  }

  @Test func `A written file reads back, and takes the place of the one before`() throws {
    try withFolder { folder in
      for name in ["æ ø.pdf", String(repeating: "x", count: 255)] {
        let path = folder + "/" + name
        try writeWhole([1, 2, 3], to: path)
        #expect(try readFile(at: path, limit: 3) == [1, 2, 3])
        try writeWhole(Array(repeating: 7, count: 300_000), to: path)
        #expect(try readFile(at: path, limit: 300_000) == Array(repeating: 7, count: 300_000))
        #expect(try names(in: folder) == [name])
        #expect(unlink(path) == 0)
      }
    }
  }

  @Test func `What cannot be read is told in words`() throws {
    try withFolder { folder in
      func told(_ name: String) -> [String] {
        messages { _ = try readFile(at: folder + name, named: "a" + name, limit: 1_048_576) }
      }
      try writeWhole([1, 2, 3, 4], to: folder + "/four")
      #expect(mkfifo(folder + "/pipe", 0o600) == 0)
      #expect(truncate(folder + "/four", 1_048_577) == 0)
      #expect(told("/none") == ["there is no file \"a/none\" | check its name and folder"])
      #expect(told("") == ["\"a\" is a directory, not a file | name a file in it"])
      #expect(told("/pipe") == ["\"a/pipe\" is not a regular file | name a file on disk"])
      #expect(
        told("/four") == [
          "\"a/four\" has 1048577 bytes, more than the 1 MB it may have | make it smaller"
        ])
      #expect(told("/x\0y") == ["\"a/x\u{FFFD}y\" is no file name"])
    }
  }

  @Test(.enabled(if: getuid() != 0, "root may read everything"))
  func `A file without permission is told so`() throws {
    try withFolder { folder in
      let path = folder + "/secret"
      try writeWhole([1], to: path)
      #expect(chmod(path, 0) == 0)
      #expect(
        messages { _ = try readFile(at: path, named: "secret", limit: 3) } == [
          "\"secret\" may not be read by this user | change its permissions"
        ])
    }
  }

  @Test func `A failed write leaves what was there and nothing else`() throws {
    try withFolder { folder in
      let hint = "check the folder, its permissions and the space on the disk"
      let path = folder + "/kept"
      try writeWhole([1], to: path)
      #expect(
        messages { try writeWhole([(path, [2]), (folder + "/no/x", [3])]) } == [
          "cannot write \"\(folder)/no/x\": No such file or directory | \(hint)"
        ])
      #expect(
        messages { try writeWhole([1], to: folder) } == [
          "\"\(folder)\" is a folder | name a file in it"
        ])
      #expect(messages { try writeWhole([1], to: "") } == ["\"\" is no file name"])
      #if os(Linux)
        #expect(
          messages { try writeWhole([2], to: "/dev/full") } == [
            "cannot write \"/dev/full\": No space left on device | \(hint)"
          ])
      #endif
      #expect(try readFile(at: path, limit: 9) == [1])
      #expect(try names(in: folder) == ["kept"])
    }
  }

  @Test func `Permissions and links of an existing file stay`() throws {
    try withFolder { folder in
      try writeWhole([1], to: folder + "/real")
      #expect(chmod(folder + "/real", 0o640) == 0)
      #expect(symlink("real", folder + "/link") == 0)
      try writeWhole([2], to: folder + "/link")
      #expect(try readFile(at: folder + "/real", limit: 9) == [2])
      var status = stat()
      #expect(lstat(folder + "/link", &status) == 0)
      #expect(status.st_mode & S_IFMT == S_IFLNK)
      #expect(stat(folder + "/real", &status) == 0)
      #expect(status.st_mode & 0o777 == 0o640)
    }
  }

  @Test func `A device is written to as it is`() throws {
    try writeWhole([1, 2], to: "/dev/null")
    var status = stat()
    #expect(stat("/dev/null", &status) == 0)
    #expect(status.st_mode & S_IFMT == S_IFCHR)
  }
}
