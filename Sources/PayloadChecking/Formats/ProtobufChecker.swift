import BrokerCore
import ContractModel

/// Protobuf's wire format behind the indexes that say which of the file's messages it is: their number and they themselves,
/// as zigzag varints, outermost message first; a single 0 is the file's first message.
struct ProtobufChecker: PayloadChecker {
    let schema: ProtobufSchema
    let file: ProtobufFile

    func problem(in payload: FramedPayload) -> String? {
        var bytes = payload.payload
        let indexes: [Int]?
        if let header = payload.headerRest {
            indexes = readMessageIndexes(header)?.indexes
        } else if let read = readMessageIndexes(bytes) {
            indexes = read.indexes
            bytes = UnsafeRawBufferPointer(rebasing: bytes[read.size...])
        } else {
            indexes = nil
        }
        guard let indexes else { return "it does not say which message of the schema it is" }
        let candidates = messages(at: indexes)
        guard !candidates.isEmpty else { return "the schema has no message with the indexes \(indexes)" }
        var first: String?
        for message in candidates {
            guard let problem = schema.validate(bytes, as: message, limit: 1).first else { return nil }
            first = first ?? "as \(message.fullName): \(problem.message)"
        }
        return first
    }

    /// Clients that count from descriptors count the messages that maps imply, those that count from the text do not: where
    /// that makes a difference, both are meant.
    func messages(at indexes: [Int]) -> [ProtobufMessage] {
        let written = message(at: indexes) { $0 != .mapEntry }
        let described = message(at: indexes) { _ in true }
        guard let written else { return described.map { [$0] } ?? [] }
        guard let described, described.id != written.id, described.kind != .mapEntry else { return [written] }
        return [written, described]
    }

    private func message(at indexes: [Int], _ counts: (ProtobufMessage.Kind) -> Bool) -> ProtobufMessage? {
        var level = file.messages
        var found: ProtobufMessage?
        for index in indexes {
            let counted = level.filter { counts(schema[$0].kind) }
            guard counted.indices.contains(index) else { return nil }
            let message = schema[counted[index]]
            found = message
            level = message.messages
        }
        return found
    }
}

/// Messages are not nested deeper than people can read.
private let mostIndexes = 100

/// Nil where the bytes do not begin with indexes.
func readMessageIndexes(_ bytes: UnsafeRawBufferPointer) -> (indexes: [Int], size: Int)? {
    var position = 0
    func number() -> Int? {
        var raw: UInt64 = 0
        for shift in stride(from: 0, to: 35, by: 7) {
            guard position < bytes.count else { return nil }
            let byte = bytes[position]
            position += 1
            raw |= UInt64(byte & 0x7F) << UInt64(shift)
            if byte < 0x80 { return Int(raw >> 1) ^ -Int(raw & 1) }
        }
        return nil
    }
    guard let count = number(), (0...mostIndexes).contains(count) else { return nil }
    if count == 0 { return ([0], position) }
    var indexes: [Int] = []
    for _ in 0..<count {
        guard let index = number(), index >= 0 else { return nil }
        indexes.append(index)
    }
    return (indexes, position)
}

/// The schema's own file is asked for by a name that no import has.
private let rootName = "the registered schema"

func makeProtobufChecker(_ registered: RegisteredSchema) -> any PayloadChecker {
    let result = loadProtobuf([rootName]) { $0 == rootName ? registered.text : registered.references[$0] }
    if let unreadable = UnreadableSchema(result.diagnostics) { return unreadable }
    guard let file = result.schema.file(at: rootName) else { return UnreadableSchema(reason: "it is no Protobuf file") }
    return ProtobufChecker(schema: result.schema, file: file)
}
