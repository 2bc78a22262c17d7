import ContractCompatibility
import ContractModel
import ContractPayloads
import Determinism
import LocatedJSON
import XSDModel

/// A payload that meets its contract, as the validator has confirmed.
package struct Sample: Sendable {
    /// As people read it: JSON, in the format's own JSON encoding; of XSD, the document as a string.
    package var json: JSONNode
    /// As it stands in a record without a registry's frame; of JSON Schema and XSD it is the text.
    package var bytes: [UInt8]
}

/// Why no payload can be shown: a clause such as "no value was found that meets the schema".
package struct SamplingFailure: Error, Sendable, Hashable {
    package var reason: String
}

/// A payload of a contract; the same seed gives the same one.
///
/// - Parameters:
///   - message: of Protobuf, the full name of the message; nil for the contract's first.
///   - seed: another one gives another payload.
/// - Returns: what the contract's validator accepts.
package func samplePayload(
    _ format: ContractFormat, _ text: ContractText, message: String? = nil, seed: UInt64 = 0
) -> Result<Sample, SamplingFailure> {
    var generator = SeededGenerator(seed: seed)
    do throws(SamplingFailure) {
        if format == .avro {
            guard let schema = readAvro(text) else { throw SamplingFailure(reason: unreadable) }
            return .success(try sampleAvro(schema, using: &generator))
        } else if format == .jsonSchema {
            guard let schema = readJSONSchema(text) else { throw SamplingFailure(reason: unreadable) }
            let json = try sampleJSON(schema, using: &generator)
            return .success(Sample(json: json, bytes: Array(json.compactText.utf8)))
        } else if format == .protobuf {
            guard let schema = readProtobuf(text) else { throw SamplingFailure(reason: unreadable) }
            guard let type = message.map({ schema.message(named: $0) }) ?? schema.ownMessages.first else {
                throw SamplingFailure(reason: message.map { "the contract has no message '\($0)'" } ?? "the contract has no message")
            }
            return .success(try sampleProtobuf(type, in: schema, using: &generator))
        }
        guard let schema = loadXSD(file: text.file, references: text.references).schema else { throw SamplingFailure(reason: unreadable) }
        guard let document = sampleXSD(schema, using: &generator) else { throw SamplingFailure(reason: "no document was found that meets the schema") }
        return .success(Sample(json: .made(document), bytes: Array(document.utf8)))
    } catch {
        return .failure(error)
    }
}

private let unreadable = "the contract has errors"
