import ArgumentParser

/// The tools of those who work on Heddle itself: `swift run heddle-dev <verb>`.
@main
struct HeddleDev: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "heddle-dev",
        abstract: "The tools of those who work on Heddle itself.",
        subcommands: [Generate.self, Measure.self])
}
