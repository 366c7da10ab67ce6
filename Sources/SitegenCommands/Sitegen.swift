import ArgumentParser

/// Runs the command line of this process.
public func runSitegen() {
  Sitegen.main()
}

struct Sitegen: ParsableCommand {
  static let configuration = CommandConfiguration(commandName: "sitegen")
}
