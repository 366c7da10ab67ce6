import CXXHash
import CivilTime
import Markup
import ReleaseFormat
import ReleaseModel
import ReportPages

/// What a release says, in short: its figures, and its words.
///
/// How a file is spelled does not count: `6,980,000` and `6980000` are one figure, and line ends are one.
func contentOf(_ release: Release, _ loaded: LoadedArchive, _ source: SiteSource) -> ReleaseContent {
  ReleaseContent(
    corrections: release.corrections.count, figures: hash(figures(of: release)),
    words: hash(words(of: release, loaded, source)), details: hash(details(of: release, source)))
}

private func figures(of release: Release) -> ByteSink {
  var sink = ByteSink()
  for statement in release.statements {
    sink.raw("\(statement.name)|\(statement.title)|\(statement.currency)|\(statement.scale.rawValue)\n")
    for column in statement.columns { sink.raw("\(column.start?.description ?? "")/\(column.end) ") }
    for row in statement.rows {
      sink.raw("\n\(row.label)")
      for cell in row.cells {
        switch cell {
        case .absent: sink.raw("|")
        case .dash: sink.raw("|-")
        case .figure(let amount, let decimals): sink.raw("|\(amount) \(decimals)")
        }
      }
    }
    sink.raw("\n")
  }
  for figure in release.figures {
    let period = "\(figure.period.start?.description ?? "")/\(figure.period.end)"
    sink.raw("\(figure.label)|\(period)|\(figure.value) \(figure.decimals)\n")
  }
  return sink
}

private func words(of release: Release, _ loaded: LoadedArchive, _ source: SiteSource) -> ByteSink {
  var sink = ByteSink()
  for line in [release.headline, release.summary ?? "", release.dateline ?? "", release.ticker ?? ""] {
    sink.raw(line + "\n")
  }
  if release.hasNarrative,
    case .success(let bytes) = source.read("content/releases/\(release.folder)/body.md")
  {
    sink.append(bytes.filter { $0 != 13 })
  }
  for block in release.boilerplate.compactMap({ loaded.boilerplate[$0] }) {
    sink.raw("\n\(block.title)\n")
    sink.append(block.text.utf8.filter { $0 != 13 })
  }
  return sink
}

/// What else its page tells and its files hold.
private func details(of release: Release, _ source: SiteSource) -> ByteSink {
  var sink = ByteSink()
  sink.detail("released", text(of: release.released))
  for statement in release.statements {
    sink.detail("statement", statement.name, statement.audited.map { $0 ? "audited" : "unaudited" })
    for row in statement.rows { if let note = row.note { sink.detail("note", row.label, note) } }
  }
  for figure in release.figures { if let note = figure.note { sink.detail("note", figure.label, note) } }
  for contact in release.contacts {
    sink.detail("contact", contact.name, contact.title, contact.phone, contact.email, contact.web)
  }
  for source in release.sources {
    sink.detail("source", source.title, source.url, source.accession, source.note)
  }
  for chart in release.charts { sink.detail("chart", chart.title, chart.note) }
  for event in release.events {
    sink.detail("event", event.kind.rawValue, event.title, text(of: event.starts), event.ends.map(text))
    sink.detail("place", event.place, event.dialIn, event.dialInNote)
    for speaker in event.speakers { sink.detail("speaker", speaker.name, speaker.title) }
    for webcast in event.webcasts { sink.detail("webcast", webcast.url, webcast.note) }
    guard let replay = event.replay else { continue }
    let from: String =
      switch replay.from {
      case .moment(let moment): text(of: moment)
      case .after(let minutes): "\(minutes) minutes after"
      }
    sink.detail("replay", from, text(of: replay.until), replay.number, replay.id)
  }
  for attachment in release.attachments {
    sink.detail("attachment", attachment.file, attachment.title, attachment.alternative)
    if case .success(let bytes) = source.read("content/releases/\(release.folder)/\(attachment.file)") {
      var file = ByteSink(capacity: bytes.count)
      file.append(bytes)
      sink.detail(hash(file))
    }
  }
  for restatement in release.restatements { sink.detail("restatement", restatement.reason) }
  for correction in release.corrections {
    sink.detail("correction", text(of: correction.date), correction.what, correction.why)
  }
  return sink
}

extension ByteSink {
  /// Adds a line of texts, each with its length, so that no two lists give the same bytes.
  fileprivate mutating func detail(_ parts: String?...) {
    for part in parts { raw(part.map { "\($0.utf8.count):\($0)" } ?? "-") }
    raw("\n")
  }
}

private func text(of moment: Moment) -> String {
  moment.time.map { "\($0.local.isoMinutes) \($0.zone)" } ?? moment.day.description
}

private func hash(_ sink: borrowing ByteSink) -> String {
  let hash = sink.withBytes { XXH3_128bits($0.baseAddress, $0.count) }
  return [hash.high64, hash.low64].map { half in
    let digits = String(half, radix: 16)
    return String(repeating: "0", count: 16 - digits.count) + digits
  }.joined()
}
