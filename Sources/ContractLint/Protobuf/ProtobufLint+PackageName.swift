import ContractModel

extension ProtobufLint {
    mutating func checkPackageName() {
        guard let span = file.packageSpan, !file.package.isEmpty,
            !file.package.split(separator: ".").allSatisfy({ NameForm.isLowerSnakeCase(String($0)) })
        else { return }
        add(.protobufPackageName, "packages have names like 'shop.order_lines.v1', unlike '\(file.package)'", at: span)
    }
}
