import ContractModel

extension AvroLint {
    /// Who writes null for a field mostly means that it may be missing, which takes a default.
    mutating func checkNullableDefault(_ field: AvroField) {
        guard field.fallback == nil, case .union(let branches) = field.type,
            let index = branches.firstIndex(of: .primitive(.null, logical: nil))
        else { return }
        findings.add(
            .avroNullableWithoutDefault, "the field '\(field.name)' may be null, and has no default", at: field.range,
            suggestion: index == 0 ? "add \"default\": null" : "put \"null\" first in its type, and add \"default\": null")
    }
}
