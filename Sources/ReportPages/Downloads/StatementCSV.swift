import ExactNumbers
import Markup
import ReleaseModel

/// A statement as CSV: the columns of the file that it is read from, with all figures in full units.
///
/// So the file can be read back as a statement in `ones`: a dash stays a dash, a blank cell was not reported, and a
/// negated row stays one, with its figures as the release prints them. A row in pence stays in pence, and its unit says so.
func statementCSV(_ statement: Statement, _ view: ReleaseView, _ catalog: ConceptCatalog) -> ByteSink {
  var sink = ByteSink(capacity: 4_096)
  let hasNegated = statement.rows.contains(where: \.isNegated)
  sink.markup("concept,label,role,items,level,")
  if hasNegated { sink.markup("negated,") }
  sink.markup("unit,decimals,note")
  for period in statement.columns {
    sink.markup(",")
    sink.raw(view.fiscal.spelling(of: period))
  }
  sink.markup("\r\n")
  for row in statement.rows {
    if let concept = row.concept { sink.raw(catalog[concept].name) }
    sink.markup(",")
    sink.csv(row.label)
    sink.markup(",")
    if row.role != .item { sink.raw(row.role.rawValue) }
    sink.markup(",")
    sink.raw(row.items.map { catalog[$0].name }.joined(separator: " "))
    sink.markup(",")
    if row.level > 0 { sink.decimal(Int(row.level)) }
    sink.markup(",")
    if hasNegated { sink.markup(row.isNegated ? "true," : ",") }
    if let concept = row.concept {
      sink.raw(
        unitName(catalog[concept].kind, in: PrintedUnit(statement.currency, isMinor: row.isInMinorUnit)))
    }
    sink.markup(",")
    if let decimals = row.commonDecimals { sink.decimal(decimals) }
    sink.markup(",")
    sink.csv(row.note ?? "")
    for column in statement.columns.indices {
      sink.markup(",")
      guard let concept = row.concept else { continue }
      switch row.cells[column] {
      case .absent: break
      case .dash: sink.markup("—")
      case .figure:
        sink.raw(statement.value(row.printed(row.cells[column]), catalog[concept].kind)?.description ?? "")
      }
    }
    sink.markup("\r\n")
  }
  return sink
}

/// The single figures of a release as CSV, in the columns of the file that they are read from.
func figuresCSV(_ view: ReleaseView, _ catalog: ConceptCatalog) -> ByteSink {
  var sink = ByteSink(capacity: 1_024)
  sink.markup("concept,label,period,value,decimals,note\r\n")
  for figure in view.release.figures {
    sink.raw(catalog[figure.concept].name)
    sink.markup(",")
    sink.csv(figure.label)
    sink.markup(",")
    sink.raw(view.fiscal.spelling(of: figure.period))
    sink.markup(",")
    sink.raw(figure.value.description)
    sink.markup(",")
    sink.decimal(Int(figure.decimals))
    sink.markup(",")
    sink.csv(figure.note ?? "")
    sink.markup("\r\n")
  }
  return sink
}

extension Statement {
  /// The full value of a cell: 6980000 whether the statement prints `6,980` in thousands or `6,980,000`.
  func value(_ cell: Cell, _ kind: Concept.Kind) -> Amount? {
    cell.amount.flatMap { kind.isScaled ? $0.timesPowerOfTen(self.scale.power) : $0 }
  }
}

extension Statement.Row {
  /// How exactly the row's figures are known, where that is the same for all of them.
  fileprivate var commonDecimals: Int? {
    var common: Int?
    for case .figure(_, let decimals) in cells {
      if let common, common != Int(decimals) { return nil }
      common = Int(decimals)
    }
    return common
  }
}

extension StatedFigure {
  /// What it is printed in.
  func unit(_ view: ReleaseView) -> PrintedUnit {
    PrintedUnit(view.release.figureCurrency, isMinor: isInMinorUnit)
  }

  /// Its value as it is printed: 17.1 in pence for 0.171.
  func printed(_ view: ReleaseView) -> Amount {
    unit(view).minor == nil ? value : value.timesPowerOfTen(MinorUnit.power) ?? value
  }
}

/// The unit of a figure as it is printed: that of its value, or `GBX/shares` where it is in pence.
func unitName(_ kind: Concept.Kind, in unit: PrintedUnit) -> String {
  if kind == .perShare, let minor = unit.minor { return (minor.code ?? minor.name) + "/shares" }
  return unitName(kind, currency: unit.currency)
}

/// The unit of a figure's value in data: `USD`, `USD/shares`, `shares`, `pure`.
func unitName(_ kind: Concept.Kind, currency: String) -> String {
  switch kind {
  case .money: currency
  case .perShare: currency + "/shares"
  case .shares: "shares"
  case .ratio, .count: "pure"
  }
}
