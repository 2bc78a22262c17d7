import ContractModel

/// Messages, enums, services and extensions that are no longer there.
extension ProtobufComparison {
    /// At source they have to stay in their file, since programs import files; names are taken without the package, whose
    /// change is told once. Below, to be found anywhere is enough.
    ///
    /// - Parameter counterpart: nil where the file is gone.
    func compareDeclarations(_ file: ProtobufFile, _ counterpart: ProtobufFile?) {
        let before = Declarations(of: file, in: old)
        let after = counterpart.map { Declarations(of: $0, in: new) } ?? Declarations()
        for (name, id) in before.inOrder where !after.names.contains(name) {
            switch id {
            case .message(let id):
                if level == .source || counterparts[id] == nil { reportDeleted(old[id]) }
            case .enumeration(let id):
                if level == .source || counterparts[id] == nil { reportDeleted(old[id]) }
            case .service(let id):
                let service = old[id]
                guard level == .source || counterparts[service] == nil else { continue }
                report(
                    .serviceDeleted, service.fullName, "the service '\(service.fullName)' is deleted",
                    old: (service.file, service.nameSpan))
            case .extension(let id):
                let field = old[id]
                guard level == .source || counterparts.ofExtension(field) == nil else { continue }
                report(
                    .extensionDeleted, old.fullName(of: field),
                    "the extension '\(old.fullName(of: field))', number \(field.number), is deleted",
                    old: (field.file, field.nameSpan))
            }
        }
    }

    private func reportDeleted(_ message: ProtobufMessage) {
        report(
            .messageDeleted, message.fullName, "the message '\(message.fullName)' is deleted",
            old: (message.file, message.nameSpan))
    }

    private func reportDeleted(_ enumeration: ProtobufEnum) {
        report(
            .enumDeleted, enumeration.fullName, "the enum '\(enumeration.fullName)' is deleted",
            old: (enumeration.file, enumeration.nameSpan))
    }
}

/// What a file declares, at any depth, by kind and name below its package.
private struct Declarations {
    enum ID {
        case message(ProtobufID<ProtobufMessage>)
        case enumeration(ProtobufID<ProtobufEnum>)
        case service(ProtobufID<ProtobufService>)
        case `extension`(ProtobufID<ProtobufField>)
    }

    struct Name: Hashable {
        enum Kind { case message, enumeration, service, `extension` }
        var kind: Kind
        var name: Substring
    }

    private(set) var inOrder: [(name: Name, id: ID)] = []
    private(set) var names: Set<Name> = []

    init() {}

    init(of file: ProtobufFile, in schema: ProtobufSchema) {
        let prefix = file.package.isEmpty ? 0 : file.package.utf8.count + 1
        var pending = Array(file.messages.reversed())
        while let id = pending.popLast() {
            let message = schema[id]
            if message.kind != .mapEntry { add(.message, message.fullName, prefix, .message(id)) }
            for id in message.enums { add(.enumeration, schema[id].fullName, prefix, .enumeration(id)) }
            for field in schema.extensions(in: message) {
                add(.extension, schema.fullName(of: field), prefix, .extension(field.id))
            }
            pending += message.messages.reversed()
        }
        for id in file.enums { add(.enumeration, schema[id].fullName, prefix, .enumeration(id)) }
        for field in schema.extensions(in: file) {
            add(.extension, schema.fullName(of: field), prefix, .extension(field.id))
        }
        for id in file.services { add(.service, schema[id].fullName, prefix, .service(id)) }
    }

    private mutating func add(_ kind: Name.Kind, _ fullName: String, _ prefix: Int, _ id: ID) {
        let name = Name(kind: kind, name: Substring(fullName.utf8.dropFirst(prefix)))
        inOrder.append((name, id))
        names.insert(name)
    }
}
