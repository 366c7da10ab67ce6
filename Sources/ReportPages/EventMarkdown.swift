import CivilTime
import Markup
import ReleaseModel

/// Appends an event as a Markdown list of its terms.
func appendEventMarkdown(_ event: Event, _ view: ReleaseView, now: Instant, to sink: inout ByteSink) {
  let words = EventWords(event, view.release, view.fiscal, now: now)
  sink.markup("**")
  sink.markdown(words.title)
  sink.markup("**\n\n")
  func term(_ name: String, _ text: String, _ sink: inout ByteSink) {
    guard !text.isEmpty else { return }
    sink.markup("- ")
    sink.markdown("\(name): \(text)")
    sink.markup("\n")
  }
  term("Starts", words.start + (words.zone.isEmpty ? "" : ", \(words.zone)"), &sink)
  term("Ends", words.end, &sink)
  term("Place", event.place ?? "", &sink)
  term("Speakers", words.speakers, &sink)
  term("Dial-in", joined(event.dialIn, event.dialInNote), &sink)
  term(
    "Replay", joined(words.replay, joined(event.replay?.number, event.replay?.id.map { "ID \($0)" })), &sink)
  for webcast in event.webcasts {
    sink.markup("- Webcast: <")
    sink.address(withScheme(webcast.url))
    sink.markup(">")
    if let note = webcast.note { sink.markdown(", \(note)") }
    sink.markup("\n")
  }
}

private func joined(_ parts: String?...) -> String {
  parts.compactMap { $0 }.filter { !$0.isEmpty }.joined(separator: ", ")
}
