import ArgumentParser
import ContractChecking
import ContractCompatibility
import ContractModel
import Determinism
import Diagnostics
import Foundation

struct ContractCompareCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "compare", abstract: "Two versions of a schema, one verdict.",
        discussion: """
            EXAMPLE
              heddle contract compare order-v1.avsc order-v2.avsc --mode full
              heddle contract compare --batch < pairs.jsonl

            Exits with 0 where the new version is compatible, 1 where it breaks something, 64 where a schema cannot be read.
            With --batch, each line of standard input is {"id", "format", "mode", "old", "new", "references"?}, old and new being
            schemas as text or as JSON, references texts by name; each line of the answer is
            {"id", "compatible", "differences": [{"rule", "path", "message", "breaking", "breaks"}]}.
            """)

    @Argument(help: ArgumentHelp("The earlier version.", valueName: "old")) var old: String?
    @Argument(help: ArgumentHelp("The version that is to follow it.", valueName: "new")) var new: String?
    @Option(help: "none, backward, forward or full; the transitive forms mean the same for two versions.")
    var mode: CompatibilityMode = .backward
    @Option(help: "For Protobuf: wire, wire-json or source.") var level: ProtobufLevel = .wire
    @Flag(help: "Read JSON lines from standard input.") var batch = false
    @Option(help: "text, json, sarif, junit, github or markdown.") var format: CheckFormat = .text
    @OptionGroup var references: ReferenceOption
    @OptionGroup var schemas: SchemaFormatOption
    @OptionGroup var common: CommonOptions

    func run() throws {
        if batch {
            guard old == nil, new == nil else { throw CommandFailure(.usage, "--batch takes no files", remedy: "give the schemas as lines on standard input") }
            return answerBatch(common.console) { try ComparisonLine(level: level).answer($0) }
        }
        guard let old, let new else { throw CommandFailure(.usage, "two schemas are needed: OLD and NEW", remedy: "or --batch with lines on standard input") }
        let console = common.console
        let language = try schemas.format(of: new)
        let sources = try references.files(common)
        let texts = (old: ContractText(try common.file(old), references: sources), new: ContractText(try common.file(new), references: sources))
        let comparison = compareContracts(language, old: texts.old, new: texts.new, mode: mode, level: level)
        guard comparison.isReadable else {
            console.show(comparison.unreadable)
            throw ExitStatus.usage.code
        }
        let report = DiagnosticReport(comparison.findings.map(\.diagnostic), files: [old, new])
        let verdict = comparison.isCompatible ? "compatible (\(mode.rawValue))" : "not compatible (\(mode.rawValue)): \(report.errorCount) breaking"
        if let format = DiagnosticFormat(rawValue: format.rawValue) {
            console.answer(report, as: format, summary: verdict)
        } else {
            let contract = CheckedContract(name: new, format: language, text: texts.new, mode: mode, level: level)
            var told = checkContracts(
                [contract], against: [new: ContractHistory([ContractVersion(label: old, format: language, text: texts.old)])], today: .distantPast)
            told.against = old
            console.write(renderCheckMarkdown(told), to: .output)
        }
        if !comparison.isCompatible { throw ExitStatus.no.code }
    }
}

extension Comparison.Finding {
    /// As compilers say it: at the new version's line, with the old one beside it.
    var diagnostic: Diagnostic {
        var diagnostic = Diagnostic(
            difference.isBreaking ? .error : .note, code: difference.rule, difference.message, at: difference.newRange ?? difference.oldRange)
        if let old = difference.oldRange, difference.newRange != nil { diagnostic.secondary = [.init("before", at: old)] }
        diagnostic.notes = ["at \(difference.path)"]
        if difference.isBreaking {
            diagnostic.notes.append(
                victim == .newReaders
                    ? "breaks readers that have the new version when they meet data of the old one"
                    : "breaks readers that have the old version when they meet data of the new one")
        }
        return diagnostic
    }
}
