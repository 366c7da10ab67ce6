import Diagnostics
import ReleaseModel
import SourceSyntax

/// A concept that a site or company declares, with its place for messages about a second one.
struct DeclaredConcept {
  var concept: Concept
  var place: Place
}

/// Reads the concepts that a site or company adds to the built-in ones.
func decodeConcepts(_ nodes: [Node], _ findings: inout Findings) -> [DeclaredConcept] {
  nodes.compactMap { node in
    guard
      let mapping = YAMLMapping(
        node, .entry(of: "concepts"), what: "a concept",
        keys: ["name", "label", "negative", "positive", "kind", "balance", "sign", "element"], &findings)
    else { return nil }
    let nameNode = mapping.required("name", &findings)
    let name = nameNode?.text(.key("name"), &findings)
    let label = mapping.requiredText("label", &findings)
    var kind: Concept.Kind? = .money
    if let node = mapping["kind"] { kind = node.choice(.key("kind"), &findings) }
    let usual: Concept.Balance = kind == .money ? .flow : .average
    var balance: Concept.Balance? = usual
    if let node = mapping["balance"] { balance = node.choice(.key("balance"), &findings) }
    var sign: Concept.Sign? = .any
    if let node = mapping["sign"] { sign = node.choice(.key("sign"), &findings) }
    let negative = mapping.text("negative", &findings)
    let positive = mapping.text("positive", &findings)
    let element = mapping.text("element", &findings)
    guard let nameNode, let name, let label, let kind, let balance, let sign else { return nil }
    guard isConceptName(name) else {
      findings.report(
        .badConceptName, "a concept's name is letters and digits and begins with a capital, not '\(name)'",
        at: nameNode.range)
      return nil
    }
    return DeclaredConcept(
      concept: Concept(
        name, element: element, label: label, negative: negative, positive: positive, kind: kind,
        balance: balance, sign: sign),
      place: Place(findings.path, nameNode.range))
  }
}

/// Adds declared concepts to the catalog; a name that already means something else is a finding.
///
/// Two companies may declare the same concept in the same words.
func addConcepts(
  _ declared: [DeclaredConcept], to catalog: inout ConceptCatalog, places: inout [String: Place],
  _ diagnostics: inout [Diagnostic]
) {
  for declaration in declared {
    let name = declaration.concept.name
    if catalog.add(declaration.concept, isDeclared: true) != nil {
      places[name] = declaration.place
    } else if let id = catalog.id(name) {
      guard catalog[id] != declaration.concept || places[name]?.path == declaration.place.path else {
        continue
      }
      let first = places[name]
      diagnostics.append(
        Diagnostic(
          .conceptTaken,
          first == nil ? "'\(name)' is a built-in concept" : "'\(name)' is declared twice",
          at: declaration.place,
          related: first.map { [Diagnostic.Related(place: $0, message: "first declared here")] } ?? [],
          hints: [
            first == nil ? "use it as it is, or choose another name" : "choose another name for one of them"
          ]))
    } else {
      diagnostics.append(
        Diagnostic(.tooManyConcepts, "a site knows at most 65,536 concepts", at: declaration.place))
      return
    }
  }
}

/// The concepts that names are looked up among.
struct KnownConcepts: Sendable {
  var catalog: ConceptCatalog
  /// Whether every file that may declare concepts could be read.
  var isComplete: Bool
}

/// Looks up a concept where one is named; an unknown name is a finding.
func concept(
  _ name: String, at range: SourceRange, _ known: KnownConcepts, _ findings: inout Findings
) -> ConceptID? {
  if let id = known.catalog.id(name) { return id }
  // A file of concepts that could not be read has been reported; the concept may be one of its own.
  if known.isComplete {
    var hints = findings.suggestions(for: name, among: known.catalog.concepts.lazy.map(\.name))
    if hints.isEmpty {
      hints = [
        "sitegen concepts lists the built-in ones; declare others under 'concepts' of the company or the site"
      ]
    }
    findings.report(.unknownConcept, "there is no concept '\(name)'", at: range, hints: hints)
  }
  return nil
}

/// Reads a list of concepts, each named once.
func decodeConceptList(
  _ nodes: [Node], _ key: String, _ known: KnownConcepts, _ findings: inout Findings
) -> [ConceptID] {
  var concepts = SeenValues<ConceptID>()
  for node in nodes {
    guard let name = node.text(.entry(of: key), &findings),
      let id = concept(name, at: node.range, known, &findings)
    else { continue }
    if !concepts.add(id) {
      findings.report(.duplicateEntry, "'\(key)' names '\(name)' twice", at: node.range)
    }
  }
  return concepts.values
}

private func isConceptName(_ name: String) -> Bool {
  guard let first = name.utf8.first, isUppercase(first), name.utf8.count <= 200 else { return false }
  return name.utf8.allSatisfy { isLetter($0) || isDigit($0) }
}
