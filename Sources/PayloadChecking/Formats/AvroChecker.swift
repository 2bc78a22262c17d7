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
    let (schema, diagnostics) = parseAvroSchema(registered.text, references: Array(registered.references.values))
    guard let schema else { return UnreadableSchema(diagnostics) ?? UnreadableSchema(reason: "it is no Avro schema") }
    if case .primitive(.bytes, _) = schema.root { return AnyBytes() }
    return AvroChecker(validator: AvroPayloadValidator(schema))
}
