import KafkaWire

/// Tells what is known of schemas by their ids: a registry's content as a value, handed to the broker by
/// `BrokerEvent.schemas`, again whenever something was registered.
package protocol SchemaDirectory: Sendable {
    /// The subjects under which the schema is registered, in whatever version; nil where no schema has the id. Cheap: it is
    /// asked for every batch.
    func subjects(of schema: SchemaReference) -> Set<String>?

    /// What is wrong with a payload as a value of its schema, in one sentence without a full stop; nil when nothing is. Takes
    /// bounded time and memory, whatever the payload is. What was worked out for a schema may be kept for the next payload.
    mutating func problem(in payload: FramedPayload) -> String?

    /// Keeps what the directory in whose place this one comes has worked out, where that still holds.
    mutating func takeOver(from previous: any SchemaDirectory)
}

extension SchemaDirectory {
    package mutating func takeOver(from previous: any SchemaDirectory) {}
}

/// How a record names its schema.
package enum SchemaReference: Hashable, Sendable, CustomStringConvertible {
    /// The registry's number.
    case id(Int32)
    /// The same in every registry (Confluent Platform 8.1 and later).
    case guid(KafkaUUID)

    package var description: String {
        switch self {
        case .id(let id): return "id \(UInt32(bitPattern: id))"
        case .guid(let guid):
            func hex(_ number: UInt64) -> String {
                let digits = String(number, radix: 16)
                return String(repeating: "0", count: 16 - digits.count) + digits
            }
            let digits = Array(hex(guid.high) + hex(guid.low))
            let parts = [0..<8, 8..<12, 12..<16, 16..<20, 20..<32].map { String(digits[$0]) }
            return "GUID " + parts.joined(separator: "-")
        }
    }
}
