import ArgumentParser
import Glibc

/// Runs the command line of this process and ends it.
public func runSitegen() {
  // A file beyond the limit that `ulimit -f` sets is a write that fails, like one on a full disk.
  signal(SIGXFSZ, SIG_IGN)
  do {
    var command = try Sitegen.parseAsRoot()
    try command.run()
  } catch {
    let status = Sitegen.exitCode(for: error)
    let message = Sitegen.fullMessage(for: error)
    // Help and the version are what was asked for, so they go to the standard output.
    if !message.isEmpty { write(message + "\n", to: status.isSuccess ? .output : .error) }
    exit(status.rawValue)
  }
}

/// The version, as `--version` prints it and the manifest records it.
let sitegenVersion = "0.1.0"

struct Sitegen: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "sitegen",
    abstract: "Publishes an archive of a company's releases: words in Markdown, numbers in CSV.",
    discussion: """
      A site is a folder with content/ in it. `sitegen build` reads content/ (and Templates/, where a site \
      changes the design), checks every figure and link, and writes the finished site to public/. With any \
      error public/ stays as it was.

      EXAMPLES
        sitegen build                       publish the site you are in
        sitegen check --strict              report everything, write nothing
        sitegen build --out /srv/www/ir --base-url https://ir.example.com/
        sitegen explain P201                what a finding means and what to do

      EXIT CODES
        0 fine   1 errors in the content   64 wrong usage   66 no site found, or no chart's file
        70 a bug in sitegen   73 the output cannot be made   74 a file cannot be read or written
        130, 143 stopped
      """,
    version: "sitegen \(sitegenVersion)",
    subcommands: [
      BuildCommand.self, CheckCommand.self, ListCommand.self, NextCommand.self, LockCommand.self,
      VerifyCommand.self, DiffCommand.self, ExplainCommand.self, ChartCommand.self, SchemaCommand.self,
      ConceptsCommand.self,
    ])
}
