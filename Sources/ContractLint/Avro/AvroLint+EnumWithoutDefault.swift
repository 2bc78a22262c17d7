import ContractModel

extension AvroLint {
    mutating func checkEnumDefault(_ type: AvroNamedType) {
        guard case .enumeration(let symbols, nil) = type.content else { return }
        let neutral = symbols.first { ["UNKNOWN", "UNSPECIFIED", "OTHER"].contains($0.uppercased()) }
        findings.add(
            .avroEnumWithoutDefault,
            "the enum '\(type.fullName)' has no default: no symbol can be added without breaking old readers", at: type.range,
            suggestion: neutral.map { "add \"default\": \"\($0)\"" }
                ?? "add a symbol for what is not known yet, and make it the default")
    }
}
