import MarkdownRendering
import Markup

/// The words of a fence: the block's name, and what follows it with one space between words, for names of files
/// may hold spaces.
struct FenceWords {
  var name: String
  var rest: String?

  init(_ info: String) {
    var info = info
    if let plain = info.withUTF8({ FenceWords(plain: UnsafeRawBufferPointer($0)) }) {
      self = plain
    } else {
      let words = info.split(separator: " ")
      name = words.first.map(String.init) ?? ""
      rest = words.count > 1 ? words.dropFirst().joined(separator: " ") : nil
    }
  }

  /// The same for ASCII without spaces that are too many, as almost all fences are.
  private init?(plain info: UnsafeRawBufferPointer) {
    var before = UInt8(ascii: " ")
    for byte in info {
      if byte >= 0x80 || (byte == UInt8(ascii: " ") && before == byte) { return nil }
      before = byte
    }
    if before == UInt8(ascii: " ") { return nil }
    let end = info.firstOffset(of: UInt8(ascii: " ")) ?? info.count
    name = text(of: UnsafeRawBufferPointer(rebasing: info[..<end]))
    rest = end < info.count ? text(of: UnsafeRawBufferPointer(rebasing: info[(end + 1)...])) : nil
  }
}

/// What a fence of ours means on a page.
final class FenceMeaning {
  /// What it borrows from a release, or why it cannot; `nil` where it names none.
  let lent: Result<BorrowedBlock, UnknownBlock>?
  /// Which block of the page's own it is.
  let own: Result<ReportBlock, UnknownBlock>

  /// `nil` for a fence that is none of ours.
  ///
  /// - Parameter inventory: what the page itself can show, where it is a release's.
  init?(_ info: String, _ inventory: BlockInventory?, _ context: PageContext) {
    let words = FenceWords(info)
    guard BlockInventory.claims(words) else { return nil }
    lent = mayBorrow(info) ? borrowedBlock(info, context) : nil
    if case .success(let borrowed) = lent {
      own = .success(borrowed.block)
    } else {
      own = inventory?.block(words) ?? .failure(.outsideReleases)
    }
  }

  /// Where the block stands.
  var placement: BlockPlacement {
    if case .success(let borrowed) = lent { return borrowed.placement }
    guard case .success(let block) = own else { return .body }
    return block.placement
  }
}

extension UnknownBlock {
  fileprivate static let outsideReleases = UnknownBlock(
    "outside releases a block names the release it is from: 'figures 2003-11-14-results'")
}
