import SourceSyntax

@testable import SVGCharts

/// Charts from written specs, for the snapshots.
let specCases: [ChartCase] = specs.compactMap { name, yaml in
  (try? read(yaml).0).flatMap { $0 }.map { ChartCase(name: name, chart: $0) }
}

private let specs: [(String, String)] = [
  (
    "spec-grouped",
    """
    title: Revenues by region and year
    mark: bar
    data:
      values:
        - {region: East, year: 2002, revenues: 2100000}
        - {region: East, year: 2003, revenues: 2340000}
        - {region: West, year: 2002, revenues: 4880000}
        - {region: West, year: 2003, revenues: 4640000}
    encoding:
      x: {field: region}
      xOffset: {field: year}
      y: {field: revenues, type: quantitative, title: US dollars}
      color: {field: year}
    """
  ),
  (
    "spec-lying",
    """
    title: Donors by center
    mark: bar
    data:
      values:
        - {center: Sherman Oaks, donors: 4120}
        - {center: Long Beach, donors: 2230}
        - {center: "St. Louis, Missouri", donors: 815}
    encoding:
      y: {field: center, sort: null}
      x: {field: donors, type: quantitative, title: donors}
    """
  ),
  (
    "spec-lines",
    """
    title: Units collected
    mark: line
    data:
      values:
        - {month: "01", kind: Red cells, units: 410}
        - {month: "02", kind: Red cells, units: 455}
        - {month: "03", kind: Red cells, units: 431}
        - {month: "04", kind: Red cells, units: 520}
        - {month: "01", kind: Platelets, units: 180}
        - {month: "02", kind: Platelets, units: 172}
        - {month: "04", kind: Platelets, units: 240}
    encoding:
      x: {field: month, type: ordinal}
      y: {field: units, type: quantitative, title: units}
      color: {field: kind}
    """
  ),
  (
    "spec-area",
    """
    {"title": "Cash", "mark": {"type": "area"},
     "data": {"values": [{"q": "Q1", "v": 1.5}, {"q": "Q2", "v": -0.5}, {"q": "Q3", "v": 2.25}, {"q": "Q4", "v": 2}]},
     "encoding": {"x": {"field": "q"}, "y": {"field": "v", "type": "quantitative", "title": "million US dollars"}}}
    """
  ),
  (
    "spec-points",
    """
    mark: point
    data: {values: [{q: 1, v: 3}, {q: 2, v: 1}, {q: 10, v: 4}]}
    encoding: {x: {field: q}, y: {field: v, type: quantitative}}
    """
  ),
  (
    "spec-color-by-category",
    """
    mark: bar
    data: {values: [{kind: A, v: 28}, {kind: B, v: 55}, {kind: C, v: 43}, {kind: D, v: 91}]}
    encoding: {x: {field: kind}, y: {field: v, type: quantitative}, color: {field: kind}}
    """
  ),
  (
    "spec-three-lines",
    """
    mark: line
    data:
      values: [{q: 1, s: a, v: 3}, {q: 2, s: a, v: 4}, {q: 3, s: a, v: 2}, {q: 1, s: b, v: 6}, {q: 2, s: b, v: 5},
        {q: 3, s: b, v: 7}, {q: 1, s: c, v: 9}, {q: 2, s: c, v: 9.5}, {q: 3, s: c, v: 8}]
    encoding: {x: {field: q}, y: {field: v, type: quantitative}, color: {field: s}}
    """
  ),
]
