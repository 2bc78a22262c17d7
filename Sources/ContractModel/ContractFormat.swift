/// The languages in which events are described.
package enum ContractFormat: String, Sendable, Hashable, CaseIterable {
    case avro
    case jsonSchema = "json-schema"
    case protobuf
    case xsd
}
