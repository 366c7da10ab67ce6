import Dispatch
import MarkdownRendering
import Markup
import Synchronization
import Testing

/// Strikethrough and autolinks change tables of the whole process while they are parsed: without taking
/// turns, some of these pages come out wrong.
@Test func rendersTheSameOnManyThreads() {
  let texts = (0..<64).map { index in
    switch index % 4 {
    case 0:
      "~~gone \(index)~~ and *kept* www.a\(index).example **b~~c~~**\n\n| a~~b~~ |\n|--|\n| x@y\(index).example |"
    case 1:
      "Figures: 12~13, https://a.example/\(index)?b=c (*see* ~~d~~) e_f_g "
        + String(repeating: "~~x~~ w: ", count: 50)
    case 2: "plain *a*: w and `b` \(index) [c](d), **e*f*g**\n\n" + String(repeating: "word: *w* ", count: 50)
    default: "- [ ] a \(index)\n- [x] b\n\n| a | b |\n|--|--|\n| w: | *2* |"
    }
  }
  let expected = texts.map { render($0).html }
  let wrong = Mutex(0)
  DispatchQueue.concurrentPerform(iterations: 8) { worker in
    for round in 0..<6 {
      for index in texts.indices {
        let mixed = (index * 7 + worker * 11 + round) % texts.count
        if render(texts[mixed]).html != expected[mixed] { wrong.withLock { $0 += 1 } }
      }
    }
  }
  #expect(wrong.withLock { $0 } == 0)
}

/// A block's hook may render Markdown of its own: the outer tree stays as it was.
@Test func rendersInsideABlock() {
  let hooks = passThroughHooks(block: { block, sink in
    let inner = render(block.literal + "\n\n" + String(repeating: "*x* ", count: 5_000))
    sink.raw("<aside>\(inner.html.prefix(15))</aside>\n")
  })
  let page = render("a\n\n```body\n**b**\n```\n\n~~c~~ www.d.example\n\n```body\ne\n```", hooks: hooks)
  #expect(
    page.html == """
      <p>a</p>
      <aside><p><strong>b</s</aside>
      <p><del>c</del> <a href="http://www.d.example">www.d.example</a></p>
      <aside><p>e</p>
      <p><em</aside>

      """)
}
