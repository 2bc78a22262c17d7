import ContractModel

/// What of the new version stands where the old one has something. Names are looked up once each, so that fields are
/// compared by ids.
struct ProtobufCounterparts {
    private var files: [ProtobufID<ProtobufFile>?]
    private var messages: [ProtobufID<ProtobufMessage>?]
    private var enums: [ProtobufID<ProtobufEnum>?]
    private var extensions: [ExtensionKey: ProtobufID<ProtobufField>] = [:]
    private var services: [String: ProtobufID<ProtobufService>] = [:]

    private struct ExtensionKey: Hashable {
        /// Of the new version.
        var message: ProtobufID<ProtobufMessage>
        var number: Int32
    }

    init(old: ProtobufSchema, new: ProtobufSchema, roots: (old: String, new: String)?) {
        files = old.files.map { file in
            new.file(at: file.path == roots?.old ? roots?.new ?? file.path : file.path)?.id
        }
        messages = old.messages.map { new.message(named: $0.fullName)?.id }
        enums = old.enums.map { new.enumeration(named: $0.fullName)?.id }
        for field in new.fields where field.isExtension {
            extensions[ExtensionKey(message: field.message, number: field.number)] = field.id
        }
        for service in new.services { services[service.fullName] = service.id }
    }

    subscript(file: ProtobufFile) -> ProtobufID<ProtobufFile>? { files[Int(file.id.index)] }

    /// Nil also for what an extension extends if that could not be found.
    subscript(id: ProtobufID<ProtobufMessage>) -> ProtobufID<ProtobufMessage>? {
        messages.indices.contains(Int(id.index)) ? messages[Int(id.index)] : nil
    }

    subscript(id: ProtobufID<ProtobufEnum>) -> ProtobufID<ProtobufEnum>? { enums[Int(id.index)] }

    subscript(service: ProtobufService) -> ProtobufID<ProtobufService>? { services[service.fullName] }

    /// Of an extension: what extends the same message under the same number, whatever its name.
    func ofExtension(_ field: ProtobufField) -> ProtobufID<ProtobufField>? {
        self[field.message].flatMap { extensions[ExtensionKey(message: $0, number: field.number)] }
    }
}
