import BrokerCore
import ContractModel
import Diagnostics

/// Judges payloads by one schema, which was read once.
protocol PayloadChecker: Sendable {
    /// What is wrong, in one sentence without a full stop; nil when nothing is.
    func problem(in payload: FramedPayload) -> String?
}

/// Stands in for a schema that cannot be read: nothing can be said to be a value of it.
struct UnreadableSchema: PayloadChecker {
    var reason: String

    func problem(in payload: FramedPayload) -> String? { "the schema itself cannot be read: \(reason)" }

    /// Nil where the diagnostics have no error.
    init?(_ diagnostics: [Diagnostic]) {
        guard let error = diagnostics.first(where: { $0.severity == .error }) else { return nil }
        reason = error.message
    }

    init(reason: String) {
        self.reason = reason
    }
}

/// Larger schemas, with what they refer to, are not read: people write kilobytes.
private let largestSchema = 8 << 20

extension RegisteredSchema {
    func makeChecker() -> any PayloadChecker {
        guard sizeInBytes <= largestSchema else {
            return UnreadableSchema(reason: "it has \(sizeInBytes) bytes, and at most \(largestSchema) are read")
        }
        return switch format {
        case .avro: makeAvroChecker(self)
        case .jsonSchema: makeJSONChecker(self)
        case .protobuf: makeProtobufChecker(self)
        case .xsd: makeXSDChecker(self)
        }
    }
}
