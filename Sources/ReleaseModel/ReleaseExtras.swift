extension Release {
  /// What many releases have nothing of, kept apart: an archive has thousands of those, and they share one object.
  @usableFromInline struct Extras: Sendable {
    @usableFromInline var opens: Moment?
    @usableFromInline var sources: [Source] = []
    @usableFromInline var keyFigures: [ConceptID] = []
    @usableFromInline var events: [Event] = []
    @usableFromInline var attachments: [Attachment] = []
    @usableFromInline var waivers: [Waiver] = []
    @usableFromInline var restatements: [Restatement] = []
    @usableFromInline var topics: [String] = []
    @usableFromInline var corrections: [Correction] = []
    @usableFromInline var aliases: [String] = []

    @usableFromInline init() {}

    /// Nothing of all that.
    @usableFromInline static let none = Shared(Extras())
  }
}

extension Release.Parts {
  /// When the archive opens it, where that is another moment than `released`.
  @inlinable public var opens: Moment? {
    get { extras.value.opens }
    set {
      if newValue != nil || opens != nil { extras.value.opens = newValue }
    }
  }

  /// Where its figures were taken from.
  @inlinable public var sources: [Source] {
    get { extras.value.sources }
    set {
      if !(newValue.isEmpty && sources.isEmpty) { extras.value.sources = newValue }
    }
  }

  /// What the top of its page shows, in that order.
  @inlinable public var keyFigures: [ConceptID] {
    get { extras.value.keyFigures }
    set {
      if !(newValue.isEmpty && keyFigures.isEmpty) { extras.value.keyFigures = newValue }
    }
  }

  /// What it announces: calls, meetings, days that follow from it.
  @inlinable public var events: [Event] {
    get { extras.value.events }
    set {
      if !(newValue.isEmpty && events.isEmpty) { extras.value.events = newValue }
    }
  }

  /// The files published beside it.
  @inlinable public var attachments: [Attachment] {
    get { extras.value.attachments }
    set {
      if !(newValue.isEmpty && attachments.isEmpty) { extras.value.attachments = newValue }
    }
  }

  /// The checks that its author sets aside.
  @inlinable public var waivers: [Waiver] {
    get { extras.value.waivers }
    set {
      if !(newValue.isEmpty && waivers.isEmpty) { extras.value.waivers = newValue }
    }
  }

  /// The earlier figures that this release says it changes.
  @inlinable public var restatements: [Restatement] {
    get { extras.value.restatements }
    set {
      if !(newValue.isEmpty && restatements.isEmpty) { extras.value.restatements = newValue }
    }
  }

  /// Names of what it is about, as they stand in addresses: `restructuring`.
  @inlinable public var topics: [String] {
    get { extras.value.topics }
    set {
      if !(newValue.isEmpty && topics.isEmpty) { extras.value.topics = newValue }
    }
  }

  /// What was changed after it was published, oldest first.
  @inlinable public var corrections: [Correction] {
    get { extras.value.corrections }
    set {
      if !(newValue.isEmpty && corrections.isEmpty) { extras.value.corrections = newValue }
    }
  }

  /// Addresses that its page had once: `/2003/q3.html`.
  @inlinable public var aliases: [String] {
    get { extras.value.aliases }
    set {
      if !(newValue.isEmpty && aliases.isEmpty) { extras.value.aliases = newValue }
    }
  }
}
