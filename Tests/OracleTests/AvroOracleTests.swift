import ContractCompatibility
import ContractModel
import ContractPayloads
import ContractSampling
import Determinism
import Diagnostics
import LocatedJSON
import RandomContracts
import Testing

/// Ten thousand random pairs of schemas: Apache Avro's checker for Python on whether one reads the other, fastavro on what
/// it then reads.
@Suite(.enabled(if: Oracle.isThere, "needs the oracles that 'make test' installs"))
struct AvroOracleTests {
    private struct Asked {
        var writer: AvroSchema
        var reader: AvroSchema
        var values: [AvroValue]
        var text: String
    }

    private static let known = [
        "eager": "fastavro holds the item types of arrays and maps against each other before there is an item; Java when one comes",
        "promotion":
            "of a union fastavro takes a string for bytes, or bytes for a string, where it stands first, though what was written stands in it too; Java looks for what is the same first",
    ]

    @Test func `pairs of schemas are judged and data is read as by Apache Avro and fastavro`() throws {
        var asked: [Asked] = []
        var seed: UInt64 = 0
        while asked.count < 10_000 {
            seed += 1
            var contract = RandomAvroContract(seed: seed)
            let first = contract.text
            contract.mutate()
            let (writerText, readerText) = seed % 2 == 0 ? (first, contract.text) : (contract.text, first)
            let (writer, reader) = (
                parseAvroSchema(SourceFile(path: "w", text: writerText)), parseAvroSchema(SourceFile(path: "r", text: readerText))
            )
            guard let writer = writer.schema, let reader = reader.schema else {
                Issue.record("\(writer.diagnostics.map(\.message)) \(reader.diagnostics.map(\.message)): \(writerText) \(readerText)")
                continue
            }
            var generator = SeededGenerator(seed: seed)
            let values = (0..<2).compactMap { _ in try? sampleAvroValue(writer, using: &generator) }
            let payloads = try values.map { "\"\(hexadecimal(try encodeAvro($0, writer)))\"" }
            asked.append(
                Asked(
                    writer: writer, reader: reader, values: values,
                    text:
                        "{\"kind\":\"avro\",\"writer\":\(writerText),\"reader\":\(readerText),\"payloads\":[\(payloads.joined(separator: ","))]}"
                ))
        }
        let answers = try Oracle.ask(asked.map(\.text))
        var known = KnownDifferences(Self.known)
        var (compatible, same) = (0, 0)
        for (question, answer) in zip(asked, answers) {
            let decoder = try AvroDecoder(writer: question.writer, reader: question.reader)
            let isReadable = !compareAvro(reader: question.reader, writer: question.writer).contains(where: \.isBreaking)
            #expect(decoder.readsEverything == isReadable, "\(question.text)")
            if isReadable { compatible += 1 }
            if answer["verdict"]?["ok"]?.bool != isReadable {
                known.note(nil, "verdict: \(isReadable) here, \(answer["verdict"]?.compactText ?? "") there: \(question.text)")
            }
            for (number, value) in question.values.enumerated() {
                guard let there = answer["payloads"]?[number] else {
                    known.note(nil, "unread there: \(answer.compactText)")
                    continue
                }
                if let written = there["written"]?["ok"], isNearly(written, value.json(question.writer, style: .plain)) {
                } else {
                    known.note(
                        nil,
                        "written: \(value.json(question.writer, style: .plain).compactText) here, \(there.compactText) there: \(question.text)"
                    )
                }
                let here: Result<AvroValue, PayloadError>
                do throws(PayloadError) {
                    here = .success(try decoder.decode(try encodeAvro(value, question.writer)))
                } catch {
                    here = .failure(error)
                }
                switch (here, there["read"]?["ok"]) {
                case (.success(let value), let read?) where isNearly(read, value.json(question.reader, style: .plain)): same += 1
                case (.failure, nil): same += 1
                case (.success(let value), let read):
                    let error = there["read"]?["error"]?.string ?? ""
                    var reason: String?
                    if read == nil, !isReadable, error.hasPrefix("SchemaResolutionError") { reason = "eager" }
                    let plain = value.json(question.reader, style: .plain)
                    if read.map({ isNearly($0, plain, readsAsBytes: true) }) ?? error.hasPrefix("UnicodeDecodeError") {
                        reason = "promotion"
                    }
                    known.note(reason, "read: \(plain.compactText) here, \(there.compactText) there: \(question.text)")
                case (.failure(let error), _): known.note(nil, "read: \(error.message) here, \(there.compactText) there: \(question.text)")
                }
            }
        }
        print(
            "Avro oracles: \(asked.count) pairs, \(compatible) compatible; \(same) payloads read alike; known differences \(known.counts)")
        #expect(compatible > 2_000 && asked.count - compatible > 2_000)
        known.settle()
    }
}
