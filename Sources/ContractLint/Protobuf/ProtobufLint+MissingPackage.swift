import ContractModel

extension ProtobufLint {
    mutating func checkPackage() {
        guard file.package.isEmpty else { return }
        add(
            .protobufMissingPackage, "the file has no package: its names are for the whole world", at: ProtobufSpan(start: 0, end: 0),
            suggestion: "add 'package shop.orders.v1;', as it fits")
    }
}
