import ContractModel

extension ProtobufLint {
    mutating func checkMessageName(_ message: ProtobufMessage) {
        guard !NameForm.isPascalCase(message.name) else { return }
        add(.protobufMessageName, "messages have names like 'OrderLine', unlike '\(message.name)'", at: message.nameSpan)
    }
}
