/// One line of a file as a terminal shows it, and the columns to underline.
struct SourceExcerpt: Equatable {
  var text: String
  /// Columns before the underline.
  var underlineStart: Int
  /// At least 1: an empty range is marked by one caret.
  var underlineWidth: Int
}
