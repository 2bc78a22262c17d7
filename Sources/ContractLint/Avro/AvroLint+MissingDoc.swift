import ContractModel

extension AvroLint {
    /// Of the event itself only: a doc for each field is a matter of taste.
    mutating func checkMissingDoc() {
        guard case .named(let name) = schema.root, let type = schema.types[name], type.fields != nil,
            type.documentation?.allSatisfy(\.isWhitespace) ?? true
        else { return }
        findings.add(
            .avroMissingDoc, "the record '\(name)' does not say what it tells", at: type.range,
            suggestion: "add \"doc\": when the event is sent, and what it means")
    }
}
