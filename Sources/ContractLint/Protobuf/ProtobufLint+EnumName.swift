import ContractModel

extension ProtobufLint {
    mutating func checkEnumName(_ enumeration: ProtobufEnum) {
        guard !NameForm.isPascalCase(enumeration.name) else { return }
        add(.protobufEnumName, "enums have names like 'OrderStatus', unlike '\(enumeration.name)'", at: enumeration.nameSpan)
    }
}
