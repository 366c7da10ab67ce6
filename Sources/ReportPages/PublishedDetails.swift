import CivilTime
import Markup
import ReleaseModel

/// Appends what stands round a release's headline: kind, date, period, symbol and contacts.
func appendDetailsMarkdown(_ view: ReleaseView, _ context: PageContext, to sink: inout ByteSink) {
  let release = view.release
  let facts = [
    kindWords(release, view.fiscal), EnglishCalendar.long(release.released.day),
    release.period.map(view.fiscal.words), view.company.name(on: release.released.day), view.ticker,
  ]
  sink.append(10)
  sink.markdown(facts.compactMap { $0 }.joined(separator: " · "))
  sink.append(10)
  if let ended = context.oldVersion {
    sink.append(10)
    sink.markdown(
      "This is an old version: the release as it stood until \(EnglishCalendar.long(ended.correction.date.day))."
    )
    sink.markup(" [The release as it stands now](")
    sink.append(markdownDestination(relativeAddress(from: view.address, to: ended.currentAddress)))
    sink.markup(")\n")
  }
  for correction in release.corrections {
    sink.markup("\n> **")
    sink.markdown("Correction, \(EnglishCalendar.long(correction.date.day)).")
    sink.markup("** ")
    sink.markdown([correction.what, correction.why].compactMap { $0?.asSentence }.joined(separator: " "))
    if let version = correction.version {
      sink.markup(" [The release as it stood until then](versions/")
      sink.raw(version)
      sink.markup("/)")
    }
    sink.append(10)
  }
  guard !release.contacts.isEmpty else { return }
  sink.append(10)
  for contact in release.contacts {
    let parts = [contact.name, contact.title, contact.phone, contact.email, contact.web]
    sink.markup("- Contact: ")
    sink.markdown(parts.compactMap { $0 }.joined(separator: ", "))
    sink.append(10)
  }
}

/// Appends where the figures were taken from, under a heading of their own.
func appendSourcesMarkdown(_ release: Release, to sink: inout ByteSink) {
  guard !release.sources.isEmpty else { return }
  sink.markup("\n## Sources\n\n")
  for source in release.sources {
    sink.markup("- ")
    if let url = source.url {
      sink.markup("[")
      sink.markdown(source.title)
      sink.markup("](")
      sink.append(markdownDestination(url))
      sink.markup(")")
    } else {
      sink.markdown(source.title)
    }
    for detail in [source.accession, source.note].compactMap({ $0 }) {
      sink.markup(", ")
      sink.markdown(detail)
    }
    sink.append(10)
  }
}
