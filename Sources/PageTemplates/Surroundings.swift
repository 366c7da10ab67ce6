/// What a part of a template is compiled in.
struct Surroundings {
  /// The file the part stands in.
  var template: TemplateText
  /// The templates that lead here, the page's first: none may be entered again.
  var names: [String]
  /// The shapes of the records entered so far, the page's own first.
  var frames: [RecordShape]
  /// What fills the blocks met here.
  var fillings: [String: Filling] = [:]
  /// Written before every line: the blanks before the partial that led here.
  var indentation: [UInt8] = []
  /// How many sections, blocks and templates have been entered.
  var depth = 0
}

/// What a page puts into a block of its layout: parts of the page's own file, compiled with the records of
/// the place where the block stands.
struct Filling {
  var nodes: [Node]
  var template: TemplateText
  var names: [String]
  /// What fills blocks inside the filling itself.
  var fillings: [String: Filling]
  var indentation: [UInt8]
}
