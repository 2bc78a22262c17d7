import ContractModel

extension ProtobufLint {
    /// A required field can never be removed: readers that have it refuse messages without it.
    mutating func checkRequired(_ field: ProtobufField) {
        guard field.cardinality == .required else { return }
        add(
            .protobufRequiredField, "the field '\(field.name)' is required, and can never be removed or left out", at: field.nameSpan,
            suggestion: "make it optional, and let readers check that it is there")
    }
}
