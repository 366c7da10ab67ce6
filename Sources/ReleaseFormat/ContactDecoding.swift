import CivilTime
import Diagnostics
import ReleaseModel
import SourceSyntax

private let contactKeys = ["name", "title", "phone", "email", "web"]

/// Reads a contact written where it is used.
func decodeContact(_ node: Node, _ subject: Subject, _ findings: inout Findings) -> Contact? {
  guard let mapping = YAMLMapping(node, subject, what: "a contact", keys: contactKeys, &findings)
  else { return nil }
  return contact(mapping, &findings)
}

/// Reads a company's contacts: for each key one holder of the post, or a list of all who held it.
func decodeContacts(_ node: Node, _ findings: inout Findings) -> [String: [Dated<Contact>]] {
  guard case .mapping(let entries) = node.value else {
    findings.wrongShape(node, .key("contacts"), expected: "a mapping from posts to people")
    return [:]
  }
  var contacts: [String: [Dated<Contact>]] = [:]
  for entry in entries {
    let holders: [Node] = if case .sequence(let nodes) = entry.value.value { nodes } else { [entry.value] }
    contacts[entry.key] = holders.compactMap { holder in
      guard
        let mapping = YAMLMapping(
          holder, .entry(of: entry.key), what: "a contact", keys: contactKeys + ["from", "until"], &findings),
        let contact = contact(mapping, &findings)
      else { return nil }
      return decodeDated(contact, in: mapping, &findings)
    }
  }
  return contacts
}

/// Reads a release's contacts: keys of its company's contacts, of which the day picks the holder, or
/// contacts written in place.
func decodeReleaseContacts(
  _ nodes: [Node], of company: Company?, on day: Day, _ findings: inout Findings
) -> [Contact] {
  nodes.compactMap { node in
    guard case .scalar = node.value else { return decodeContact(node, .entry(of: "contacts"), &findings) }
    guard let key = node.text(.entry(of: "contacts"), &findings), let company else { return nil }
    guard let holders = company.contacts[key] else {
      findings.report(
        .unknownContact, "'\(company.id)' has no contact '\(key)'", at: node.range,
        hints: findings.suggestions(for: key, among: company.contacts.keys.sorted()))
      return nil
    }
    if let contact = holders.value(on: day) { return contact }
    // A post whose only holders failed to load has been reported where they stand.
    if !holders.isEmpty {
      findings.report(
        .vacantContact, "nobody of '\(company.id)' holds the post '\(key)' on \(day)", at: node.range,
        hints: ["widen 'from' or 'until' of a holder in content/companies/\(company.id).yaml"])
    }
    return nil
  }
}

private func contact(_ mapping: YAMLMapping, _ findings: inout Findings) -> Contact? {
  let name = mapping.requiredText("name", &findings)
  let title = mapping.text("title", &findings)
  let phone = mapping.text("phone", &findings)
  let email = mapping["email"].flatMap { decodeEmail($0, .key("email"), &findings) }
  let web = mapping["web"].flatMap { decodePrintedURL($0, .key("web"), &findings) }
  return name.map { Contact(name: $0, title: title, phone: phone, email: email, web: web) }
}
