import ArgumentParser
import ContractLint
import ContractModel
import Diagnostics
import Foundation

struct ContractLintCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "lint", abstract: "What in a schema is allowed, and unwise.",
        discussion: """
            EXAMPLE
              heddle contract lint order.avsc order.schema.json
              heddle contract lint order.proto --include protos --fail-on warning

            Exits with 1 where there is a finding as grave as --fail-on says; a schema that cannot be read is an error. `heddle
            explain CODE` tells more of a finding.
            """)

    enum Gravity: String, ExpressibleByArgument, CaseIterable {
        case error, warning, note

        var severity: Diagnostic.Severity {
            switch self {
            case .error: .error
            case .warning: .warning
            case .note: .note
            }
        }
    }

    @Argument(help: ArgumentHelp("The schemas.", valueName: "schema")) var files: [String]
    @Option(help: "text, json, sarif, junit or github.") var format: DiagnosticFormat = .text
    @Option(help: "error, warning or note: what makes the answer no.") var failOn: Gravity = .error
    @Option(
        help: ArgumentHelp("Where imports of .proto files are looked for; the file's own folder and the present one if left out.", valueName: "dir"))
    var include: [String] = []
    @OptionGroup var schemas: SchemaFormatOption
    @OptionGroup var common: CommonOptions

    func run() throws {
        var found: [Diagnostic] = []
        for path in files {
            let file = try common.file(path)
            let folders = include.isEmpty ? [(path as NSString).deletingLastPathComponent, ""] : include
            found += lintContract(file, as: try schemas.format(of: path)) { imported in
                folders.lazy.compactMap { readable(($0 as NSString).appendingPathComponent(imported)) }.first
            }
        }
        let report = DiagnosticReport(found, files: files)
        common.console.answer(report, as: format)
        if report.diagnostics.contains(where: { $0.severity >= failOn.severity }) { throw ExitStatus.no.code }
    }

    /// Nil where there is no such file: the import's own finding tells.
    private func readable(_ path: String) -> SourceFile? {
        let url = URL(fileURLWithPath: path, relativeTo: common.startingFolder)
        return (try? Data(contentsOf: url)).map { SourceFile(path: path, bytes: [UInt8]($0)) }
    }
}
