public import CivilTime
public import ReleaseModel

/// The moments after another one at which what pages say of a release's events changes, in order: when one begins,
/// ends, can be heard again, and no longer can.
///
/// They are found by asking, at every moment that could be one, whether pages say something else from then on;
/// so they cannot differ from what pages say.
public func eventChanges(of release: Release, _ company: Company?, after now: Instant) -> [Instant] {
  let fiscal = company?.fiscal ?? .calendarYear
  var changes: Set<Instant> = []
  for event in release.events {
    let status = { (now: Instant) -> [String] in
      let words = EventWords(event, release, fiscal, now: now)
      return [words.statusText, words.statusNote]
    }
    for moment in candidates(event) where moment > now && status(moment) != status(moment.adding(seconds: -1))
    {
      changes.insert(moment)
    }
  }
  return changes.sorted()
}

/// The moment from which a release's page says that it is archived.
public func archivingMoment(of release: Release, _ site: SiteSettings) -> Instant? {
  let (year, month, dayOfMonth) = release.released.day.parts
  let limit = year + site.archivedAfterYears
  let last = Day.length(ofMonth: month, year: limit)
  guard let end = Day(year: limit, month: month, day: min(dayOfMonth, last)) else { return nil }
  let moment = LocalTime(day: end.adding(days: 1), second: 0).instant(offset: 0)
  return isArchived(release.released.day, site, now: moment) ? moment : nil
}

private func candidates(_ event: Event) -> [Instant] {
  var instants = [event.starts, event.ends, event.replay?.until].compactMap(\.self).flatMap(candidates)
  // An event that tells no end has one all the same.
  let end = event.endInstant.map { [$0] } ?? candidates(event.ends ?? event.starts)
  instants += end
  switch event.replay?.from {
  case .moment(let moment): instants += candidates(moment)
  case .after(let minutes): instants += end.map { $0.adding(seconds: Int64(minutes) * 60) }
  case nil: break
  }
  return instants
}

/// The moment from which a company's next release is no longer told as expected.
public func expectationEnd(of company: Company) -> Instant? {
  guard let expected = company.nextRelease?.expected else { return nil }
  return expected.time?.instant ?? LocalTime(day: expected.day.adding(days: 1), second: 0).instant(offset: 0)
}

/// The moments after another one from which a company has another name or symbol, in order.
public func nameChanges(of company: Company, after now: Instant) -> [Instant] {
  let days = company.names.flatMap(edges) + company.tickers.flatMap(edges)
  return Set(days).sorted().filter { day in
    let before = day.adding(days: -1)
    return company.name(on: day) != company.name(on: before)
      || company.tickers.value(on: day) != company.tickers.value(on: before)
  }
  .map { LocalTime(day: $0, second: 0).instant(offset: 0) }.filter { $0 > now }
}

/// The days on which a dated value begins to hold and no longer does.
private func edges(_ dated: Dated<String>) -> [Day] {
  [dated.from, dated.until?.adding(days: 1)].compactMap(\.self)
}

/// When a moment can come: its time and the second after it; for a day alone each quarter of an hour at which
/// it begins or ends somewhere.
private func candidates(_ moment: Moment) -> [Instant] {
  if let time = moment.time { return [time.instant, time.instant.adding(seconds: 1)] }
  let start = LocalTime(day: moment.day, second: 0).instant(offset: 14 * 3600)
  return (0...(4 * 52)).map { start.adding(seconds: Int64($0) * 900) }
}
