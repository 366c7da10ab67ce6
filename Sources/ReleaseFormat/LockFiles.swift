/// What to do about a file that a program has put beside one that is open in it; `nil` for any other file.
///
/// Excel and Word write `~$` and the name, or the end of it, and delete the file when the document is closed.
func lockFileHint(_ name: String) -> String? {
  guard name.hasPrefix("~$") else { return nil }
  return "Excel or Word keeps it here while a document of this folder is open: close that, or delete the file"
}
