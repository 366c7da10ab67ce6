import CivilTime
public import Records

extension Release.Kind: Recorded {}
extension Event.Kind: Recorded {}
extension ChartRequest.Preset: Recorded {}
extension FiscalCalendar.Step: Recorded {}

extension Moment: Recorded {
  public func write(to bytes: inout [UInt8]) {
    day.write(to: &bytes)
    time.write(to: &bytes)
  }

  public init?(from reader: inout RecordReader) {
    guard let day = Day(from: &reader), let time = Time?(from: &reader) else { return nil }
    self.init(day: day, time: time)
  }
}

extension Moment.Time: Recorded {
  public func write(to bytes: inout [UInt8]) {
    bytes.write(bitsOf: instant.seconds)
    local.day.write(to: &bytes)
    bytes.write(bitsOf: local.second)
    zone.write(to: &bytes)
    bytes.write(bitsOf: offset)
    abbreviation.write(to: &bytes)
  }

  public init?(from reader: inout RecordReader) {
    guard let seconds = reader.take(Int64.self), let day = Day(from: &reader),
      let second = reader.take(Int.self), let zone = String(from: &reader),
      let offset = reader.take(Int.self),
      let abbreviation = String(from: &reader)
    else { return nil }
    self.init(
      instant: Instant(seconds: seconds), local: LocalTime(day: day, second: second), zone: zone,
      offset: offset, abbreviation: abbreviation)
  }
}

extension Contact: Recorded {
  public func write(to bytes: inout [UInt8]) {
    name.write(to: &bytes)
    for part in [title, phone, email, web] { part.write(to: &bytes) }
  }

  public init?(from reader: inout RecordReader) {
    guard let name = String(from: &reader), let title = String?(from: &reader),
      let phone = String?(from: &reader), let email = String?(from: &reader), let web = String?(from: &reader)
    else { return nil }
    self.init(name: name, title: title, phone: phone, email: email, web: web)
  }
}

extension Source: Recorded {
  public func write(to bytes: inout [UInt8]) {
    title.write(to: &bytes)
    for part in [url, accession, note] { part.write(to: &bytes) }
  }

  public init?(from reader: inout RecordReader) {
    guard let title = String(from: &reader), let url = String?(from: &reader),
      let accession = String?(from: &reader), let note = String?(from: &reader)
    else { return nil }
    self.init(title: title, url: url, accession: accession, note: note)
  }
}

extension Attachment: Recorded {
  public func write(to bytes: inout [UInt8]) {
    file.write(to: &bytes)
    title.write(to: &bytes)
    alternative.write(to: &bytes)
    bytes.write(bitsOf: size)
  }

  public init?(from reader: inout RecordReader) {
    guard let file = String(from: &reader), let title = String(from: &reader),
      let alternative = String?(from: &reader), let size = reader.take(Int.self)
    else { return nil }
    self.init(file: file, title: title, alternative: alternative, size: size)
  }
}

extension Waiver: Recorded {
  public func write(to bytes: inout [UInt8]) {
    code.write(to: &bytes)
    reason.write(to: &bytes)
  }

  public init?(from reader: inout RecordReader) {
    guard let code = String(from: &reader), let reason = String(from: &reader) else { return nil }
    self.init(code: code, reason: reason)
  }
}

extension Restatement: Recorded {
  public func write(to bytes: inout [UInt8]) {
    concept.write(to: &bytes)
    period.write(to: &bytes)
    reason.write(to: &bytes)
  }

  public init?(from reader: inout RecordReader) {
    guard let concept = ConceptID(from: &reader), let period = Period(from: &reader),
      let reason = String(from: &reader)
    else { return nil }
    self.init(concept: concept, period: period, reason: reason)
  }
}

extension Correction: Recorded {
  public func write(to bytes: inout [UInt8]) {
    date.write(to: &bytes)
    what.write(to: &bytes)
    why.write(to: &bytes)
    version.write(to: &bytes)
  }

  public init?(from reader: inout RecordReader) {
    guard let date = Moment(from: &reader), let what = String(from: &reader),
      let why = String?(from: &reader),
      let version = String?(from: &reader)
    else { return nil }
    self.init(date: date, what: what, why: why, version: version)
  }
}
