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
    words: hash(words(of: release, loaded, source)))
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

private func hash(_ sink: borrowing ByteSink) -> String {
  let hash = sink.withBytes { XXH3_128bits($0.baseAddress, $0.count) }
  return [hash.high64, hash.low64].map { half in
    let digits = String(half, radix: 16)
    return String(repeating: "0", count: 16 - digits.count) + digits
  }.joined()
}
