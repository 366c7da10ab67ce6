/// Turns the parsed templates of one page after another into instructions.
struct Compilation {
  var library: TemplateLibrary
  var findings = TemplateFindings()
  /// The page being compiled.
  private var program = Program()
  private var literalStart = 0
  private var context = HTMLContext()
  private var remainingSteps = 0

  /// How many parts of templates one page may be put together from: a partial that includes another twice,
  /// ten levels deep, must not take all memory.
  static let stepLimit = 100_000

  init(library: TemplateLibrary) {
    self.library = library
  }

  /// Compiles the page of that name.
  mutating func compilePage(_ name: String, _ shape: RecordShape) -> Program {
    program = Program()
    literalStart = 0
    context = HTMLContext()
    remainingSteps = Self.stepLimit
    guard let template = library.template(name, &findings) else {
      findings.report(missingPage: name, among: library.names)
      return program
    }
    if template.isSound {
      compile(template.nodes, Surroundings(template: template.text, names: [name], frames: [shape]))
    }
    endLiteral()
    if remainingSteps <= 0 { findings.report(tooLarge: template.text) }
    return program
  }

  mutating func compile(_ nodes: [Node], _ here: Surroundings) {
    for node in nodes {
      remainingSteps -= 1
      guard remainingSteps > 0 else { return }
      compile(node, here)
    }
  }

  private mutating func compile(_ node: Node, _ here: Surroundings) {
    switch node {
    case .text(let range): append(here.template.bytes[range])
    case .lineStart: append(here.indentation[...])
    case .variable(let tag, let isRaw): compileVariable(tag, isRaw: isRaw, here)
    case .section(let tag, let isInverted, let nodes):
      compileSection(tag, isInverted: isInverted, nodes, here)
    case .partial(let tag, let indentation):
      guard var there = enter(tag, indentation, here) else { return }
      there.surroundings.fillings = here.fillings
      compile(there.nodes, there.surroundings)
    case .parent(let tag, let indentation, let nodes): compileParent(tag, indentation, nodes, here)
    case .block(let tag, let nodes): compileBlock(tag, nodes, here)
    }
  }

  private mutating func compileVariable(_ tag: Tag, isRaw: Bool, _ here: Surroundings) {
    defer { context.readValue() }
    guard let (reference, kind) = resolve(tag, here) else { return }
    guard findings.admit(tag, kind, isRaw: isRaw, in: context.state, here.template) else { return }
    endLiteral()
    program.instructions.append(isRaw ? .html(reference) : .text(reference))
  }

  private mutating func compileSection(_ tag: Tag, isInverted: Bool, _ nodes: [Node], _ here: Surroundings) {
    // Without its value's shape, every name in the section would be a finding that follows from this one.
    guard let (reference, kind) = resolve(tag, here), let inside = deeper(here, tag) else { return }
    endLiteral()
    let start = program.instructions.count
    program.instructions.append(.inverted(reference, end: 0))
    var body = inside
    switch kind {
    case .list(let shape) where !isInverted, .record(let shape) where !isInverted: body.frames.append(shape)
    default: break
    }
    compile(nodes, body)
    endLiteral()
    let end = Int32(clamping: program.instructions.count)
    program.instructions[start] =
      isInverted ? .inverted(reference, end: end) : .section(reference, end: end)
  }

  /// Finds a name, innermost record first, and reports where it is unknown.
  private mutating func resolve(_ tag: Tag, _ here: Surroundings) -> (ValueReference, RecordShape.Kind)? {
    switch resolveName(tag.name, here.frames) {
    case .found(var reference, let rest, let kind):
      reference.restStart = Int32(clamping: program.slots.count)
      reference.restCount = Int32(clamping: rest.count)
      program.slots += rest
      return (reference, kind)
    case .unknown(let part, let candidates):
      findings.report(unknown: tag, part, among: candidates, here.template)
    case .noRecord(let part):
      findings.report(noRecord: tag, part, here.template)
    }
    return nil
  }

  /// Appends text between tags, merged with what stands before it.
  private mutating func append(_ bytes: ArraySlice<UInt8>) {
    program.literals += bytes
    context.read(bytes)
    // A page is smaller by far than what the instructions can count.
    if program.literals.count > 1 << 26 { remainingSteps = 0 }
  }

  private mutating func endLiteral() {
    let end = program.literals.count
    if literalStart < end {
      program.instructions.append(
        .literal(start: Int32(clamping: literalStart), end: Int32(clamping: end)))
    }
    literalStart = end
  }
}
