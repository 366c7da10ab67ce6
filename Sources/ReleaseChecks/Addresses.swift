import Diagnostics
import ReleaseModel

extension DiagnosticCode {
  static let noEmailAddress = DiagnosticCode(
    "V503", "no-email-address",
    rule: "An e-mail field holds an e-mail address.",
    explanation: """
      It is shown as the release prints it, but no mail can be sent there. A web address belongs to `web`; where the \
      release itself prints it so, waive the check.
      """)
  static let incompleteAddress = DiagnosticCode(
    "V507", "incomplete-address",
    rule: "A web address names a host with a domain.",
    explanation: "`https://hemacare` leads nowhere on the public web; the top-level domain is missing.")
}

/// V503: contacts can be written to.
let checkEmailAddresses: Rule = { checked in
  guard checked.release.contacts.contains(where: { $0.email != nil }) else { return nil }
  return checked.release.contacts.enumerated().compactMap { index, contact in
    guard let email = contact.email, !isEmailAddress(email) else { return nil }
    return Finding(
      .noEmailAddress, "the e-mail field of '\(contact.name)' holds no address: '\(email)'",
      at: .key(release: checked.index, path: "contacts.\(index).email"), severity: .warning,
      hints: [
        email.contains("@") ? "correct the address" : "a web address belongs to 'web'",
        "where it is printed so, waive the check: allow: [V503: \"...\"]",
      ])
  }
}

/// V507: links lead to hosts that can exist.
let checkWebAddresses: Rule = { checked in
  let release = checked.release
  var addresses: [(path: String, url: String)] = []
  for (index, source) in release.sources.enumerated() {
    if let url = source.url { addresses.append(("sources.\(index).url", url)) }
  }
  for (index, contact) in release.contacts.enumerated() {
    if let web = contact.web { addresses.append(("contacts.\(index).web", web)) }
  }
  for (index, event) in release.events.enumerated() {
    for (webcast, entry) in event.webcasts.enumerated() {
      addresses.append(("events.\(index).webcasts.\(webcast)", entry.url))
    }
  }
  if addresses.isEmpty { return nil }
  return addresses.compactMap { path, url in
    guard !hasDomain(url) else { return nil }
    return Finding(
      .incompleteAddress, "'\(url)' names no host with a domain",
      at: .key(release: checked.index, path: path), severity: .warning)
  }
}

/// Whether a text is one `@` between a name and a host with a domain, without spaces.
func isEmailAddress(_ text: String) -> Bool {
  let bytes = Array(text.utf8)
  guard let at = bytes.firstIndex(of: UInt8(ascii: "@")), at > 0 else { return false }
  let host = bytes[(at + 1)...]
  return !host.contains(UInt8(ascii: "@")) && isDomain(host)
    && bytes.allSatisfy { $0 > 0x20 && $0 != 0x7F }
}

private func hasDomain(_ url: String) -> Bool {
  var rest = url[...]
  for scheme in ["https://", "http://"] where rest.lowercased().hasPrefix(scheme) {
    rest = rest.dropFirst(scheme.count)
  }
  let host = rest.prefix { $0 != "/" && $0 != "?" && $0 != "#" }
  // An address by number has no domain and needs none.
  if host.hasPrefix("[") { return true }
  return isDomain(host.utf8.prefix { $0 != UInt8(ascii: ":") })
}

/// Labels with a full stop between them, none empty.
private func isDomain(_ host: some Sequence<UInt8>) -> Bool {
  var (labels, length) = (0, 0)
  for byte in host {
    if byte == UInt8(ascii: ".") {
      if length == 0 { return false }
      (labels, length) = (labels + 1, 0)
    } else {
      length += 1
    }
  }
  return labels >= 1 && length > 0
}
