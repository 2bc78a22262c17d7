import ContractModel
import ContractPayloads
import Determinism
import LocatedJSON

/// A message of a type, in ProtoJSON and the wire format.
package func sampleProtobuf(
    _ message: ProtobufMessage, in schema: ProtobufSchema, using generator: inout SeededGenerator
) throws(SamplingFailure) -> Sample {
    for _ in 0..<20 {
        let datum = try sampleProtobufDatum(message, in: schema, using: &generator)
        let bytes = encodeProtobuf(datum, in: schema)
        guard schema.validate(bytes, as: message, limit: 1).isEmpty, let json = try? datum.json(in: schema) else { continue }
        return Sample(json: json, bytes: bytes)
    }
    throw SamplingFailure(reason: "no message was found that meets the contract")
}

/// A message of a type. Timestamps, durations and their like hold what JSON can write.
package func sampleProtobufDatum(
    _ message: ProtobufMessage, in schema: ProtobufSchema, using generator: inout SeededGenerator
) throws(SamplingFailure) -> ProtobufDatum {
    var sampling = ProtobufSampling(schema: schema, generator: generator.split())
    guard let datum = sampling.message(message, depth: 0) else {
        throw SamplingFailure(reason: "no message of '\(message.fullName)' has an end: it requires itself")
    }
    return datum
}

struct ProtobufSampling {
    let schema: ProtobufSchema
    var generator: SeededGenerator
    /// Fields on the way to what is looked for, which are always there.
    var focus: Set<ProtobufID<ProtobufField>> = []
    /// Values at the edges of their types.
    var isTrying = false
    private var valuesLeft = 300
    private static let comfortableDepth = 4
    private static let maximumDepth = 30

    init(schema: ProtobufSchema, generator: SeededGenerator) {
        self.schema = schema
        self.generator = generator
    }

    private mutating func chance(_ of: Int) -> Bool { Int.random(in: 0..<of, using: &generator) == 0 }

    mutating func message(_ message: ProtobufMessage, depth: Int) -> ProtobufDatum? {
        valuesLeft -= 1
        guard depth < Self.maximumDepth, valuesLeft > -1_000 else { return nil }
        if let special = special(message, depth: depth) { return special }
        var datum = ProtobufDatum(type: message.id)
        let isRoomy = depth < Self.comfortableDepth && valuesLeft > 0
        var oneofs: [ProtobufID<ProtobufOneof>: Int32] = [:]
        for oneof in schema.oneofs(of: message) where !oneof.isSynthetic {
            let members = schema.fields(of: message).filter { $0.oneof == oneof.id }
            oneofs[oneof.id] = (members.first { focus.contains($0.id) } ?? members.randomElement(using: &generator))?.number
        }
        var fields: [ProtobufDatum.Field] = []
        for field in schema.fields(of: message).sorted(by: { $0.number < $1.number }) {
            guard field.type != .unresolved else { continue }
            let isNeeded = field.cardinality == .required || focus.contains(field.id)
            if let oneof = field.oneof, let chosen = oneofs[oneof], chosen != field.number { continue }
            guard isNeeded || (isRoomy && !chance(isTrying ? 2 : 6)) else { continue }
            let values = self.values(field, isNeeded: isNeeded, depth: depth)
            if values.isEmpty {
                if field.cardinality == .required { return nil }
                continue
            }
            fields.append(ProtobufDatum.Field(id: field.id, number: field.number, values: values))
        }
        datum.fields = fields
        return datum
    }

    private mutating func values(_ field: ProtobufField, isNeeded: Bool, depth: Int) -> [ProtobufDatumValue] {
        guard field.isRepeated else {
            guard let value = value(field, depth: depth) else { return [] }
            // What is as good as absent is left out, as writers do.
            return field.presence == .implicit && isZero(value) ? [] : [value]
        }
        let count = Int.random(in: (isNeeded ? 1 : 0)...2, using: &generator)
        if let (key, content) = schema.mapEntry(of: field), case .message(let entry) = field.type {
            var entries: [ProtobufDatumValue] = []
            var keys: [ProtobufDatumValue] = []
            for _ in 0..<count {
                guard let name = value(key, depth: depth), !keys.contains(name), let held = value(content, depth: depth + 1) else {
                    continue
                }
                keys.append(name)
                let fields = [(key, name), (content, held)].map { ProtobufDatum.Field(id: $0.id, number: $0.number, values: [$1]) }
                entries.append(.message(ProtobufDatum(type: entry, fields: fields)))
            }
            return entries
        }
        return (0..<count).compactMap { _ in value(field, depth: depth) }
    }

    private func isZero(_ value: ProtobufDatumValue) -> Bool {
        switch value {
        case .bool(let value): !value
        case .signed(let value): value == 0
        case .unsigned(let value): value == 0
        case .float(let value): value.bitPattern == 0
        case .double(let value): value.bitPattern == 0
        case .string(let text): text.isEmpty
        case .bytes(let bytes): bytes.isEmpty
        case .enumeration(let number): number == 0
        case .message: false
        }
    }

    private mutating func value(_ field: ProtobufField, depth: Int) -> ProtobufDatumValue? {
        switch field.type {
        case .unresolved: return nil
        case .message(let id): return message(schema[id], depth: depth + 1).map { .message($0) }
        case .enumeration(let id): return schema.values(of: schema[id]).randomElement(using: &generator).map { .enumeration($0.number) }
        case .scalar(let scalar): return self.scalar(scalar, field.name)
        }
    }

    private mutating func scalar(_ scalar: ProtobufScalar, _ name: String) -> ProtobufDatumValue {
        switch scalar {
        case .bool: return .bool(Bool.random(using: &generator))
        case .string: return .string(SampleWords.text(named: name, &generator))
        case .bytes:
            if isTrying, chance(2) { return .bytes([0xFF, 0xFE]) }
            return .bytes((0..<Int.random(in: 0...6, using: &generator)).map { _ in UInt8.random(in: 0...255, using: &generator) })
        case .double: return .double(SampleWords.number(&generator))
        case .float: return .float(Float(SampleWords.number(&generator)))
        case .int32, .sint32, .sfixed32: return .signed(integer(Int64(Int32.min)...Int64(Int32.max)))
        case .int64, .sint64, .sfixed64: return .signed(integer(.min ... .max))
        case .uint32, .fixed32: return .unsigned(UInt64(integer(0...Int64(UInt32.max))))
        case .uint64, .fixed64: return .unsigned(chance(10) ? .max : UInt64(integer(0 ... .max)))
        }
    }

    private mutating func integer(_ range: ClosedRange<Int64>) -> Int64 {
        if isTrying, chance(2) { return chance(2) ? range.lowerBound : range.upperBound }
        return SampleWords.integer(in: range, &generator)
    }

    // MARK: google.protobuf

    /// Nil where a message is as any other.
    private mutating func special(_ message: ProtobufMessage, depth: Int) -> ProtobufDatum? {
        guard message.fullName.hasPrefix("google.protobuf.") else { return nil }
        func field(_ number: Int32, _ value: ProtobufDatumValue) -> ProtobufDatum.Field? {
            schema.field(number, of: message).map { .init(id: $0.id, number: number, values: [value]) }
        }
        switch message.fullName.dropFirst("google.protobuf.".count) {
        case "Timestamp", "Duration":
            let isTime = message.name == "Timestamp"
            let seconds = Int64.random(in: isTime ? 1_577_836_800...1_893_456_000 : 1...100_000, using: &generator)
            let nanos = chance(2) ? nil : field(2, .signed(Int64.random(in: 1...999, using: &generator) * 1_000_000))
            return ProtobufDatum(type: message.id, fields: [field(1, .signed(seconds)), nanos].compactMap { $0 })
        case "FieldMask":
            let path = "\(SampleWords.word(&generator)).some_name"
            return ProtobufDatum(type: message.id, fields: [field(1, .string(path))].compactMap { $0 })
        case "Value":
            let scalars: [(Int32, ProtobufDatumValue)] = [
                (1, .enumeration(0)), (2, .double(SampleWords.number(&generator))), (3, .string(SampleWords.word(&generator))),
                (4, .bool(true)),
            ]
            guard let (number, value) = scalars.randomElement(using: &generator) else { return nil }
            return ProtobufDatum(type: message.id, fields: [field(number, value)].compactMap { $0 })
        case "Any":
            // Of a message of the contract, where there is one that fits.
            let own = schema.messages.filter { $0.kind == .written && !schema[$0.file].isWellKnown }
            guard depth < Self.comfortableDepth, let type = own.randomElement(using: &generator),
                let inner = self.message(type, depth: depth + 2)
            else { return ProtobufDatum(type: message.id) }
            let bytes = encodeProtobuf(inner, in: schema)
            let content = bytes.isEmpty ? nil : field(2, .bytes(bytes))
            let name = field(1, .string("type.googleapis.com/\(type.fullName)"))
            return ProtobufDatum(type: message.id, fields: [name, content].compactMap { $0 })
        default: return nil
        }
    }
}
