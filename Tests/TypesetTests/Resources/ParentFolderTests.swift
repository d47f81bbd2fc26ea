import Testing

@testable import Typeset

/// Where a file lies, by its path.
struct ParentFolderTests {
  @Test(arguments: [
    ("letters/x.md", "letters"), ("/x.md", "/"), ("x.md", "."), ("/a/b/x.md", "/a/b"), ("", "."),
    ("../x.md", ".."),
  ])
  func `A file's folder is the path before its name`(path: String, folder: String) {
    #expect(parentFolder(of: path) == folder)
  }
}
