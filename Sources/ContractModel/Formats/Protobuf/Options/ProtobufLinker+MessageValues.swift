import Diagnostics

extension ProtobufLinker {
    /// The inside of `{}` → a value of a message.
    mutating func convertMessage(
        _ members: [ProtobufValueSyntax.Member], to type: ProtobufID<ProtobufMessage>, at place: OptionPlace
    ) -> ProtobufMessageValue? {
        var message = ProtobufMessageValue(type: type)
        var isWhole = true
        for member in members {
            if case .any(let prefix, let path) = member.name {
                if let value = convertAny(member, prefix: prefix, path: path, in: type, at: place) {
                    if !message.fields.isEmpty {
                        report(.optionTwice, "an Any holds one value", member.nameSpan, in: place.file)
                    }
                    message = value
                } else {
                    isWhole = false
                }
                continue
            }
            guard let id = field(member, of: type, at: place) else {
                isWhole = false
                continue
            }
            let field = schema[id]
            let existing = message.position(of: id)
            if let existing, !field.isRepeated {
                var problem = ProtobufProblem(.optionTwice, "'\(field.name)' is set twice", member.nameSpan)
                problem.secondary = [label("first set here", message.fields[existing].span, in: place.file)]
                report(problem, in: place.file)
                isWhole = false
                continue
            }
            guard existing != nil || checkOneof(of: field, in: message, member.nameSpan, place.file) else {
                isWhole = false
                continue
            }
            var values: [ProtobufValue] = []
            if case .list(let elements) = member.value.content {
                guard field.isRepeated else {
                    reportValue(member.value, expected: "one value", of: field, place.file)
                    isWhole = false
                    continue
                }
                for element in elements {
                    let value = convert(element, to: field, at: place, isInMessage: true)
                    if let value { values.append(value) } else { isWhole = false }
                }
            } else if let value = convert(member.value, to: field, at: place, isInMessage: true) {
                values = [value]
            } else {
                isWhole = false
            }
            if values.isEmpty { continue }
            if let existing {
                for value in values { message.add(value, at: existing) }
            } else {
                message.append(.init(id: id, number: field.number, values: values, span: member.nameSpan))
            }
        }
        return isWhole ? message : nil
    }

    private mutating func field(
        _ member: ProtobufValueSyntax.Member, of type: ProtobufID<ProtobufMessage>, at place: OptionPlace
    ) -> ProtobufID<ProtobufField>? {
        switch member.name {
        case .any: return nil
        case .field(let id):
            if let field = ownOrGroup(id, of: type, place.file) { return field }
            let name = name(id, in: place.file)
            let near = meant(by: name, in: place.file, among: schema.fields(of: schema[type]).lazy.map(\.name))
            report(
                .unknownOption, "'\(schema[type].fullName)' has no field '\(name)'", member.nameSpan, in: place.file,
                suggestion: near ?? "extensions stand in brackets: [\(name)]")
            return nil
        case .extension(let path):
            // From the scope around the message, as protoc does it.
            let scope = scopes[messageSymbols[Int(type.index)]].parent
            guard let symbol = find(path, from: scope, typesOnly: false, wanted: "extension", in: place.file) else { return nil }
            if scopes[symbol].kind == .message, schema[type].isMessageSet,
                let inner = messageSetExtension(of: schema.messages[Int(scopes[symbol].index)], in: type)
            {
                return inner
            }
            guard scopes[symbol].kind == .extension, schema.fields[Int(scopes[symbol].index)].message == type else {
                reportKind(symbol, wanted: "an extension of '\(schema[type].fullName)'", at: path.span, in: place.file)
                return nil
            }
            return schema.fields[Int(scopes[symbol].index)].id
        }
    }

    /// By its name; a group also by its message's, which is how the text format writes it.
    private mutating func ownOrGroup(
        _ id: ProtobufNames.ID, of type: ProtobufID<ProtobufMessage>, _ file: Int
    ) -> ProtobufID<ProtobufField>? {
        if let field = member(files[file].names[Int(id.index)], of: type) { return field }
        let text = name(id, in: file)
        guard let field = member(names.id(of: text.lowercased()).index, of: type), case .message(let group) = schema[field].type,
            schema[group].name == text
        else { return nil }
        return field
    }

    /// A message set may name an extension by its message.
    private func messageSetExtension(
        of message: ProtobufMessage, in set: ProtobufID<ProtobufMessage>
    ) -> ProtobufID<ProtobufField>? {
        schema.extensions(in: message).first { $0.message == set && $0.type == .message(message.id) }?.id
    }

    // MARK: Any

    /// `[type.googleapis.com/foo.Bar] { … }` → a google.protobuf.Any that holds it.
    private mutating func convertAny(
        _ member: ProtobufValueSyntax.Member, prefix: String, path: ProtobufPath, in type: ProtobufID<ProtobufMessage>,
        at place: OptionPlace
    ) -> ProtobufMessageValue? {
        let any = schema[type]
        guard any.fullName == "google.protobuf.Any", let url = schema.field(1, of: any), let bytes = schema.field(2, of: any) else {
            report(.optionValue, "only google.protobuf.Any takes the URL of a type", member.nameSpan, in: place.file)
            return nil
        }
        guard prefix == "type.googleapis.com" || prefix == "type.googleprod.com" else {
            report(
                .optionValue, "the URL of a type begins with type.googleapis.com/, not \(prefix)/", member.nameSpan, in: place.file)
            return nil
        }
        var whole = path
        whole.isAbsolute = true
        guard let symbol = find(whole, from: ProtobufScopes.root, typesOnly: false, wanted: "message", in: place.file) else { return nil }
        guard scopes[symbol].kind == .message else {
            reportKind(symbol, wanted: "a message", at: path.span, in: place.file)
            return nil
        }
        let inner = schema.messages[Int(scopes[symbol].index)]
        guard case .message(let members) = member.value.content else {
            report(.optionValue, "the value of an Any is a message: { … }", member.value.span, in: place.file)
            return nil
        }
        guard let value = convertMessage(members, to: inner.id, at: place) else { return nil }
        var message = ProtobufMessageValue(type: type)
        let text = prefix + "/" + inner.fullName
        message.append(.init(id: url.id, number: 1, values: [.string(Array(text.utf8))], span: member.nameSpan))
        let encoded = schema.encode(value)
        message.append(.init(id: bytes.id, number: 2, values: [.bytes(encoded)], span: member.nameSpan))
        return message
    }

    // MARK: Required fields

    private mutating func required(by message: ProtobufID<ProtobufMessage>) -> [ProtobufID<ProtobufField>] {
        if let known = requiredByMessage[message] { return known }
        let required = schema.fields(of: schema[message]).filter { $0.cardinality == .required }.map(\.id)
        requiredByMessage[message] = required
        return required
    }

    /// A value written as `{}` has all required fields, in it and below.
    mutating func checkRequired(of message: ProtobufMessageValue, _ span: ProtobufSpan, _ file: Int) {
        let missing = required(by: message.type).first { message.position(of: $0) == nil }
        if let missing {
            report(.optionValue, "the required field '\(schema.fullName(of: schema[missing]))' is missing", span, in: file)
        }
        for field in message.fields {
            for case .message(let inner) in field.values { checkRequired(of: inner, span, file) }
        }
    }
}
