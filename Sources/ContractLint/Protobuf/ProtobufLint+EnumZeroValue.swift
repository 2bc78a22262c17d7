import ContractModel

extension ProtobufLint {
    /// 0 is what a field has that nobody set: a value of its own keeps that apart from a choice.
    mutating func checkZeroValue(_ enumeration: ProtobufEnum) {
        let values = schema.values(of: enumeration)
        guard let zero = values.first(where: { $0.number == 0 }) else {
            guard let first = values.first else { return }
            return add(
                .protobufEnumZeroValue, "the enum '\(enumeration.name)' has no value 0 for what nobody set", at: first.nameSpan,
                suggestion: "begin with '\(NameForm.upperSnakeCase(enumeration.name))_UNSPECIFIED = 0'")
        }
        guard !zero.name.hasSuffix("_UNSPECIFIED") else { return }
        add(
            .protobufEnumZeroValue, "0 is what nobody set, and '\(zero.name)' reads like a choice", at: zero.nameSpan,
            suggestion: "'\(NameForm.upperSnakeCase(enumeration.name))_UNSPECIFIED'")
    }
}
