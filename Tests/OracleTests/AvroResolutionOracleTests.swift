import ContractModel
import ContractPayloads
import ContractSampling
import Determinism
import Diagnostics
import HeddleRuntime
import LocatedJSON
import RandomContracts
import Testing

/// What generated code reads of another version's bytes, held against fastavro, Apache Avro's checker for Python, and the decoder by
/// which Heddle shows payloads, which resolves schemas in a way of its own.
@Suite(.enabled(if: Oracle.isThere, "needs the oracles that 'make test' installs"))
struct AvroResolutionOracleTests {
    private struct Asked {
        var writer: AvroSchema
        var reader: AvroSchema
        var resolution: Result<AvroResolution, SchemaResolutionError>
        var payloads: [[UInt8]]
        var text: String
    }

    private static let known = [
        "eager":
            "items of arrays and maps are held against each other when the schemas are, as the specification has it and fastavro does; Java, and Heddle's decoder for showing, wait until an item comes",
        "promotion":
            "of a union fastavro takes a string for bytes, or bytes for a string, where it stands first, though what was written stands in it too; Java looks for what is the same first",
    ]

    @Test func `bytes of another version are read as fastavro and the decoder for showing read them`() throws {
        var asked: [Asked] = []
        var seed: UInt64 = 50_000
        while asked.count < 6_000 {
            seed += 1
            var contract = RandomAvroContract(seed: seed)
            let first = contract.text
            contract.mutate()
            let (writerText, readerText) = seed % 2 == 0 ? (first, contract.text) : (contract.text, first)
            guard let writer = parseAvroSchema(SourceFile(path: "w", text: writerText)).schema,
                let reader = parseAvroSchema(SourceFile(path: "r", text: readerText)).schema
            else {
                Issue.record("no schema: \(writerText) \(readerText)")
                continue
            }
            var generator = SeededGenerator(seed: seed)
            let values = (0..<3).compactMap { _ in try? sampleAvroValue(writer, using: &generator) }
            let payloads = try values.map { try encodeAvro($0, writer) }
            let texts = payloads.map { "\"\($0.map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined())\"" }
            asked.append(
                Asked(
                    writer: writer, reader: reader, resolution: resolution(writerText, readerText), payloads: payloads,
                    text: "{\"kind\":\"avro\",\"writer\":\(writerText),\"reader\":\(readerText),\"payloads\":[\(texts.joined(separator: ","))]}"))
        }
        let answers = try Oracle.ask(asked.map(\.text))
        var known = KnownDifferences(Self.known)
        var (read, refused, unread, rewritten) = (0, 0, 0, 0)
        for (question, answer) in zip(asked, answers) {
            let isCompatible = answer["verdict"]?["ok"]?.bool == true
            switch question.resolution {
            case .failure(let error):
                unread += 1
                if isCompatible { known.note(nil, "refused: \(error), compatible there: \(question.text)") }
            case .success(let resolution): rewritten += resolution.isIdentity ? 0 : 1
            }
            let plain = try AvroDecoder(writer: question.reader, reader: question.reader)
            let other = try AvroDecoder(writer: question.writer, reader: question.reader)
            for (number, payload) in question.payloads.enumerated() {
                let here = question.resolution.flatMap { resolved(payload, $0) }.flatMap { bytes in
                    Result<AvroValue, any Error> { try plain.decode(bytes) }
                }
                let third = Result { () throws(PayloadError) in try other.decode(payload) }
                let there = answer["payloads"]?[number]
                switch (here, third) {
                case (.success(let value), .success(let same)) where value == same: break
                case (.failure, .failure): break
                case (.failure(let error), .success): known.note(error is SchemaResolutionError ? "eager" : nil, "\(error) here, read for showing: \(question.text)")
                default: known.note(nil, "\(here) here, \(third) for showing: \(question.text)")
                }
                switch (here, there?["read"]?["ok"]) {
                case (.success(let value), let answer?) where isNearly(answer, value.json(question.reader, style: .plain)): read += 1
                case (.failure, nil): refused += 1
                case (.success(let value), let answer):
                    let error = there?["read"]?["error"]?.string ?? ""
                    let json = value.json(question.reader, style: .plain)
                    var reason: String?
                    if answer == nil, !isCompatible, error.hasPrefix("SchemaResolutionError") { reason = "eager" }
                    if answer.map({ isNearly($0, json, readsAsBytes: true) }) ?? error.hasPrefix("UnicodeDecodeError") { reason = "promotion" }
                    known.note(reason, "\(json.compactText) here, \(there?.compactText ?? "") there: \(question.text)")
                case (.failure(let error), _):
                    known.note(isCompatible || !(error is SchemaResolutionError) ? nil : "eager", "\(error) here, \(there?.compactText ?? "") there: \(question.text)")
                }
            }
        }
        print(
            "Avro resolution: \(asked.count) pairs, \(rewritten) rewritten, \(unread) refused as schemas; \(read) payloads read alike, \(refused) refused alike; known differences \(known.counts)")
        #expect(read > 8_000 && refused > 1_000 && rewritten > 1_500)
        known.settle()
    }

    private func resolution(_ writer: String, _ reader: String) -> Result<AvroResolution, SchemaResolutionError> {
        do throws(SchemaResolutionError) {
            return .success(try AvroResolution(writer: writer, reader: reader))
        } catch {
            return .failure(error)
        }
    }

    /// The reader's bytes.
    private func resolved(_ payload: [UInt8], _ resolution: AvroResolution) -> Result<[UInt8], any Error> {
        guard !resolution.isIdentity else { return .success(payload) }
        return Result {
            var reader = ByteReader(payload.span.bytes)
            var writer = ByteWriter()
            try resolution.rewrite(from: &reader, into: &writer)
            try reader.expectEnd()
            return writer.copyBytes()
        }
    }
}

extension Result where Failure == SchemaResolutionError {
    fileprivate func flatMap<Other>(_ transform: (Success) -> Result<Other, any Error>) -> Result<Other, any Error> {
        switch self {
        case .success(let value): transform(value)
        case .failure(let error): .failure(error)
        }
    }
}
