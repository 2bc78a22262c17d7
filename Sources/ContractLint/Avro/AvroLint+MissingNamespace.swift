import ContractModel

extension AvroLint {
    /// A name without a namespace is one for the whole world, and generated code lands in the unnamed package.
    mutating func checkMissingNamespace() {
        guard case .named(let name) = schema.root, !name.contains("."), let type = schema.types[name] else { return }
        findings.add(
            .avroMissingNamespace, "the type '\(name)' has no namespace", at: type.range,
            suggestion: "add \"namespace\", in the manner of 'com.example.orders'")
    }
}
