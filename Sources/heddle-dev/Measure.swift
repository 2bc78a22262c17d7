import ArgumentParser
import ContractCompatibility
import ContractModel
import Diagnostics
import Foundation
import LocatedJSON

/// How fast the hot paths go in one thread: what Benchmarks compares with their peers.
struct Measure: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Measure a hot path.", subcommands: [MeasureAvro.self, MeasureJSONSchema.self, MeasureManifests.self, MeasureAccess.self])
}

/// Both schemas are read and held against each other, again for each pair.
struct MeasureAvro: ParsableCommand {
    static let configuration = CommandConfiguration(commandName: "avro", abstract: "Avro verdicts a second.")
    @Argument(help: "JSON lines {\"old\", \"new\"}, schemas as text.") var pairs: String
    @Option(help: "How long to go on.") var seconds = 3.0

    func run() throws {
        let pairs = try lines(of: pairs).map { line in
            (ContractText(SourceFile(path: "old", text: line["old"]?.string ?? "")), ContractText(SourceFile(path: "new", text: line["new"]?.string ?? "")))
        }
        var compatible = 0
        let rate = try rounds(for: seconds, of: pairs.count) {
            compatible = 0
            for (old, new) in pairs {
                let comparison = compareContracts(.avro, old: old, new: new, mode: .backward)
                guard comparison.isReadable else { throw ValidationError("a schema cannot be read") }
                if comparison.isCompatible { compatible += 1 }
            }
        }
        print("{\"rate\":\(Int(rate)),\"compatible\":\(compatible)}")
    }
}

/// The schema is compiled once; documents are values in memory, as the peers have them.
struct MeasureJSONSchema: ParsableCommand {
    static let configuration = CommandConfiguration(commandName: "json-schema", abstract: "JSON Schema validations a second.")
    @Argument(help: "The schema.") var schema: String
    @Argument(help: "JSON lines, a document each.") var documents: String
    @Option(help: "How long to go on.") var seconds = 3.0
    @Flag(help: "Parse each document again every time.") var fromText = false

    func run() throws {
        let file = SourceFile(path: schema, bytes: [UInt8](try Data(contentsOf: URL(fileURLWithPath: schema))))
        guard let compiled = compileJSONSchema(file).schema else { throw ValidationError("the schema cannot be read") }
        let texts = try Data(contentsOf: URL(fileURLWithPath: documents)).split(separator: UInt8(ascii: "\n")).map { [UInt8]($0) }
        let values = try texts.map { try parseJSONPayload($0) }
        var valid = 0
        let rate = try rounds(for: seconds, of: values.count) {
            valid = 0
            if fromText {
                for text in texts where try compiled.isValid(parseJSONPayload(text)) { valid += 1 }
            } else {
                for value in values where try compiled.isValid(value) { valid += 1 }
            }
        }
        print("{\"rate\":\(Int(rate)),\"valid\":\(valid)}")
    }
}

private func lines(of path: String) throws -> [JSONNode] {
    try Data(contentsOf: URL(fileURLWithPath: path)).split(separator: UInt8(ascii: "\n")).map { try parseJSONPayload([UInt8]($0)) }
}

/// Things a second, of the best round.
private func rounds(for seconds: Double, of count: Int, _ round: () throws -> Void) rethrows -> Double {
    let clock = ContinuousClock()
    let end = clock.now + .seconds(seconds)
    var best = Duration.seconds(1_000_000)
    repeat { best = min(best, try clock.measure { try round() }) } while clock.now < end
    return Double(count) / (Double(best.components.seconds) + Double(best.components.attoseconds) / 1e18)
}
