import ArgumentParser
import Foundation

/// What every verb understands.
struct CommonOptions: ParsableArguments {
    @Option(name: .customShort("C"), help: ArgumentHelp("Run as if started in this folder.", valueName: "dir"))
    var folder: String?

    @Option(help: ArgumentHelp("When to colour; NO_COLOR is honoured.", valueName: "when"))
    var color: Console.ColorChoice = .auto

    @Flag(help: "Say no more than the result.")
    var quiet = false

    @Flag(help: "Say what is going on.")
    var verbose = false

    var console: Console { Console(choice: color, isQuiet: quiet) }

    /// The folder of `-C`, or the present one.
    var startingFolder: URL {
        let present = URL(fileURLWithPath: FileManager.default.currentDirectoryPath, isDirectory: true)
        guard let folder else { return present }
        return URL(fileURLWithPath: folder, isDirectory: true, relativeTo: present).standardizedFileURL
    }
}

/// For verbs that read manifests.
struct ManifestOptions: ParsableArguments {
    @Option(help: ArgumentHelp("The environment, as declared in heddle.yaml.", valueName: "name"))
    var env: String?

    @Option(name: .customLong("var"), help: ArgumentHelp("A variable's value, over the environment's; may be repeated.", valueName: "name=value"))
    var assignments: [String] = []

    func variables() throws -> [String: String] {
        var values: [String: String] = [:]
        for text in assignments {
            let parts = text.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
            guard parts.count == 2, !parts[0].isEmpty else {
                throw CommandFailure(.usage, "'--var \(text)' is not understood", remedy: "say --var NAME=VALUE")
            }
            values[String(parts[0])] = String(parts[1])
        }
        return values
    }
}

/// The formats that most verbs know.
enum TextOrJSON: String, ExpressibleByArgument, CaseIterable { case text, json }
