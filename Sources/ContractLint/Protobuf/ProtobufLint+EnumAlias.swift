import ContractModel

extension ProtobufLint {
    /// JSON has the first name whichever was meant.
    mutating func checkEnumAlias(_ enumeration: ProtobufEnum) {
        guard enumeration.allowsAlias else { return }
        add(.protobufEnumAlias, "the enum '\(enumeration.name)' has several names for one number", at: enumeration.nameSpan)
    }
}
