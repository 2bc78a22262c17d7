extension ProtobufSchema {
    /// A google.protobuf.FileDescriptorProto, as protoc writes it: fields by number, no source info, `json_name` always.
    package func descriptor(of file: ProtobufFile) -> [UInt8] {
        var writer = ProtobufWriter()
        writer.string(1, file.path)
        if !file.package.isEmpty { writer.string(2, file.package) }
        let imports = file.imports.filter { $0.modifier != .option }
        for statement in imports { writer.string(3, statement.path) }
        for id in file.messages { writer.data(4, descriptor(of: self[id])) }
        for id in file.enums { writer.data(5, descriptor(of: self[id])) }
        for id in file.services { writer.data(6, descriptor(of: self[id])) }
        for field in extensions(in: file) { writer.data(7, descriptor(of: field)) }
        writer.options(8, file.options, in: self)
        for (index, statement) in imports.enumerated() where statement.modifier == .public { writer.integer(10, Int64(index)) }
        for (index, statement) in imports.enumerated() where statement.modifier == .weak { writer.integer(11, Int64(index)) }
        if file.edition == .proto3 { writer.string(12, "proto3") }
        if file.edition.isEdition {
            writer.string(12, "editions")
            writer.integer(14, Int64(file.edition.rawValue))
        }
        for statement in file.imports where statement.modifier == .option { writer.string(15, statement.path) }
        return writer.bytes
    }

    /// A google.protobuf.FileDescriptorSet of files and all that they import, imported files first.
    package func descriptorSet(of roots: [ProtobufFile]) -> [UInt8] {
        var writer = ProtobufWriter()
        var done: Set<Int32> = []
        var open: [(file: ProtobufFile, next: Int)] = roots.reversed().map { ($0, 0) }
        while let (file, next) = open.last {
            if next < file.imports.count, !done.contains(file.id.index) {
                open[open.count - 1].next += 1
                if let imported = file.imports[next].file, !done.contains(imported.index) { open.append((self[imported], 0)) }
            } else {
                if done.insert(file.id.index).inserted { writer.data(1, descriptor(of: file)) }
                open.removeLast()
            }
        }
        return writer.bytes
    }

    private func descriptor(of message: ProtobufMessage) -> [UInt8] {
        var writer = ProtobufWriter()
        writer.string(1, message.name)
        for field in fields(of: message) { writer.data(2, descriptor(of: field)) }
        for id in message.messages { writer.data(3, descriptor(of: self[id])) }
        for id in message.enums { writer.data(4, descriptor(of: self[id])) }
        for range in message.extensionRanges {
            writer.message(5) { writer in
                writer.range(range.numbers, isEndIncluded: false)
                writer.options(3, range.options, in: self)
            }
        }
        for field in extensions(in: message) { writer.data(6, descriptor(of: field)) }
        if message.kind == .mapEntry {
            writer.message(7) { $0.bool(7, true) }
        } else {
            writer.options(7, message.options, in: self)
        }
        for oneof in oneofs(of: message) {
            writer.message(8) { writer in
                writer.string(1, oneof.name)
                writer.options(2, oneof.options, in: self)
            }
        }
        for range in message.reservedRanges { writer.message(9) { $0.range(range.numbers, isEndIncluded: false) } }
        for name in message.reservedNames { writer.string(10, name.name) }
        writer.visibility(11, message.visibility)
        return writer.bytes
    }

    private func descriptor(of field: ProtobufField) -> [UInt8] {
        var writer = ProtobufWriter()
        writer.string(1, field.name)
        if field.isExtension, field.message.index >= 0 { writer.string(2, "." + self[field.message].fullName) }
        writer.integer(3, Int64(field.number))
        // A required field of an edition is told by its features.
        let isRequired = field.cardinality == .required && field.label == .required
        writer.integer(4, field.isRepeated ? 3 : isRequired ? 2 : 1)
        switch field.type {
        case .scalar(let scalar): writer.integer(5, Int64(scalar.rawValue))
        case .message(let id):
            writer.integer(5, field.isGroup ? 10 : 11)
            writer.string(6, "." + self[id].fullName)
        case .enumeration(let id):
            writer.integer(5, 14)
            writer.string(6, "." + self[id].fullName)
        case .unresolved: break
        }
        if let text = defaultText(of: field) { writer.string(7, text) }
        writer.options(8, field.options, in: self)
        if let oneof = field.oneof { writer.integer(9, Int64(oneof.index) - Int64(self[field.message].oneofs.lowerBound)) }
        writer.string(10, field.jsonName)
        if field.isProto3Optional { writer.bool(17, true) }
        return writer.bytes
    }

    private func descriptor(of enumeration: ProtobufEnum) -> [UInt8] {
        var writer = ProtobufWriter()
        writer.string(1, enumeration.name)
        for value in values(of: enumeration) {
            writer.message(2) { writer in
                writer.string(1, value.name)
                writer.integer(2, Int64(value.number))
                writer.options(3, value.options, in: self)
            }
        }
        writer.options(3, enumeration.options, in: self)
        for range in enumeration.reservedRanges { writer.message(4) { $0.range(range.numbers, isEndIncluded: true) } }
        for name in enumeration.reservedNames { writer.string(5, name.name) }
        writer.visibility(6, enumeration.visibility)
        return writer.bytes
    }

    private func descriptor(of service: ProtobufService) -> [UInt8] {
        var writer = ProtobufWriter()
        writer.string(1, service.name)
        for method in methods(of: service) {
            writer.message(2) { writer in
                writer.string(1, method.name)
                if let input = method.input { writer.string(2, "." + self[input].fullName) }
                if let output = method.output { writer.string(3, "." + self[output].fullName) }
                if method.hasBlock, method.options.value == nil { writer.data(4, []) }
                writer.options(4, method.options, in: self)
                if method.isClientStreaming { writer.bool(5, true) }
                if method.isServerStreaming { writer.bool(6, true) }
            }
        }
        writer.options(3, service.options, in: self)
        return writer.bytes
    }
}

extension ProtobufWriter {
    fileprivate mutating func options(_ number: Int32, _ options: ProtobufOptions, in schema: ProtobufSchema) {
        if let value = options.value { data(number, schema.encodeOptions(value)) }
    }

    fileprivate mutating func range(_ numbers: ClosedRange<Int32>, isEndIncluded: Bool) {
        integer(1, Int64(numbers.lowerBound))
        integer(2, Int64(numbers.upperBound) + (isEndIncluded ? 0 : 1))
    }

    fileprivate mutating func visibility(_ number: Int32, _ visibility: ProtobufVisibility) {
        if visibility != .unsaid { integer(number, visibility == .local ? 1 : 2) }
    }
}
