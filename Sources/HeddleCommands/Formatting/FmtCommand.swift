import ArgumentParser
import Diagnostics
import Foundation
import ManifestLoading
import ManifestWriting
import MeshHosting

struct FmtCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "fmt", abstract: "Writes manifests in the one way in which they are written; comments are kept.",
        discussion: """
            EXAMPLE
              heddle fmt                       # heddle.yaml and the manifests that it names
              heddle fmt --check --diff        # for CI: writes nothing, exits with 1 where something would change
              cat topic.yaml | heddle fmt -    # from standard input to standard output

            Fields come in the order of 'heddle explain KIND', two spaces to a level, quotes only where they are needed. What a
            manifest says never changes: it is read again and compared before anything is written. A file that is no YAML is
            reported and left as it is. Prints the names of the files that were changed.
            """)

    @Argument(help: ArgumentHelp("Files, or folders; '-' is standard input. The present mesh when left out.", valueName: "path"))
    var paths: [String] = []
    @Flag(help: "Write nothing; exit with 1 and the names where something would change.") var check = false
    @Flag(help: "Show what changes, as a unified diff.") var diff = false
    @Option(help: "text or json.") var format: TextOrJSON = .text
    @OptionGroup var common: CommonOptions

    func run() throws {
        let console = common.console
        if paths.contains("-") {
            guard paths.count == 1 else { throw CommandFailure(.usage, "'-' stands alone: standard input is one file") }
            return try formatStandardInput(console)
        }
        var files: [FormattedFile] = []
        for (name, url) in try FormattingTargets(start: common.startingFolder).files(paths) {
            files.append(try format(name, url))
        }
        try report(files, console)
    }

    private func format(_ name: String, _ url: URL) throws -> FormattedFile {
        let bytes: [UInt8]
        do {
            bytes = [UInt8](try Data(contentsOf: url))
        } catch {
            throw CommandFailure(.usage, "'\(name)' cannot be read: \(systemReason(error))")
        }
        let file = FormattedFile(name: name, bytes: bytes)
        if !check, case .changed(let text) = file.outcome {
            do {
                try replaceFile(at: url, with: text)
            } catch {
                throw CommandFailure(.usage, "'\(name)' cannot be written: \(systemReason(error))")
            }
        }
        return file
    }

    private func formatStandardInput(_ console: Console) throws {
        let file = FormattedFile(name: "<stdin>", bytes: [UInt8](FileHandle.standardInput.readDataToEndOfFile()))
        if check || diff || format == .json { return try report([file], console) }
        switch file.outcome {
        case .unchanged: console.write(String(decoding: file.bytes, as: UTF8.self), to: .output)
        case .changed(let text): console.write(String(decoding: text, as: UTF8.self), to: .output)
        case .unreadable, .leftAlone: try report([file], console)
        }
    }

    private func report(_ files: [FormattedFile], _ console: Console) throws {
        for file in files {
            switch file.outcome {
            case .unreadable(let diagnostics): console.show(diagnostics)
            case .leftAlone:
                console.error("'\(file.name)' is left as it is: it holds YAML that heddle cannot write again without changing what it says")
            case .unchanged, .changed: continue
            }
        }
        switch format {
        case .json: console.print(try renderJSON(FmtJSON(files, check: check, diff: diff)))
        case .text:
            for file in files {
                guard case .changed(let text) = file.outcome else { continue }
                console.print(file.name)
                if diff { console.write(unifiedDiff(file.bytes, text, name: file.name), to: .output) }
            }
        }
        if files.contains(where: \.isFailure) { throw ExitStatus.no.code }
        if check, files.contains(where: \.isChanged) { throw ExitStatus.no.code }
    }
}

/// A file and what formatting it comes to.
struct FormattedFile: Sendable {
    enum Outcome: Sendable {
        case unchanged
        case changed([UInt8])
        case unreadable([Diagnostic])
        case leftAlone
    }

    var name: String
    var bytes: [UInt8]
    var outcome: Outcome

    init(name: String, bytes: [UInt8]) {
        self.name = name
        self.bytes = bytes
        let file = SourceFile(path: name, bytes: bytes)
        outcome =
            switch formatManifests(file) {
            case .text(let text): text == bytes ? .unchanged : .changed(text)
            // Diagnostics show lines, and lines may hold what should not be shown.
            case .unreadable(let diagnostics): .unreadable(withoutSecrets(diagnostics, of: file))
            case .leftAlone: .leftAlone
            }
    }

    var isChanged: Bool { if case .changed = outcome { true } else { false } }

    var isFailure: Bool {
        switch outcome {
        case .unreadable, .leftAlone: true
        case .unchanged, .changed: false
        }
    }
}
