import Markup
import Testing

struct ByteSinkTests {
  @Test func growsFarBeyondItsCapacity() {
    var sink = ByteSink(capacity: 0)
    var expected: [UInt8] = []
    for number in 0..<5000 {
      sink.decimal(number)
      sink.append(UInt8(ascii: " "))
      expected += Array("\(number) ".utf8)
    }
    sink.append([UInt8](repeating: 7, count: 100_000))
    expected += [UInt8](repeating: 7, count: 100_000)
    #expect(sink.count == expected.count)
    #expect(sink.bytes() == expected)
  }

  @Test func appendsAnotherSinkAndForgets() {
    var first = ByteSink()
    first.raw("ab")
    var second = ByteSink()
    second.markup("<p>")
    second.append(first)
    second.append([])
    #expect(second.text() == "<p>ab")
    second.truncate(to: 4)
    #expect(second.text() == "<p>a")
    second.truncate(to: 0)
    #expect(second.text() == "")
    #expect(first.text() == "ab")
  }
}
