import ContractModel
import LocatedJSON

/// How much is written of what a message holds.
package struct ProtobufJSONStyle: Sendable, Hashable {
    /// `order_id` as the contract has it, in place of `orderId`.
    package var usesContractNames = false

    package init() {}
}

/// A message of the wire format as JSON. Source: https://protobuf.dev/programming-guides/json
///
/// 64-bit numbers are strings, bytes base64, enums names, NaN and the infinities strings; google.protobuf's Timestamp,
/// Duration, Any, Struct, FieldMask and wrappers have forms of their own. Fields that the contract does not know are left out.
///
/// - Throws: what is wrong with the bytes; `unknownType` for an Any of a type that the schema does not have.
package func protobufJSON(
    _ bytes: [UInt8], message: ProtobufMessage, in schema: ProtobufSchema, style: ProtobufJSONStyle = .init(),
    limits: PayloadLimits = .init()
) throws(PayloadError) -> JSONNode {
    try decodeProtobuf(bytes, message: message, in: schema, limits: limits).json(in: schema, style: style, limits: limits)
}

/// JSON as a message of the wire format.
///
/// - Throws: `mismatched` where the JSON is none of the message's type; a name that the contract does not know included.
package func protobufBinary(
    _ json: JSONNode, message: ProtobufMessage, in schema: ProtobufSchema, limits: PayloadLimits = .init()
) throws(PayloadError) -> [UInt8] {
    encodeProtobuf(try ProtobufDatum(json: json, message: message, in: schema, limits: limits), in: schema)
}
