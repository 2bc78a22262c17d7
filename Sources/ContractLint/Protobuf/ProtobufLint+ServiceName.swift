import ContractModel

extension ProtobufLint {
    mutating func checkServiceName(_ service: ProtobufService) {
        if !NameForm.isPascalCase(service.name) {
            add(.protobufServiceName, "services have names like 'OrderService', unlike '\(service.name)'", at: service.nameSpan)
        }
        for method in schema.methods(of: service) where !NameForm.isPascalCase(method.name) {
            add(.protobufServiceName, "methods have names like 'GetOrder', unlike '\(method.name)'", at: method.nameSpan)
        }
    }
}
