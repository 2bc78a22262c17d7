import ContractModel

extension ProtobufLint {
    mutating func checkValueNames(_ enumeration: ProtobufEnum) {
        for value in schema.values(of: enumeration) where !NameForm.isUpperSnakeCase(value.name) {
            add(.protobufEnumValueName, "values of enums have names in UPPER_SNAKE_CASE, unlike '\(value.name)'", at: value.nameSpan)
        }
    }
}
