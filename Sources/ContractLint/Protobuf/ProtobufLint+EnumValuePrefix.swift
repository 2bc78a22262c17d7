import ContractModel

extension ProtobufLint {
    /// Values stand beside their enum, not in it: two enums of one package cannot both have `OPEN`.
    mutating func checkValuePrefixes(_ enumeration: ProtobufEnum) {
        let prefix = NameForm.upperSnakeCase(enumeration.name) + "_"
        for value in schema.values(of: enumeration) where !value.name.hasPrefix(prefix) {
            add(
                .protobufEnumValuePrefix,
                "'\(value.name)' does not begin with the name of its enum, and stands beside it in the package",
                at: value.nameSpan, suggestion: "'\(prefix)\(NameForm.upperSnakeCase(value.name))'")
        }
    }
}
