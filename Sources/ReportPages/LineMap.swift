public import Diagnostics

/// Leads from the lines of a generated page back to the authors' files.
public struct LineMap: Sendable {
  /// Stands for what nobody wrote: the release's own file.
  private var fallback: Place
  private var runs: [Run] = []

  /// Consecutive lines of one file.
  private struct Run {
    /// Of the generated page, from 1.
    var lines: Range<Int>
    var path: String
    /// The file's line for the first of them.
    var source: Int
    /// How many bytes of ours stand before the author's on the first line.
    var inserted: Int
    /// The generated column up to which the first line is the author's.
    var insertedAt: Int
  }

  public init(fallback: Place) { self.fallback = fallback }

  /// Says that generated lines come from a file.
  ///
  /// - Parameters:
  ///   - lines: of the generated page, after all that were added before.
  ///   - source: the file's line for the first of them.
  ///   - inserted: how many bytes of the first line are ours.
  ///   - column: at which column of the first line ours begin.
  mutating func add(lines: Range<Int>, path: String, source: Int, inserted: Int = 0, at column: Int = 1) {
    runs.append(Run(lines: lines, path: path, source: source, inserted: inserted, insertedAt: column))
  }

  /// The author's file and range for a range of the generated page.
  public func place(for range: SourceRange) -> Place {
    guard let run = run(of: Int(range.start.line)) else { return fallback }
    let start = position(range.start, in: run)
    let end = Int(range.end.line) < run.lines.upperBound ? position(range.end, in: run) : start
    return Place(run.path, SourceRange(start: start, end: max(start, end)))
  }

  private func position(_ position: SourceRange.Position, in run: Run) -> SourceRange.Position {
    let line = Int(position.line)
    var column = Int(position.column)
    if line == run.lines.lowerBound, column > run.insertedAt {
      column = max(run.insertedAt, column - run.inserted)
    }
    return SourceRange.Position(line: run.source + line - run.lines.lowerBound, column: column)
  }

  private func run(of line: Int) -> Run? {
    var low = 0
    var high = runs.count
    while low < high {
      let middle = (low + high) / 2
      if runs[middle].lines.upperBound <= line { low = middle + 1 } else { high = middle }
    }
    return low < runs.count && runs[low].lines.contains(line) ? runs[low] : nil
  }
}
