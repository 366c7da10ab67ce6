import CivilTime
import Markup
import ReleaseModel

/// Writes a JSON Feed (jsonfeed.org, version 1.1) and returns it whole.
func jsonFeed(_ feed: Feed) -> ByteSink {
  var members: [(String, JSONValue)] = [
    ("version", .string("https://jsonfeed.org/version/1.1")), ("title", .string(feed.title)),
    ("home_page_url", .string(feed.home)), ("feed_url", .string(feed.own)),
  ]
  if let subtitle = feed.subtitle { members.append(("description", .string(subtitle))) }
  members += [
    ("language", .string(feed.language)), ("items", .array(feed.entries.map(item))),
  ]
  var sink = ByteSink(capacity: 1024 + feed.entries.count * 600)
  JSONValue.object(members).write(into: &sink)
  sink.append(10)
  return sink
}

private func item(_ entry: FeedEntry) -> JSONValue {
  var members: [(String, JSONValue)] = [
    ("id", .string(entry.address)), ("url", .string(entry.address)), ("title", .string(entry.title)),
    ("content_text", .string(entry.summary ?? entry.title)),
  ]
  if let summary = entry.summary { members.append(("summary", .string(summary))) }
  members += [
    ("date_published", .string(entry.published.description)),
    ("date_modified", .string(entry.updated.description)),
    ("authors", .array([.object([("name", .string(entry.author))])])),
    ("tags", .array([.string(entry.category)])),
  ]
  return .object(members)
}
