import ArgumentParser
import CatalogueGeneration
import CompatibilityReference
import Foundation
import HeddleCommands
import ManifestReference
import WireGeneration

/// Writes, or checks, everything that is generated: messages, the catalogue of diagnostics, schemas and references.
struct Generate: ParsableCommand {
    static let configuration = CommandConfiguration(abstract: "Generate what follows from Specs and from the model.")

    @Flag(help: "Write nothing; exit with 1 if a generated file is not what its source says.")
    var check = false

    @Option(help: "The package's folder.")
    var root = "."

    func run() throws {
        let root = URL(fileURLWithPath: root)
        let wire = try GeneratedFiles.described(at: root)
        let (outdatedWire, leftOver) = wire.differences(at: root)
        let others = try CatalogueGeneration.generatedFiles(root: root)
            .merging(ManifestReference.generatedFiles()) { $1 }
            .merging(CompatibilityReference.generatedFiles(root: root)) { $1 }
            .merging(["docs/reference/cli.md": commandReference()]) { $1 }
        let outdatedOthers = others.filter { path, text in
            (try? String(contentsOf: root.appendingPathComponent(path), encoding: .utf8)) != text
        }
        let outdated = (outdatedWire + outdatedOthers.keys).sorted()
        if check {
            for path in outdated { print("outdated: \(path)") }
            for path in leftOver { print("left over: \(path)") }
            guard outdated.isEmpty, leftOver.isEmpty else {
                print("`swift run heddle-dev generate` mends this.")
                throw ExitCode(1)
            }
            return
        }
        try wire.write(to: root)
        for (path, text) in outdatedOthers {
            let file = root.appendingPathComponent(path)
            try FileManager.default.createDirectory(at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
            try text.write(to: file, atomically: true, encoding: .utf8)
        }
        for path in outdated { print("wrote \(path)") }
        for path in leftOver { print("removed \(path)") }
    }
}
