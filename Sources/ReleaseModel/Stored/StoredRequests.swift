public import Records

extension ChartRequest: Recorded {
  public func write(to bytes: inout [UInt8]) {
    preset.write(to: &bytes)
    company.write(to: &bytes)
    concepts.write(to: &bytes)
    periods.write(to: &bytes)
    for part in [title, note, name] { part.write(to: &bytes) }
  }

  public init?(from reader: inout RecordReader) {
    guard let preset = Preset?(from: &reader), let company = String?(from: &reader),
      let concepts = [ConceptID](from: &reader), let periods = Periods(from: &reader),
      let title = String?(from: &reader), let note = String?(from: &reader), let name = String?(from: &reader)
    else { return nil }
    self.init(preset: preset, concepts: concepts, periods: periods, title: title, note: note)
    self.company = company
    self.name = name
  }
}

extension ChartRequest.Periods: Recorded {
  public func write(to bytes: inout [UInt8]) {
    switch self {
    case .usual: bytes.append(0)
    case .last(let count, let step):
      bytes.append(1)
      bytes.write(bitsOf: count)
      step.write(to: &bytes)
    case .listed(let periods):
      bytes.append(2)
      periods.write(to: &bytes)
    }
  }

  public init?(from reader: inout RecordReader) {
    switch reader.take(UInt8.self) {
    case 0: self = .usual
    case 1:
      guard let count = reader.take(Int.self), let step = FiscalCalendar.Step(from: &reader) else {
        return nil
      }
      self = .last(count, step)
    case 2:
      guard let periods = [Period](from: &reader) else { return nil }
      self = .listed(periods)
    default: return nil
    }
  }
}

extension Event: Recorded {
  public func write(to bytes: inout [UInt8]) {
    kind.write(to: &bytes)
    title.write(to: &bytes)
    starts.write(to: &bytes)
    ends.write(to: &bytes)
    speakers.write(to: &bytes)
    dialIn.write(to: &bytes)
    dialInNote.write(to: &bytes)
    replay.write(to: &bytes)
    webcasts.write(to: &bytes)
    place.write(to: &bytes)
  }

  public init?(from reader: inout RecordReader) {
    guard let kind = Kind(from: &reader), let title = String?(from: &reader),
      let starts = Moment(from: &reader), let ends = Moment?(from: &reader),
      let speakers = [Speaker](from: &reader), let dialIn = String?(from: &reader),
      let dialInNote = String?(from: &reader), let replay = Replay?(from: &reader),
      let webcasts = [Webcast](from: &reader), let place = String?(from: &reader)
    else { return nil }
    self.init(kind: kind, starts: starts)
    self.title = title
    self.ends = ends
    self.speakers = speakers
    self.dialIn = dialIn
    self.dialInNote = dialInNote
    self.replay = replay
    self.webcasts = webcasts
    self.place = place
  }
}

extension Event.Speaker: Recorded {
  public func write(to bytes: inout [UInt8]) {
    name.write(to: &bytes)
    title.write(to: &bytes)
  }

  public init?(from reader: inout RecordReader) {
    guard let name = String(from: &reader), let title = String?(from: &reader) else { return nil }
    self.init(name: name, title: title)
  }
}

extension Event.Webcast: Recorded {
  public func write(to bytes: inout [UInt8]) {
    url.write(to: &bytes)
    note.write(to: &bytes)
  }

  public init?(from reader: inout RecordReader) {
    guard let url = String(from: &reader), let note = String?(from: &reader) else { return nil }
    self.init(url: url, note: note)
  }
}

extension Event.Replay: Recorded {
  public func write(to bytes: inout [UInt8]) {
    switch from {
    case .moment(let moment):
      bytes.append(0)
      moment.write(to: &bytes)
    case .after(let minutes):
      bytes.append(1)
      bytes.write(bitsOf: minutes)
    }
    until.write(to: &bytes)
    number.write(to: &bytes)
    id.write(to: &bytes)
  }

  public init?(from reader: inout RecordReader) {
    let start: Start
    switch reader.take(UInt8.self) {
    case 0:
      guard let moment = Moment(from: &reader) else { return nil }
      start = .moment(moment)
    case 1:
      guard let minutes = reader.take(Int.self) else { return nil }
      start = .after(minutes: minutes)
    default: return nil
    }
    guard let until = Moment(from: &reader), let number = String?(from: &reader),
      let id = String?(from: &reader)
    else { return nil }
    self.init(from: start, until: until, number: number, id: id)
  }
}
