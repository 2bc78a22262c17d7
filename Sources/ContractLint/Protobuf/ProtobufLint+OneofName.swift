import ContractModel

extension ProtobufLint {
    mutating func checkOneofName(_ oneof: ProtobufOneof) {
        guard !NameForm.isLowerSnakeCase(oneof.name) else { return }
        add(
            .protobufOneofName, "oneofs have names in lower_snake_case, unlike '\(oneof.name)'", at: oneof.nameSpan,
            suggestion: "'\(NameForm.lowerSnakeCase(oneof.name))'")
    }
}
