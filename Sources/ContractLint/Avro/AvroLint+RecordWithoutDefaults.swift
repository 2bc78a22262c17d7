import ContractModel

extension AvroLint {
    /// Of the event itself, and once, not for each field: identifiers rightly have no default, and small records within it
    /// often change as a whole.
    mutating func checkRecordDefaults() {
        guard case .named(let name) = schema.root, let type = schema.types[name], let fields = type.fields, fields.count > 1,
            fields.allSatisfy({ $0.fallback == nil })
        else { return }
        findings.add(
            .avroRecordWithoutDefaults,
            "no field of '\(type.fullName)' has a default: none can be removed later without breaking old readers", at: type.range,
            suggestion: "give a default to the fields that readers can do without")
    }
}
