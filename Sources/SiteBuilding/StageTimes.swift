/// Tells how much of the processors' time has been used, in nanoseconds; a build reads no clock of its own.
public struct ProcessorClocks: Sendable {
  /// Of the calling thread.
  public var thread: @Sendable () -> Int
  /// Of all threads of the process.
  public var process: @Sendable () -> Int

  public init(thread: @escaping @Sendable () -> Int, process: @escaping @Sendable () -> Int) {
    self.thread = thread
    self.process = process
  }
}

/// Where a build's time went, in nanoseconds of the processors.
public struct StageTimes: Sendable {
  public enum Stage: Int, CaseIterable, Sendable {
    /// Reading and decoding what is structured.
    case load
    /// Holding the archive against itself.
    case check
    /// Reading the narratives.
    case read
    /// Parsing Markdown.
    case parse
    /// Holding the narratives against the archive.
    case prose
    case charts
    case statements
    /// Everything else of the pages' content.
    case pages
    /// Filling the templates of pages.
    case templates
    case write
    /// What lists the pages, and the findings in their order.
    case lists
  }

  /// By stage, in the order of ``Stage``.
  public private(set) var stages = PageTimes()
  /// What the pages of each template took in all, the slowest first.
  public private(set) var templates: [(name: String, pages: Int, time: Int)] = []
  /// The folders of the releases whose pages took longest, ten at most, the slowest first.
  public private(set) var slowest: [(release: String, time: Int)] = []

  public func time(of stage: Stage) -> Int { stages[stage] }

  mutating func add(_ stage: Stage, _ time: Int) { stages[stage] += time }

  /// Sums up what the pages took.
  ///
  /// - Parameters:
  ///   - pages: the pages, of which making each left behind its part of `made`.
  ///   - lists: what lists the pages.
  ///   - releases: the folders of the releases, whose pages are the first of all.
  mutating func add(
    _ pages: [SitePlan.Page], _ made: [MadePage], _ lists: MadePage, releases: [String]
  ) {
    var byTemplate: [String: (pages: Int, time: Int)] = [:]
    stages += lists.times
    for (page, made) in zip(pages, made) {
      stages += made.times
      byTemplate[page.task.template, default: (0, 0)].pages += 1
      byTemplate[page.task.template, default: (0, 0)].time += made.times.total
    }
    templates =
      byTemplate
      .map { ($0.key, $0.value.pages, $0.value.time) }
      .sorted { ($1.time, $0.name) < ($0.time, $1.name) }
    slowest = zip(releases, made).map { ($0, $1.times.total) }.sorted { ($1.1, $0.0) < ($0.1, $1.0) }
      .prefix(10).map { $0 }
  }
}

/// The times of one page by stage.
public struct PageTimes: Sendable {
  /// None until there is one to note: most builds ask for no times, and keep this of every page.
  private var times: [Int] = []

  subscript(stage: StageTimes.Stage) -> Int {
    get { times.isEmpty ? 0 : times[stage.rawValue] }
    set {
      if times.isEmpty {
        if newValue == 0 { return }
        times = Array(repeating: 0, count: StageTimes.Stage.allCases.count)
      }
      times[stage.rawValue] = newValue
    }
  }

  var total: Int { times.reduce(0, +) }

  static func += (a: inout PageTimes, b: PageTimes) {
    for stage in StageTimes.Stage.allCases { a[stage] += b[stage] }
  }
}

extension SiteInputs {
  /// The calling thread's time so far; 0 where nobody asks where time goes.
  var time: Int { clocks?.thread() ?? 0 }
}
