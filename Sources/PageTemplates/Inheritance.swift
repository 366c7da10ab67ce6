/// Partials and layouts: how a template enters another.
extension Compilation {
  /// The parts of a partial or layout and what they are compiled in, or `nil` when it cannot be entered.
  mutating func enter(
    _ tag: Tag, _ indentation: Range<Int>, _ here: Surroundings
  ) -> (nodes: [Node], surroundings: Surroundings)? {
    if here.names.contains(tag.name) {
      findings.report(recursive: tag, here.names, here.template)
      return nil
    }
    guard let template = library.template(tag.name, &findings) else {
      findings.report(unknownTemplate: tag, among: library.names, here.template)
      return nil
    }
    guard template.isSound, var there = deeper(here, tag) else { return nil }
    there.template = template.text
    there.names.append(tag.name)
    there.indentation += here.template.bytes[indentation]
    there.fillings = [:]
    return (template.nodes, there)
  }

  /// One level further in, or `nil` where that is too deep.
  mutating func deeper(_ here: Surroundings, _ tag: Tag) -> Surroundings? {
    guard here.depth < nestingLimit else {
      findings.report(
        .nestedTooDeep, "sections, blocks and partials stand at most \(nestingLimit) deep in each other",
        here.template, tag.nameRange)
      return nil
    }
    var there = here
    there.depth += 1
    return there
  }

  /// A layout with the blocks that the page fills.
  mutating func compileParent(
    _ tag: Tag, _ indentation: Range<Int>, _ nodes: [Node], _ here: Surroundings
  ) {
    let own = fillings(nodes, of: tag, here)
    guard var there = enter(tag, indentation, here) else { return }
    // What fills a block from further out wins: the page over its layout, that over the layout's own.
    there.surroundings.fillings = own.mapValues(\.filling).merging(here.fillings) { $1 }
    compile(there.nodes, there.surroundings)
    reportUnknownBlocks(own, tag, there.nodes, here)
  }

  /// A place that can be filled, with what stands there otherwise.
  mutating func compileBlock(_ tag: Tag, _ nodes: [Node], _ here: Surroundings) {
    guard var there = deeper(here, tag) else { return }
    guard let filling = here.fillings[tag.name] else {
      compile(nodes, there)
      return
    }
    there.template = filling.template
    there.names = filling.names
    there.fillings = filling.fillings
    there.indentation = filling.indentation
    compile(filling.nodes, there)
  }

  /// The blocks between a layout's opening and closing tag; anything else there is reported.
  private mutating func fillings(
    _ nodes: [Node], of parent: Tag, _ here: Surroundings
  ) -> [String: (tag: Tag, filling: Filling)] {
    var fillings: [String: (tag: Tag, filling: Filling)] = [:]
    for node in nodes {
      switch node {
      case .block(let tag, let nodes):
        if let first = fillings[tag.name] {
          findings.report(duplicateBlock: tag, first: first.tag, here.template)
          continue
        }
        let filling = Filling(
          nodes: nodes, template: here.template, names: here.names, fillings: here.fillings,
          indentation: here.indentation)
        fillings[tag.name] = (tag, filling)
      case .lineStart: break
      case .text(let range):
        let text = here.template.bytes[range]
        guard let first = text.firstIndex(where: { !isBlank($0) && $0 != 10 }) else { continue }
        let last = text.lastIndex { !isBlank($0) && $0 != 10 } ?? first
        findings.report(stray: first..<last + 1, in: parent, here.template)
      case .variable(let tag, _), .section(let tag, _, _), .partial(let tag, _), .parent(let tag, _, _):
        findings.report(stray: tag.range, in: parent, here.template)
      }
    }
    return fillings
  }

  /// Reports what fills blocks that the layout does not have; a layout with errors of its own may lack
  /// blocks only for that.
  private mutating func reportUnknownBlocks(
    _ own: [String: (tag: Tag, filling: Filling)], _ parent: Tag, _ nodes: [Node], _ here: Surroundings
  ) {
    guard !own.isEmpty else { return }
    var blocks = BlockNames()
    collectBlocks(nodes, &blocks)
    guard blocks.areComplete else { return }
    for (name, block) in own.sorted(by: { $0.value.tag.range.lowerBound < $1.value.tag.range.lowerBound })
    where !blocks.names.contains(name) {
      findings.report(unknownBlock: block.tag, in: parent, among: blocks.names.sorted(), here.template)
    }
  }

  /// The blocks of a template and of all that it includes.
  private mutating func collectBlocks(_ nodes: [Node], _ blocks: inout BlockNames) {
    for node in nodes {
      switch node {
      case .block(let tag, let nodes):
        blocks.names.insert(tag.name)
        collectBlocks(nodes, &blocks)
      case .section(_, _, let nodes): collectBlocks(nodes, &blocks)
      case .partial(let tag, _): collectBlocks(of: tag, &blocks)
      case .parent(let tag, _, let nodes):
        collectBlocks(of: tag, &blocks)
        collectBlocks(nodes, &blocks)
      case .text, .lineStart, .variable: break
      }
    }
  }

  private mutating func collectBlocks(of tag: Tag, _ blocks: inout BlockNames) {
    guard blocks.visited.insert(tag.name).inserted else { return }
    guard blocks.visited.count < nestingLimit, let template = library.template(tag.name, &findings),
      template.isSound
    else {
      blocks.areComplete = false
      return
    }
    collectBlocks(template.nodes, &blocks)
  }
}

/// The blocks a layout offers.
private struct BlockNames {
  var names: Set<String> = []
  var visited: Set<String> = []
  var areComplete = true
}
