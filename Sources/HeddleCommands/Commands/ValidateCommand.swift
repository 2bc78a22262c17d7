import ArgumentParser
import Diagnostics
import Foundation

struct ValidateCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "validate", abstract: "Everything that can be said about the manifests without a mesh.",
        discussion: """
            EXAMPLE
              heddle validate
              heddle validate Examples/orders --format sarif > heddle.sarif

            Reports all that is wrong in one run, each with file, line, column, a stable code and a remedy. 'heddle explain CODE'
            tells more. Exits with 1 where there are errors; warnings alone do not fail.
            """)

    @Argument(help: ArgumentHelp("Mesh folders, or files below one; the present folder when left out.", valueName: "path"))
    var paths: [String] = []
    @Option(help: "text, json, sarif, junit or github.") var format: DiagnosticFormat = .text
    @OptionGroup var manifests: ManifestOptions
    @OptionGroup var common: CommonOptions

    func run() throws {
        let console = common.console
        let starts = paths.isEmpty ? [common.startingFolder] : paths.map { URL(fileURLWithPath: $0, relativeTo: common.startingFolder) }
        var folders: [MeshFolder] = []
        for start in starts {
            let folder = try MeshFolder.containing(start)
            if !folders.contains(where: { $0.root == folder.root }) { folders.append(folder) }
        }
        var diagnostics: [Diagnostic] = []
        var files: [String] = []
        for folder in folders {
            let reading = try readManifests(of: folder, options: manifests)
            diagnostics += reading.report.diagnostics
            files += reading.report.files
        }
        if common.quiet { diagnostics.removeAll { $0.severity != .error } }
        let report = DiagnosticReport(diagnostics, files: files)
        console.answer(report, as: format)
        if report.hasErrors { throw ExitStatus.no.code }
    }
}

extension DiagnosticFormat: ExpressibleByArgument {}
