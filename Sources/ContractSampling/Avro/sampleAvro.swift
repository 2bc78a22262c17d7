import ContractModel
import ContractPayloads
import Determinism
import LocatedJSON

/// A value of a schema, in the JSON and the binary encoding.
package func sampleAvro(_ schema: AvroSchema, using generator: inout SeededGenerator) throws(SamplingFailure) -> Sample {
    let value = try sampleAvroValue(schema, using: &generator)
    let json = value.json(schema)
    guard let bytes = try? encodeAvro(value, schema), AvroPayloadValidator(schema).validate(bytes) == nil,
        schema.validateJSON(json, limit: 1).isEmpty
    else { throw SamplingFailure(reason: "no value was found that meets the schema") }
    return Sample(json: json, bytes: bytes)
}

/// A value of a schema. Logical types get what they stand for: a uuid's text, a date of these years.
package func sampleAvroValue(_ schema: AvroSchema, using generator: inout SeededGenerator) throws(SamplingFailure) -> AvroValue {
    var sampling = AvroSampling(schema: schema, generator: generator)
    defer { generator = sampling.generator }
    guard let value = sampling.value(schema.root, name: "", depth: 0) else {
        throw SamplingFailure(reason: "no value of the schema has an end, or it is enormous")
    }
    return value
}

private struct AvroSampling {
    let schema: AvroSchema
    let smallest: AvroSmallestValues
    var generator: SeededGenerator
    /// Beyond it, what follows is made as small as can be.
    private var valuesLeft = 300
    private static let comfortableDepth = 6

    init(schema: AvroSchema, generator: SeededGenerator) {
        self.schema = schema
        self.generator = generator
        smallest = AvroSmallestValues(schema)
    }

    private mutating func pick<Element>(_ elements: [Element]) -> Element? { elements.randomElement(using: &generator) }

    mutating func value(_ type: AvroType, name: String, depth: Int) -> AvroValue? {
        valuesLeft -= 1
        guard valuesLeft > 0, depth < Self.comfortableDepth else { return smallest.value(type) }
        switch type {
        case .primitive(let primitive, let logical): return primitiveValue(primitive, logical, name)
        case .array(let item):
            guard smallest.hasValue(item) else { return .array([]) }
            return .array((0..<Int.random(in: 0...3, using: &generator)).compactMap { _ in value(item, name: name, depth: depth + 1) })
        case .map(let inner):
            guard smallest.hasValue(inner) else { return .map([]) }
            let keys = ["blue", "red", "green", "a", "b"].shuffled(using: &generator).prefix(Int.random(in: 0...3, using: &generator))
            return .map(keys.compactMap { key in value(inner, name: name, depth: depth + 1).map { AvroMember(key, $0) } })
        case .union(let branches):
            guard let number = pick(branches.indices.filter { smallest.hasValue(branches[$0]) }) else { return nil }
            return value(branches[number], name: name, depth: depth + 1).map { .union(number, $0) }
        case .named(let typeName):
            switch schema.types[typeName]?.content {
            case nil: return nil
            case .enumeration(let symbols, _): return pick(symbols).map { .enumeration($0) }
            case .fixed(let size, let logical):
                guard size <= 1 << 16 else { return nil }
                return .fixed(fixed(size, logical))
            case .record(let fields):
                var members: [AvroMember] = []
                for field in fields {
                    guard let value = value(field.type, name: field.name, depth: depth + 1) else { return nil }
                    members.append(AvroMember(field.name, value))
                }
                return .record(members)
            }
        }
    }

    private mutating func primitiveValue(_ primitive: AvroType.Primitive, _ logical: AvroLogicalType?, _ name: String) -> AvroValue {
        switch primitive {
        case .null: return .null
        case .boolean: return .boolean(Bool.random(using: &generator))
        case .int:
            switch logical {
            case .plain("date"): return .int(Int32.random(in: 18_000...22_000, using: &generator))
            case .plain("time-millis"): return .int(Int32.random(in: 0..<86_400_000, using: &generator))
            default: return .int(Int32(truncatingIfNeeded: SampleWords.integer(in: Int64(Int32.min)...Int64(Int32.max), &generator)))
            }
        case .long: return .long(long(logical))
        case .float: return .float(Float(SampleWords.number(&generator)))
        case .double: return .double(SampleWords.number(&generator))
        case .bytes:
            if case .decimal(let precision, _)? = logical { return .bytes(decimal(precision, most: 8)) }
            return .bytes(bytes(Int.random(in: 0...8, using: &generator)))
        case .string:
            if logical == .plain("uuid") { return .string(SampleWords.uuid(&generator)) }
            return .string(SampleWords.text(named: name, &generator))
        }
    }

    private mutating func long(_ logical: AvroLogicalType?) -> Int64 {
        let second = Int64.random(in: 1_577_836_800...1_893_456_000, using: &generator)
        switch logical {
        case .plain("timestamp-millis"), .plain("local-timestamp-millis"): return second * 1_000
        case .plain("timestamp-micros"), .plain("local-timestamp-micros"): return second * 1_000_000
        case .plain("timestamp-nanos"), .plain("local-timestamp-nanos"): return second * 1_000_000_000
        case .plain("time-micros"): return Int64.random(in: 0..<86_400_000_000, using: &generator)
        default: return SampleWords.integer(in: .min ... .max, &generator)
        }
    }

    private mutating func fixed(_ size: Int, _ logical: AvroLogicalType?) -> [UInt8] {
        guard case .decimal(let precision, _)? = logical else { return bytes(size) }
        let digits = decimal(precision, most: min(size, 8))
        let sign: UInt8 = (digits.first ?? 0) >= 0x80 ? 0xFF : 0
        return Array(repeating: sign, count: max(0, size - digits.count)) + digits.suffix(size)
    }

    /// An unscaled number of at most so many digits, the highest byte first.
    private mutating func decimal(_ precision: Int, most: Int) -> [UInt8] {
        let largest = (0..<min(precision, 15)).reduce(Int64(1)) { value, _ in value * 10 } - 1
        let bound = most >= 8 ? largest : min(largest, (Int64(1) << (8 * Int64(most) - 1)) - 1)
        let value = Int64.random(in: -bound...bound, using: &generator)
        return (0..<most).reversed().map { UInt8(truncatingIfNeeded: value >> (8 * Int64($0))) }
    }

    private mutating func bytes(_ count: Int) -> [UInt8] { (0..<count).map { _ in UInt8.random(in: .min ... .max, using: &generator) } }
}
