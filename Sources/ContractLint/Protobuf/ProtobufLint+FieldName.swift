import ContractModel

extension ProtobufLint {
    /// The name in JSON follows from it, and the names in generated code do.
    mutating func checkFieldName(_ field: ProtobufField) {
        guard !field.isGroup, !NameForm.isLowerSnakeCase(field.name) else { return }
        add(
            .protobufFieldName, "fields have names in lower_snake_case, unlike '\(field.name)'", at: field.nameSpan,
            suggestion: "'\(NameForm.lowerSnakeCase(field.name))', before anybody uses it")
    }
}
