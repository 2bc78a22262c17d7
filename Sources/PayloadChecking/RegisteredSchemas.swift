import BrokerCore
import KafkaWire

/// The content of a schema registry, for a broker that holds records against it.
///
///     let directory = RegisteredSchemas([
///         RegisteredSchema(id: 1, format: .avro, text: text, subjects: ["orders-value"]),
///     ])
///     await broker.give(directory)
///
/// Making one costs little: a schema is read when the first payload of it comes, and then kept, also by the next directory
/// that takes over. What is kept is bounded; beyond that, reading begins anew.
package struct RegisteredSchemas: SchemaDirectory {
    private let byID: [Int32: RegisteredSchema]
    private let idByGUID: [KafkaUUID: Int32]
    private var checkers: [Int32: any PayloadChecker] = [:]
    /// Of the schemas' texts that `checkers` were made from.
    private var checkedBytes = 0

    /// How many schemas are kept ready, and of how many bytes of text: what is made from them takes a multiple of that.
    static let mostCheckers = 2_000
    static let mostCheckedBytes = 32 << 20

    /// - Parameter schemas: each id once; of an id that is there twice, the subjects are put together.
    package init(_ schemas: [RegisteredSchema]) {
        byID = Dictionary(schemas.map { ($0.id, $0) }) { first, second in
            var both = first
            both.subjects.formUnion(second.subjects)
            both.guid = both.guid ?? second.guid
            return both
        }
        idByGUID = Dictionary(schemas.compactMap { schema in schema.guid.map { ($0, schema.id) } }) { first, _ in first }
    }

    package func subjects(of schema: SchemaReference) -> Set<String>? {
        id(of: schema).flatMap { byID[$0]?.subjects }
    }

    package mutating func problem(in payload: FramedPayload) -> String? {
        guard let id = id(of: payload.schema) else { return "no schema has this \(payload.schema)" }
        if let checker = checkers[id] { return checker.problem(in: payload) }
        guard let checker = prepare(id) else { return "no schema has this \(payload.schema)" }
        return checker.problem(in: payload)
    }

    /// Reads the schemas of some subjects now, so that the broker need not when their first payloads come.
    package mutating func prepare(subjects: Set<String>) {
        for schema in byID.values.sorted(by: { $0.id < $1.id }) where !schema.subjects.isDisjoint(with: subjects) {
            guard checkers.count < Self.mostCheckers, checkedBytes < Self.mostCheckedBytes else { return }
            if checkers[schema.id] == nil { _ = prepare(schema.id) }
        }
    }

    package mutating func takeOver(from previous: any SchemaDirectory) {
        guard let previous = previous as? RegisteredSchemas else { return }
        for (id, checker) in previous.checkers where checkers[id] == nil {
            guard let now = byID[id], let before = previous.byID[id], now.hasSameText(as: before) else { continue }
            keep(checker, for: now)
        }
    }

    /// How many schemas are ready.
    var preparedCount: Int { checkers.count }

    private func id(of schema: SchemaReference) -> Int32? {
        switch schema {
        case .id(let id): id
        case .guid(let guid): idByGUID[guid]
        }
    }

    private mutating func prepare(_ id: Int32) -> (any PayloadChecker)? {
        guard let schema = byID[id] else { return nil }
        let checker = schema.makeChecker()
        keep(checker, for: schema)
        return checker
    }

    private mutating func keep(_ checker: any PayloadChecker, for schema: RegisteredSchema) {
        if checkers.count >= Self.mostCheckers || checkedBytes >= Self.mostCheckedBytes {
            checkers.removeAll()
            checkedBytes = 0
        }
        checkers[schema.id] = checker
        checkedBytes += schema.sizeInBytes
    }
}
