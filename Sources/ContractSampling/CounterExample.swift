import ContractCompatibility
import ContractModel
import Determinism
import LocatedJSON
import XSDModel

/// A payload that one version of a contract lets write and the other does not read, or reads otherwise: the proof that a
/// change breaks.
package struct CounterExample: Sendable, Hashable {
    /// JSON, in the format's own JSON encoding under the writer's version; of XSD, the document.
    package var payload: String
    /// As it stands in a record; nil where the payload is JSON itself.
    package var bytes: [UInt8]?
    /// Where in the payload it is: `order.lines[2].name` in Avro and Protobuf, a JSON Pointer in JSON Schema. Empty for the root.
    package var path: String
    /// One or two sentences without a full stop at the end: why the reader refuses it, or what it takes it for.
    package var explanation: String
    /// Nothing is refused: the reader takes it for another value.
    package var isSilent = false
}

/// Looks for a payload that shows whom a change breaks.
///
///     counterExample(.avro, old: before, new: after, victim: finding.victim, difference: finding.difference)
///
/// For Avro the answer is exact: where `compareAvro` finds a change that breaks, there is one, unless no value that leads
/// there has an end. For JSON Schema and Protobuf it is searched for, boundary values first; nil then proves nothing.
///
/// - Parameters:
///   - victim: `newReaders` asks for a payload of the old version that the new one refuses, `oldReaders` for the reverse.
///   - difference: where to look first; nil for anywhere. Where nothing is found that is about it, what is about another
///     difference is taken.
///   - level: of Protobuf, whether JSON is exchanged too.
///   - seed: the same seed gives the same answer.
///   - attempts: how many payloads are tried.
package func counterExample(
    _ format: ContractFormat, old: ContractText, new: ContractText, victim: Difference.Victim, difference: Difference? = nil,
    level: ProtobufLevel = .wire, seed: UInt64 = 0, attempts: Int = 400
) -> CounterExample? {
    let (writer, reader) = victim == .newReaders ? (old, new) : (new, old)
    if format == .avro {
        guard let writer = readAvro(writer), let reader = readAvro(reader) else { return nil }
        return avroCounterExample(writer: writer, reader: reader, toward: difference?.path ?? "")
    } else if format == .jsonSchema {
        let target = victim == .newReaders ? difference?.newRange : difference?.oldRange
        return jsonCounterExample(
            writer: writer, reader: reader, toward: difference?.path ?? "", target: target, seed: seed, attempts: attempts)
    } else if format == .protobuf {
        guard let writer = readProtobuf(writer), let reader = readProtobuf(reader) else { return nil }
        var search = ProtobufCounterExamples(writer: writer, reader: reader, level: level, seed: seed)
        return search.find(toward: difference?.path ?? "", attempts: attempts)
    }
    guard let writer = loadXSD(file: writer.file, references: writer.references).schema,
        let reader = loadXSD(file: reader.file, references: reader.references).schema
    else { return nil }
    var generator = SeededGenerator(seed: seed)
    return findXSDCounterExample(old: writer, new: reader, attempts: attempts, using: &generator).map {
        CounterExample(payload: $0.document, bytes: nil, path: "", explanation: $0.reason)
    }
}
