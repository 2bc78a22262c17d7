extension ContractIdentity {
    /// Of a type that every Protobuf compiler brings along: its file is named, not held.
    static func wellKnown(_ name: String) -> ContractIdentity { ContractIdentity(format: .protobuf, name: name, schema: "") }
}
