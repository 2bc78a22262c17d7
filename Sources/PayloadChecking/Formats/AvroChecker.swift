import BrokerCore
import ContractModel
import Diagnostics

/// Avro's binary encoding, right behind the schema's id.
struct AvroChecker: PayloadChecker {
    let validator: AvroPayloadValidator

    func problem(in payload: FramedPayload) -> String? {
        validator.validate(payload.payload)?.message
    }
}

/// A schema that is `bytes` and nothing else: Confluent's serializer for Java writes the bytes as they are, others write their
/// length first, and so anything may be one.
struct AnyBytes: PayloadChecker {
    func problem(in payload: FramedPayload) -> String? { nil }
}

func makeAvroChecker(_ registered: RegisteredSchema) -> any PayloadChecker {
    var known: [String: AvroNamedType] = [:]
    // References may build on each other: what cannot be read yet is tried again once more is known.
    var open = registered.references.sorted { $0.key < $1.key }.map(\.value)
    while !open.isEmpty {
        var rest: [SourceFile] = []
        var failure: UnreadableSchema?
        for file in open {
            let (schema, diagnostics) = parseAvroSchema(file, known: known)
            if let schema {
                for name in schema.definedNames { known[name] = schema.types[name] }
            } else {
                rest.append(file)
                failure = failure ?? UnreadableSchema(diagnostics)
            }
        }
        if rest.count == open.count { return failure ?? UnreadableSchema(reason: "what it refers to cannot be read") }
        open = rest
    }
    let (schema, diagnostics) = parseAvroSchema(registered.text, known: known)
    guard let schema else { return UnreadableSchema(diagnostics) ?? UnreadableSchema(reason: "it is no Avro schema") }
    if case .primitive(.bytes, _) = schema.root { return AnyBytes() }
    return AvroChecker(validator: AvroPayloadValidator(schema))
}
