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
}

/// The formats that most verbs know.
enum TextOrJSON: String, ExpressibleByArgument, CaseIterable { case text, json }
