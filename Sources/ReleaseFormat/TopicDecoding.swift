import Diagnostics
import ReleaseModel
import SourceSyntax

/// Reads `topics` of `site.yaml`: the subjects that releases may name, each with its title.
func decodeTopics(_ nodes: [Node], _ findings: inout Findings) -> [SiteSettings.Topic] {
  var topics: [SiteSettings.Topic] = []
  for node in nodes {
    guard
      let mapping = YAMLMapping(
        node, .entry(of: "topics"), what: "a topic", keys: ["name", "title"], &findings)
    else { continue }
    let nameNode = mapping.required("name", &findings)
    let title = mapping.requiredText("title", &findings)
    guard let nameNode, let name = decodeTopicName(nameNode, .key("name"), &findings), let title else {
      continue
    }
    if topics.contains(where: { $0.name == name }) {
      findings.report(.duplicateEntry, "'topics' names '\(name)' twice", at: nameNode.range)
      continue
    }
    topics.append(SiteSettings.Topic(name: name, title: title))
  }
  return topics
}

/// Reads `topics` of a release: names that stand in addresses, and that the site has where it lists topics.
func decodeReleaseTopics(
  _ nodes: [Node], _ context: ReleaseContext, _ findings: inout Findings
) -> [String] {
  var topics: [String] = []
  for node in nodes {
    guard let name = decodeTopicName(node, .entry(of: "topics"), &findings) else { continue }
    if let known = context.topics, !known.contains(name) {
      findings.report(
        .unknownTopic, "'\(name)' is no topic of this site", at: node.range,
        hints: findings.suggestions(for: name, among: known.sorted()) + [
          "list it under 'topics' of site.yaml"
        ])
    } else if topics.contains(name) {
      findings.report(.duplicateEntry, "'topics' names '\(name)' twice", at: node.range)
    } else {
      topics.append(name)
    }
  }
  if topics.count > mostTopics {
    findings.report(
      .tooManyTopics, "the release names \(topics.count) topics", at: nodes[mostTopics].range,
      hints: ["keep those under which a reader would look for it, at most \(mostTopics)"])
    topics.removeSubrange(mostTopics...)
  }
  return topics
}

/// Of one release; each topic has a list of its own, and the release stands in it.
private let mostTopics = 50

private func decodeTopicName(_ node: Node, _ subject: Subject, _ findings: inout Findings) -> String? {
  guard let name = node.text(subject, &findings) else { return nil }
  if isAddressName(name) { return name }
  let spelled = String(name.lowercased().map { $0 == " " || $0 == "_" ? "-" : $0 })
  findings.report(
    .badTopicName, "a topic is lower-case letters, digits and hyphens, not '\(name)'", at: node.range,
    hints: isAddressName(spelled) ? ["write \(spelled)"] : ["it becomes part of an address"])
  return nil
}
