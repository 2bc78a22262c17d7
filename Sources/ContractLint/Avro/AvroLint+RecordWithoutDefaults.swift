import ContractModel

extension AvroLint {
    /// Once a record, not once a field: identifiers rightly have no default.
    mutating func checkDefaults(_ fields: [AvroField], of type: AvroNamedType) {
        guard fields.count > 1, fields.allSatisfy({ $0.fallback == nil }) else { return }
        findings.add(
            .avroRecordWithoutDefaults,
            "no field of '\(type.fullName)' has a default: none can be removed later without breaking old readers", at: type.range,
            suggestion: "give a default to the fields that readers can do without")
    }
}
