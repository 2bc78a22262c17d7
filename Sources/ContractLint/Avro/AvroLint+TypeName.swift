import ContractModel

extension AvroLint {
    mutating func checkTypeName(_ type: AvroNamedType) {
        let name = type.fullName.split(separator: ".").last.map(String.init) ?? type.fullName
        guard !NameForm.isPascalCase(name) else { return }
        findings.add(.avroTypeName, "types have names like 'OrderLine', unlike '\(name)'", at: type.range)
    }
}
