public import Diagnostics

extension DiagnosticCode {
  static let noContent = DiagnosticCode(
    "P001", "no-site", rule: "A site is a folder with a `content` folder in it.",
    explanation: """
      Without `--site`, sitegen looks in the current folder and then in each folder above it for \
      `content/site.yaml`, and else for `content/`. Start it inside a site, or name the site's folder.
      """)
  static let noZoneDatabase = DiagnosticCode(
    "P002", "no-zone-database", rule: "The system has the IANA zone database in `/usr/share/zoneinfo`.",
    explanation: """
      Times in releases name their zone, and only the database says what the clocks of a zone showed on a day. \
      Debian's package `tzdata` brings it; `make site` installs it.
      """)
  static let linkLeavesSite = DiagnosticCode(
    "P101", "link-leaves-site",
    rule: "A symbolic link may lead only to a file below `content/` or `Templates/` of the same site.",
    explanation: """
      A link to anything else could publish a file that nobody meant to publish, and a copy of the site \
      would build something else. Links to folders are not followed either, for they can form circles. \
      Put the file itself in the link's place.
      """)
  static let specialFile = DiagnosticCode(
    "P102", "special-file", rule: "A site consists of regular files and folders.",
    explanation: """
      Pipes, sockets and devices have no content of their own; reading one could wait for ever. sitegen \
      does not open them.
      """)
  static let unusableName = DiagnosticCode(
    "P103", "unusable-name", rule: "The names of files and folders are UTF-8 without control characters.",
    explanation: """
      Addresses and messages are made from names, so they must be text that every system reads in the same \
      way. Rename the file; hidden files, whose names begin with a full stop, are passed over.
      """)
  static let pathTooLong = DiagnosticCode(
    "P104", "path-too-long", rule: "A path has at most 1,024 bytes and 32 folders.",
    explanation: """
      Longer paths cannot be copied to many systems, and no archive needs them. Shorten the names or flatten \
      the folders.
      """)
  static let fileTooLarge = DiagnosticCode(
    "P105", "file-too-large", rule: "A file of a site has at most 64 MiB.",
    explanation: """
      Attachments are read whole so that their checksums can be recorded. Publish larger files elsewhere and \
      link to them.
      """)
  static let unreadable = DiagnosticCode(
    "P106", "unreadable", rule: "Every file and folder of a site can be read.",
    explanation: "The message gives the system's reason; most often the permissions are too narrow.")
  static let namesDifferByCase = DiagnosticCode(
    "P107", "names-differ-by-case", rule: "Names in one folder differ in more than capital letters.",
    explanation: """
      macOS, Windows and some hosts take such names for one: a copy of the site, or a clone of its repository, would \
      lose one of the two files without a word. Rename one of them.
      """)
  static let foreignFiles = DiagnosticCode(
    "P201", "foreign-files", rule: "The output folder holds only what sitegen wrote there.",
    explanation: """
      `manifest.json` lists the files of the last build; only those are ever replaced or removed. Any other \
      file stops the build before it begins, because it would be published unnoticed or overwritten. Kept \
      apart, and never touched, are names that begin with a full stop (`.git`, `.nojekyll`, `.well-known/`) \
      and a `CNAME` file at the top. Move other files into `content/`, or choose another folder with `--out`.
      """)
  static let invalidManifest = DiagnosticCode(
    "P202", "invalid-manifest", rule: "`manifest.json` in the output folder is as sitegen wrote it.",
    explanation: """
      The manifest says which files sitegen may replace and remove. One that was edited, or that names paths \
      outside the folder, cannot be trusted with that. Restore it, or empty the folder and build again.
      """)
  static let inTheWay = DiagnosticCode(
    "P203", "in-the-way", rule: "Nothing foreign stands where a published file or folder goes.",
    explanation: """
      A folder cannot be replaced by a file, nor a file by a folder, when it holds or is something sitegen \
      did not write. Move it away and build again.
      """)
  static let cannotWrite = DiagnosticCode(
    "P204", "cannot-write", rule: "The output folder, and the folder it lies in, can be written.",
    explanation: """
      The whole site is written to a hidden folder beside the output folder before anything is replaced. The \
      message gives the system's reason. The published site is as it was.
      """)
  static let buildRunning = DiagnosticCode(
    "P205", "build-running", rule: "One build at a time publishes to a folder.",
    explanation: """
      Another sitegen holds the hidden folder beside the output folder. Wait for it, or publish elsewhere \
      with `--out`. A build that was killed holds nothing: what it left behind is cleared away by the next.
      """)
  static let unsuitableOutput = DiagnosticCode(
    "P206", "unsuitable-output", rule: "The output folder is one of its own, in a folder that exists.",
    explanation: """
      The output folder may neither contain the site nor lie in its `content/` or `Templates/`, where the \
      next build would read it, nor in a folder to which a site is published, whose next build would find it \
      foreign. It must lie on the same file system as the folder around it, for files are \
      moved into place.
      """)
  static let interrupted = DiagnosticCode(
    "P207", "interrupted", rule: "Once files take their places, all of them do.",
    explanation: """
      The system refused a step after the first file had been replaced; the message gives its reason. Some \
      published files are new and some are old, but each is whole, and a list of them lies in the hidden folder \
      beside the output folder. Build again to finish; nothing is lost.
      """)
  static let publishedSite = DiagnosticCode(
    "P208", "published-site",
    rule: "What is not for publication yet takes no published site's place.",
    explanation: """
      A preview shows drafts and releases that are still held, and a `--now` later than the clock opens releases \
      before their time. Over a published site, either would put them before its readers. Build into a folder of its \
      own with `--out`. A site that pins its moment with `as_of` is what its author wrote, and is published.
      """)
  static let alteredFile = DiagnosticCode(
    "P209", "altered-file",
    rule: "sitegen removes only files that are as it wrote them.",
    explanation: """
      The last build's manifest lists a file that the new site lacks, and its bytes are other ones now: somebody \
      changed it, or put another file in its place. It could be the only copy, so nothing is published. Move it \
      away, and build again.
      """)
  static let stopped = DiagnosticCode(
    "P210", "stopped",
    rule: "A build that is told to stop leaves the published site whole.",
    explanation: """
      The build was interrupted (Ctrl-C, or a service that stopped it) before the site took its place. What was put \
      together is gone and the published site is as it was. A build that is told to stop while files take their \
      places finishes that first.
      """)
  static let noPublishedSite = DiagnosticCode(
    "P003", "no-published-site",
    rule: "A published site is a folder with the `manifest.json` that sitegen wrote.",
    explanation: """
      `sitegen verify` and `sitegen diff` read the list of files that every build leaves in `manifest.json`. Name \
      the folder that was published, or a copy of it.
      """)
  static let impossibleOutput = DiagnosticCode(
    "P301", "impossible-output",
    rule: "Every published file has one path of its own below the output folder.",
    explanation: "sitegen itself broke this rule; please report it together with the message.")
  static let untrueRecord = DiagnosticCode(
    "P302", "untrue-record",
    rule: "Where the record of the last build says that nothing has changed, a build changes nothing.",
    explanation: """
      A build keeps in `.sitegen/` what it read and wrote, and the next one does nothing where all of that is as it \
      was. `--verify-cache` builds all the same, and found a difference. The site is right now; `--no-cache` does \
      without the record. Please report what had changed.
      """)
}

/// Every code of this module.
public let siteFilesCodes: [DiagnosticCode] = [
  .noContent, .noZoneDatabase, .noPublishedSite, .linkLeavesSite, .specialFile, .unusableName, .pathTooLong,
  .fileTooLarge,
  .unreadable, .namesDifferByCase,
  .foreignFiles, .invalidManifest, .inTheWay, .cannotWrite, .buildRunning, .unsuitableOutput,
  .interrupted, .publishedSite, .alteredFile, .stopped, .impossibleOutput, .untrueRecord,
]
