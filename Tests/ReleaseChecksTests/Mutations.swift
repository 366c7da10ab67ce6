import ExactNumbers
import ReleaseChecks
import ReleaseModel
import TestSupport

/// One thing changed in an archive, as a slip of the hand would change it.
struct Mutation {
  var kind: Kind
  /// The figures and headings that were changed.
  var subjects: Set<Subject>
  var archive: ReleaseArchive

  enum Kind: String, CaseIterable {
    case swappedDigits = "two digits swapped"
    case changedDigit = "one digit changed"
    case flippedSign = "sign flipped"
    case factor = "factor 1,000"
    case staleColumn = "column copied"
    case staleCell = "comparative copied"
    case swappedHeadings = "headings swapped"
    case swappedPeriods = "periods of two figures swapped"
    case retelling = "silent restatement"
  }
}

/// A mutation of a kind at a place that chance picks; `nil` where chance picks a place that it does not fit.
func mutation(
  _ kind: Mutation.Kind, of archive: ReleaseArchive, _ random: inout SeededRandom
) -> Mutation? {
  switch kind {
  case .swappedDigits, .changedDigit, .flippedSign, .factor:
    return mutatedFigure(kind, archive, &random)
  case .staleColumn, .swappedHeadings, .staleCell: return mutatedColumn(kind, archive, &random)
  case .swappedPeriods: return swappedPeriods(archive, &random)
  case .retelling: return retelling(archive, &random)
  }
}

/// Every figure of an archive by its place.
func figures(of archive: ReleaseArchive) -> [Subject] {
  var all: [Subject] = []
  for (index, release) in archive.releases.enumerated() {
    for (table, statement) in release.statements.enumerated() {
      for (row, line) in statement.rows.enumerated() {
        for (column, cell) in line.cells.enumerated() where cell.amount != nil {
          all.append(.cell(release: index, statement: table, row: row, column: column))
        }
      }
    }
    for figure in release.figures.indices { all.append(.figure(release: index, index: figure)) }
  }
  return all
}

private func mutatedFigure(
  _ kind: Mutation.Kind, _ archive: ReleaseArchive, _ random: inout SeededRandom
) -> Mutation? {
  guard let subject = figures(of: archive).randomElement(using: &random) else { return nil }
  var archive = archive
  let before = archive[subject]
  guard let after = mutated(before, kind, &random), after != before else { return nil }
  archive[subject] = after
  return Mutation(kind: kind, subjects: [subject], archive: archive)
}

private func mutated(_ amount: Amount, _ kind: Mutation.Kind, _ random: inout SeededRandom) -> Amount? {
  var digits = Array(String(amount.mantissa.magnitude))
  switch kind {
  case .swappedDigits:
    guard digits.count > 1 else { return nil }
    let at = Int.random(in: 0..<digits.count - 1, using: &random)
    digits.swapAt(at, at + 1)
  case .changedDigit:
    let at = Int.random(in: digits.indices, using: &random)
    digits[at] = Array("0123456789").randomElement(using: &random) ?? "0"
  case .flippedSign: return amount.negated
  default: return Amount(mantissa: amount.mantissa * 1000, scale: Int(amount.scale))
  }
  guard let mantissa = Int64(String(digits)) else { return nil }
  return Amount(mantissa: amount.isNegative ? -mantissa : mantissa, scale: Int(amount.scale))
}

private func mutatedColumn(
  _ kind: Mutation.Kind, _ archive: ReleaseArchive, _ random: inout SeededRandom
) -> Mutation? {
  let tables = archive.releases.indices.flatMap { release in
    archive.releases[release].statements.indices.map { (release, $0) }
  }
  guard let (release, table) = tables.randomElement(using: &random) else { return nil }
  var archive = archive
  var statement = archive.releases[release].statements[table]
  let columns = Array(statement.columns.indices).shuffled(using: &random)
  guard columns.count > 1 else { return nil }
  let (from, to) = (columns[0], columns[1])
  let place = { (column: Int) in Subject.column(release: release, statement: table, column: column) }
  var subjects: Set<Subject> = [place(to)]
  switch kind {
  case .swappedHeadings:
    statement.columns.swapAt(from, to)
    subjects.insert(place(from))
  case .staleColumn:
    for row in statement.rows.indices where !statement.rows[row].isHeading {
      statement.rows[row].cells[to] = statement.rows[row].cells[from]
    }
  default:
    let rows = statement.rows.indices.filter { !statement.rows[$0].isHeading }
    guard let row = rows.randomElement(using: &random),
      statement.rows[row].cells[to] != statement.rows[row].cells[from]
    else { return nil }
    statement.rows[row].cells[to] = statement.rows[row].cells[from]
    subjects = [.cell(release: release, statement: table, row: row, column: to)]
  }
  archive.releases[release].statements[table] = statement
  return Mutation(kind: kind, subjects: subjects, archive: archive)
}

private func swappedPeriods(_ archive: ReleaseArchive, _ random: inout SeededRandom) -> Mutation? {
  let pairs = archive.releases.enumerated().flatMap { index, release in
    release.figures.indices.flatMap { a in
      release.figures.indices.filter { b in
        a < b && release.figures[a].concept == release.figures[b].concept
          && release.figures[a].value != release.figures[b].value
      }.map { (index, a, $0) }
    }
  }
  guard let (release, a, b) = pairs.randomElement(using: &random) else { return nil }
  var archive = archive
  let period = archive.releases[release].figures[a].period
  archive.releases[release].figures[a].period = archive.releases[release].figures[b].period
  archive.releases[release].figures[b].period = period
  return Mutation(
    kind: .swappedPeriods,
    subjects: [.figure(release: release, index: a), .figure(release: release, index: b)], archive: archive)
}

/// A figure of one release told again, differently, by a later one.
private func retelling(_ archive: ReleaseArchive, _ random: inout SeededRandom) -> Mutation? {
  guard let subject = figures(of: archive).randomElement(using: &random),
    subject.release + 1 < archive.releases.count,
    let later = (subject.release + 1..<archive.releases.count).randomElement(using: &random),
    let value = mutated(archive[subject], .changedDigit, &random), value != archive[subject]
  else { return nil }
  var archive = archive
  var figure: StatedFigure
  switch subject {
  case .figure(let release, let index): figure = archive.releases[release].figures[index]
  case .cell(let release, let table, let row, let column):
    let statement = archive.releases[release].statements[table]
    guard let concept = statement.rows[row].concept,
      case .figure(_, let decimals) = statement.rows[row].cells[column]
    else { return nil }
    figure = StatedFigure(
      concept: concept, label: "Retold", period: statement.columns[column], value: value, decimals: decimals)
  default: return nil
  }
  figure.value = value
  archive.releases[later].figures.append(figure)
  let index = archive.releases[later].figures.count - 1
  return Mutation(
    kind: .retelling, subjects: [.figure(release: later, index: index), subject], archive: archive)
}

extension ReleaseArchive {
  /// A figure as it is printed.
  subscript(subject: Subject) -> Amount {
    get {
      switch subject {
      case .cell(let release, let table, let row, let column):
        releases[release].statements[table].rows[row].cells[column].amount ?? .zero
      case .figure(let release, let index): releases[release].figures[index].value
      default: .zero
      }
    }
    set {
      switch subject {
      case .cell(let release, let table, let row, let column):
        guard case .figure(_, let decimals) = releases[release].statements[table].rows[row].cells[column]
        else { return }
        releases[release].statements[table].rows[row].cells[column] = .figure(newValue, decimals: decimals)
      case .figure(let release, let index): releases[release].figures[index].value = newValue
      default: return
      }
    }
  }
}
