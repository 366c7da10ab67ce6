import CXLSXWriter
import ExactNumbers
import Glibc
import Synchronization

/// Makes an XLSX file (ECMA-376) of a workbook; the same bytes for the same workbook.
///
/// This is the only importer of libxlsxwriter. Debian's version of it writes to files alone, so both the parts
/// and the result pass through a folder, and leave nothing there.
///
/// - Parameter temporaryFolder: a folder that this process may write to.
/// - Returns: the file's bytes, or why there are none.
public func workbookBytes(
  _ workbook: Workbook, temporaryFolder: String
) -> Result<[UInt8], WorkbookFailure> {
  // The library formats times and names its temporary files through state of the whole process.
  turn.withLock { _ in
    silently { bytes(of: workbook, temporaryFolder) }
  }
}

private func bytes(
  of workbook: Workbook, _ temporaryFolder: String
) -> Result<[UInt8], WorkbookFailure> {
  let path = temporaryFolder + "/.workbook"
  defer { unlink(path) }
  let folder = strdup(temporaryFolder)
  defer { free(folder) }
  var options = lxw_workbook_options(constant_memory: 0, tmpdir: folder, use_zip64: 0)
  guard let book = workbook_new_opt(path, &options) else { return .failure(.memory) }
  setProperties(workbook, book)
  var styles: [Workbook.Style: UnsafeMutablePointer<lxw_format>] = [:]
  var names: Set<String> = []
  for sheet in workbook.sheets { write(sheet, book, &styles, &names) }
  let error = workbook_close(book)
  guard error == LXW_NO_ERROR else {
    return .failure(WorkbookFailure(reason: lxw_strerror(error).map { String(cString: $0) } ?? "no reason"))
  }
  return contents(path).map { .success($0) } ?? .failure(WorkbookFailure(reason: "it cannot be read back"))
}

/// Does something while what libxlsxwriter prints goes nowhere: it says on the stream `stderr` what it returns as an
/// error too, and what is told to the author is ours.
///
/// Nothing of ours prints to that stream, but to its descriptor.
private func silently<Result>(_ body: () -> Result) -> Result {
  guard let nowhere = fmemopen(nil, 1, "w") else { return body() }
  let before = xlsx_replace_stderr(nowhere)
  defer {
    _ = xlsx_replace_stderr(before)
    fclose(nowhere)
  }
  return body()
}

/// Why a workbook could not be made: the environment failed.
public struct WorkbookFailure: Error, Hashable, Sendable {
  public var reason: String

  static let memory = WorkbookFailure(reason: "there is no memory left")
}

private let turn = Mutex(())

private func setProperties(_ workbook: Workbook, _ book: UnsafeMutablePointer<lxw_workbook>) {
  let title = strdup(cut(workbook.title, to: 255))
  let author = strdup(cut(workbook.author, to: 255))
  defer {
    free(title)
    free(author)
  }
  var properties = lxw_doc_properties()
  properties.title = title
  properties.author = author
  // Zero would stand for the clock.
  properties.created = workbook.created == 0 ? 1 : Int(workbook.created)
  workbook_set_properties(book, &properties)
}

private func write(
  _ sheet: Workbook.Sheet, _ book: UnsafeMutablePointer<lxw_workbook>,
  _ styles: inout [Workbook.Style: UnsafeMutablePointer<lxw_format>], _ names: inout Set<String>
) {
  guard let page = workbook_add_worksheet(book, sheetName(sheet.name, taken: &names)) else { return }
  for (column, width) in sheet.widths.enumerated() {
    worksheet_set_column(page, UInt16(column), UInt16(column), width, nil)
  }
  for (row, cells) in sheet.rows.enumerated() {
    var column = 0
    for cell in cells {
      column += write(cell, page, UInt32(row), UInt16(column), book, &styles)
    }
  }
  if sheet.frozenRows > 0 || sheet.frozenColumns > 0 {
    worksheet_freeze_panes(page, UInt32(sheet.frozenRows), UInt16(sheet.frozenColumns))
  }
  if sheet.frozenRows > 0 { worksheet_repeat_rows(page, 0, UInt32(sheet.frozenRows - 1)) }
  if sheet.isLandscape { worksheet_set_landscape(page) }
  worksheet_fit_to_pages(page, 1, 0)
}

/// Writes a cell and returns how many columns it takes.
private func write(
  _ cell: Workbook.Cell, _ page: UnsafeMutablePointer<lxw_worksheet>, _ row: UInt32, _ column: UInt16,
  _ book: UnsafeMutablePointer<lxw_workbook>,
  _ styles: inout [Workbook.Style: UnsafeMutablePointer<lxw_format>]
) -> Int {
  switch cell {
  case .empty: return 1
  case .text(let text, let style, let across):
    let format = lookUp(style, book, &styles)
    if across > 1 {
      worksheet_merge_range(page, row, column, row, column + UInt16(across - 1), plain(text), format)
    } else {
      worksheet_write_string(page, row, column, plain(text), format)
    }
    return max(1, across)
  case .number(let amount, let style):
    // What a number cannot hold stays whole as text.
    if Workbook.holds(amount) {
      worksheet_write_number(page, row, column, amount.approximate, lookUp(style, book, &styles))
    } else {
      var style = style
      style.alignment = .right
      worksheet_write_string(page, row, column, amount.description, lookUp(style, book, &styles))
    }
    return 1
  case .link(let address):
    // Longer ones are no links for spreadsheets.
    if address.utf8.count > 2_000 || worksheet_write_url(page, row, column, address, nil) != LXW_NO_ERROR {
      worksheet_write_string(page, row, column, plain(address), nil)
    }
    return 1
  }
}

private func lookUp(
  _ style: Workbook.Style, _ book: UnsafeMutablePointer<lxw_workbook>,
  _ styles: inout [Workbook.Style: UnsafeMutablePointer<lxw_format>]
) -> UnsafeMutablePointer<lxw_format>? {
  if style == Workbook.Style() { return nil }
  if let format = styles[style] { return format }
  guard let format = workbook_add_format(book) else { return nil }
  if !style.format.isEmpty { format_set_num_format(format, style.format) }
  if style.isBold { format_set_bold(format) }
  if style.isItalic { format_set_italic(format) }
  if style.isLarge { format_set_font_size(format, 14) }
  if style.isMuted { format_set_font_color(format, 0x5A_5D63) }
  if style.indent > 0 { format_set_indent(format, UInt8(min(style.indent, 15))) }
  if style.isRuledAbove { format_set_top(format, UInt8(LXW_BORDER_THIN.rawValue)) }
  if style.isRuledBelow { format_set_bottom(format, UInt8(LXW_BORDER_DOUBLE.rawValue)) }
  if style.isHeading { format_set_bottom(format, UInt8(LXW_BORDER_THIN.rawValue)) }
  switch style.alignment {
  case .automatic: break
  case .center: format_set_align(format, UInt8(LXW_ALIGN_CENTER.rawValue))
  case .right: format_set_align(format, UInt8(LXW_ALIGN_RIGHT.rawValue))
  }
  styles[style] = format
  return format
}

/// A name that spreadsheets accept: no more than 31 characters, none of `[]:*?/\\`, no apostrophe at its ends,
/// and unlike the others but for capitals.
func sheetName(_ wanted: String, taken: inout Set<String>) -> String {
  var name = String.UnicodeScalarView()
  for scalar in wanted.unicodeScalars {
    let isAllowed =
      scalar.value >= 32 && scalar.value != 0xFFFE && scalar.value != 0xFFFF
      && !"[]:*?/\\'".unicodeScalars.contains(scalar)
    name.append(isAllowed ? scalar : " ")
  }
  let words = String(name).split(separator: " ").joined(separator: " ")
  let base = words.isEmpty ? "Sheet" : words
  var result = String(String.UnicodeScalarView(base.unicodeScalars.prefix(31)))
  var number = 1
  while !taken.insert(result.lowercased()).inserted {
    number += 1
    let suffix = " \(number)"
    result = String(String.UnicodeScalarView(base.unicodeScalars.prefix(31 - suffix.count))) + suffix
  }
  return result
}

/// Text that XML 1.0 can hold (2.2), as long as a cell may be.
private func plain(_ text: String) -> String {
  let isPlain = text.unicodeScalars.allSatisfy { $0.value >= 32 && $0.value != 0xFFFE && $0.value != 0xFFFF }
  if isPlain, text.utf8.count < 32_767 { return text }
  var scalars = String.UnicodeScalarView()
  for scalar in text.unicodeScalars.prefix(32_767) {
    let isForbidden =
      scalar.value < 32 && scalar != "\t" && scalar != "\n" || scalar.value == 0xFFFE
      || scalar.value == 0xFFFF
    scalars.append(isForbidden ? "\u{FFFD}" : scalar)
  }
  return String(scalars)
}

private func cut(_ text: String, to count: Int) -> String {
  plain(String(String.UnicodeScalarView(text.unicodeScalars.prefix(count))))
}

private func contents(_ path: String) -> [UInt8]? {
  let file = open(path, O_RDONLY | O_CLOEXEC)
  guard file >= 0 else { return nil }
  defer { close(file) }
  var status = stat()
  guard fstat(file, &status) == 0 else { return nil }
  let size = Int(status.st_size)
  var count = 0
  let bytes = [UInt8](unsafeUninitializedCapacity: size) { buffer, initialized in
    while count < size {
      let more = read(file, buffer.baseAddress! + count, size - count)
      if more <= 0 { break }
      count += more
    }
    initialized = count
  }
  return count == size ? bytes : nil
}
