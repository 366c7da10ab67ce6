import Records

// A release as bytes, for a build after this one: what was read of its folder need not be read again.
extension Release.Parts {
  /// Adds the release to a record.
  func write(to bytes: inout [UInt8]) {
    // Measured, so that the figures after it can be read later.
    bytes.writeMeasured { bytes in
      folder.write(to: &bytes)
      kind.write(to: &bytes)
      company.write(to: &bytes)
      headline.write(to: &bytes)
      summary.write(to: &bytes)
      released.write(to: &bytes)
      opens.write(to: &bytes)
      isDraft.write(to: &bytes)
      dateline.write(to: &bytes)
      period.write(to: &bytes)
      ticker.write(to: &bytes)
      contacts.write(to: &bytes)
      sources.write(to: &bytes)
      keyFigures.write(to: &bytes)
      charts.write(to: &bytes)
      events.write(to: &bytes)
      attachments.write(to: &bytes)
      boilerplate.write(to: &bytes)
      waivers.write(to: &bytes)
      restatements.write(to: &bytes)
      topics.write(to: &bytes)
      corrections.write(to: &bytes)
      aliases.write(to: &bytes)
      hasNarrative.write(to: &bytes)
      ownCurrency.write(to: &bytes)
    }
    statements.write(to: &bytes)
    figures.write(to: &bytes)
  }

  /// Reads a release from a record, but for its figures, which are read when somebody asks for them; `nil` where the
  /// bytes hold none.
  public init?(_ stored: ArraySlice<UInt8>) {
    let read = stored.withUnsafeBytes { bytes -> (parts: Release.Parts, currency: String?, length: Int)? in
      var reader = RecordReader(bytes)
      guard let length = reader.takeCount(), let head = reader.take(length) else { return nil }
      var headReader = RecordReader(head)
      guard let parts = Release.Parts(from: &headReader), let currency = String?(from: &headReader),
        headReader.isAtEnd
      else { return nil }
      return (parts, currency, bytes.count - reader.rest.count)
    }
    guard let read else { return nil }
    self = read.parts
    later = LaterFigures(stored.dropFirst(read.length), currency: read.currency)
  }

  private init?(from reader: inout RecordReader) {
    guard let folder = String(from: &reader), let kind = Release.Kind(from: &reader),
      let company = String(from: &reader),
      let headline = String(from: &reader), let summary = String?(from: &reader),
      let released = Moment(from: &reader)
    else { return nil }
    self.init(
      folder: folder, kind: kind, company: company, headline: headline, released: released)
    self.summary = summary
    guard let opens = Moment?(from: &reader), let isDraft = Bool(from: &reader),
      let dateline = String?(from: &reader), let period = Period?(from: &reader),
      let ticker = String?(from: &reader), let contacts = [Contact](from: &reader),
      let sources = [Source](from: &reader), let keyFigures = [ConceptID](from: &reader),
      let charts = [ChartRequest](from: &reader), let events = [Event](from: &reader),
      let attachments = [Attachment](from: &reader), let boilerplate = [String](from: &reader),
      let waivers = [Waiver](from: &reader), let restatements = [Restatement](from: &reader),
      let topics = [String](from: &reader), let corrections = [Correction](from: &reader),
      let aliases = [String](from: &reader), let hasNarrative = Bool(from: &reader)
    else { return nil }
    self.opens = opens
    self.isDraft = isDraft
    self.dateline = dateline
    self.period = period
    self.ticker = ticker
    self.contacts = contacts
    self.sources = sources
    self.keyFigures = keyFigures
    self.charts = charts
    self.events = events
    self.attachments = attachments
    self.boilerplate = boilerplate
    self.waivers = waivers
    self.restatements = restatements
    self.topics = topics
    self.corrections = corrections
    self.aliases = aliases
    self.hasNarrative = hasNarrative
  }
}
