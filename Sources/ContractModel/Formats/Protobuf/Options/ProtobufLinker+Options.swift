import Diagnostics

extension ProtobufLinker {
    /// Where an option stands.
    struct OptionPlace {
        var file: Int
        var scope: Int32
        var target: ProtobufOptionTarget.Kind
    }

    /// Options as written → values of google.protobuf.FileOptions and its like, extensions included.
    mutating func interpretAllOptions() {
        let types = Dictionary(
            uniqueKeysWithValues: ProtobufOptionTarget.Kind.allCases.map { ($0, schema.messagesByName[$0.optionsName]) })
        var viewer = -1
        for index in pendingOptions.indices {
            let pending = pendingOptions[index]
            if pending.file != viewer {
                viewer = pending.file
                look(from: viewer, withOptionImports: true)
            }
            interpret(pending, type: types[pending.target.kind] ?? nil)
        }
    }

    private mutating func interpret(_ pending: PendingOptions, type: ProtobufID<ProtobufMessage>?) {
        let place = OptionPlace(file: pending.file, scope: pending.scope, target: pending.target.kind)
        var value = type.map { ProtobufMessageValue(type: $0) }
        var options = ProtobufOptions()
        var pseudo: Set<String> = []
        let told = files[pending.file].problems.count
        for option in pending.options {
            let name = option.name.map { text(of: $0, in: pending.file) }.joined(separator: ".")
            options.written.append(.init(name: name, span: option.span, valueSpan: option.value.span))
            if case .field(let field) = pending.target, case .field(let id) = option.name[0].name {
                let first = self.name(id, in: pending.file)
                if first == "default" || first == "json_name" {
                    if !pseudo.insert(first).inserted {
                        report(.optionTwice, "'\(first)' is set twice", option.nameSpan, in: pending.file)
                    } else if option.name.count > 1 {
                        report(.unknownOption, "'\(first)' is one value and has no parts", option.nameSpan, in: pending.file)
                    } else if first == "default" {
                        pendingDefaults.append(PendingDefault(field: field, value: option.value))
                    } else {
                        setJSONName(of: field, to: option.value, in: pending.file)
                    }
                    continue
                }
            }
            if value != nil { set(option.name[...], of: option, in: &value!, at: place, isOutermost: true) }
        }
        if let value, !value.fields.isEmpty { options.value = value }
        // What a map's key and value have from the map is told of the map.
        if isOfMapEntry(pending.target) { files[pending.file].keepProblems(told) }
        keep(options, of: pending.target)
    }

    private func text(of part: ProtobufOptionSyntax.NamePart, in file: Int) -> String {
        switch part.name {
        case .field(let id): name(id, in: file)
        case .extension(let path): "(\(files[file].tree.text(of: path)))"
        }
    }

    func isOfMapEntry(_ target: ProtobufOptionTarget) -> Bool {
        guard case .field(let id) = target, !schema[id].isExtension else { return false }
        return schema[schema[id].message].kind == .mapEntry
    }

    // MARK: The way to the field

    /// Sets the field that the name leads to, making the messages on the way.
    private mutating func set(
        _ name: ArraySlice<ProtobufOptionSyntax.NamePart>, of option: ProtobufOptionSyntax, in message: inout ProtobufMessageValue,
        at place: OptionPlace, isOutermost: Bool
    ) {
        guard let part = name.first, let id = field(part, of: message.type, at: place) else { return }
        let field = schema[id]
        if isOutermost, !mayBeSet(field, part.span, at: place) { return }
        let existing = message.position(of: id)
        if name.count == 1 {
            if let existing, !field.isRepeated {
                var problem = ProtobufProblem(.optionTwice, "'\(field.name)' is set twice", option.nameSpan)
                problem.secondary = [label("first set here", message.fields[existing].span, in: place.file)]
                return report(problem, in: place.file)
            }
            guard checkOneof(of: field, in: message, option.nameSpan, place.file),
                let value = convert(option.value, to: field, at: place, isInMessage: false)
            else { return }
            add(value, to: field, of: &message, at: existing, option.nameSpan)
            return
        }
        guard case .message(let type) = field.type, !field.isRepeated else {
            let what = field.isRepeated ? "repeated" : "no message"
            report(
                .unknownOption, "'\(field.name)' is \(what), so nothing in it can be set by name", name[name.startIndex + 1].span,
                in: place.file, suggestion: field.isRepeated ? "set it to a whole value: { … }" : nil)
            return
        }
        guard existing != nil || checkOneof(of: field, in: message, option.nameSpan, place.file) else { return }
        var inner = existing.flatMap { message.takeMessage(at: $0) } ?? ProtobufMessageValue(type: type)
        set(name.dropFirst(), of: option, in: &inner, at: place, isOutermost: false)
        if let existing {
            message.setMessage(inner, at: existing)
        } else {
            message.append(.init(id: id, number: field.number, values: [.message(inner)], span: option.nameSpan))
        }
    }

    func add(
        _ value: ProtobufValue, to field: ProtobufField, of message: inout ProtobufMessageValue, at existing: Int?, _ span: ProtobufSpan
    ) {
        if let existing {
            message.add(value, at: existing)
        } else {
            message.append(.init(id: field.id, number: field.number, values: [value], span: span))
        }
    }

    /// The field that a part of an option's name means.
    private mutating func field(
        _ part: ProtobufOptionSyntax.NamePart, of type: ProtobufID<ProtobufMessage>, at place: OptionPlace
    ) -> ProtobufID<ProtobufField>? {
        switch part.name {
        case .field(let id):
            if let field = member(files[place.file].names[Int(id.index)], of: type) { return field }
            let name = name(id, in: place.file)
            let near = meant(by: name, in: place.file, among: schema.fields(of: schema[type]).lazy.map(\.name))
            report(
                .unknownOption, "'\(schema[type].fullName)' has no field '\(name)'", part.span, in: place.file,
                suggestion: near ?? "options that are extensions stand in parentheses: (\(name))")
            return nil
        case .extension(let path):
            guard let symbol = find(path, from: place.scope, typesOnly: false, wanted: "option", in: place.file) else { return nil }
            let kind = scopes[symbol].kind
            guard kind == .extension || kind == .field else {
                reportKind(symbol, wanted: "an option", at: path.span, in: place.file)
                return nil
            }
            let field = schema.fields[Int(scopes[symbol].index)]
            guard field.message == type else {
                let text = field.isExtension && field.message.index >= 0
                    ? "'\(fullName(of: symbol))' extends '\(schema[field.message].fullName)', not '\(schema[type].fullName)'"
                    : "'\(fullName(of: symbol))' is no option of \(place.target.description)"
                report(.unknownOption, text, path.span, in: place.file)
                return nil
            }
            if case .field = scopes[symbol].kind {
                warn(
                    .unknownOption, "'\(field.name)' is no extension, and needs neither parentheses nor its full name", part.span,
                    in: place.file, suggestion: "write \(field.name)")
            }
            return field.id
        }
    }

    /// A message's own field by the linker's number of its name.
    func member(_ name: UInt32, of type: ProtobufID<ProtobufMessage>) -> ProtobufID<ProtobufField>? {
        guard let symbol = scopes.child(name, of: messageSymbols[Int(type.index)]), scopes[symbol].kind == .field else { return nil }
        return schema.fields[Int(scopes[symbol].index)].id
    }

    /// What compilers set and people do not, and what another edition has.
    private mutating func mayBeSet(_ field: ProtobufField, _ span: ProtobufSpan, at place: OptionPlace) -> Bool {
        guard !field.isExtension else { return true }
        if field.name == "uninterpreted_option" {
            report(.optionNotAllowed, "'uninterpreted_option' is the compiler's own", span, in: place.file)
            return false
        }
        if field.name == "map_entry", place.target == .message {
            report(.optionNotAllowed, "'map_entry' is set by the compiler", span, in: place.file, suggestion: "write a field map<…>")
            return false
        }
        if field.name == "features", !files[place.file].tree.edition.isEdition {
            report(
                .feature, "features are of editions, and this is \(files[place.file].tree.edition.text)", span, in: place.file,
                suggestion: "begin the file with: edition = \"2023\";")
            return false
        }
        return true
    }

    /// Of a oneof one field is set.
    mutating func checkOneof(
        of field: ProtobufField, in message: ProtobufMessageValue, _ span: ProtobufSpan, _ file: Int
    ) -> Bool {
        guard let oneof = field.oneof, !schema[oneof].isSynthetic,
            let other = message.fields.first(where: { $0.id != field.id && schema[$0.id].oneof == oneof })
        else { return true }
        var problem = ProtobufProblem(
            .optionTwice, "'\(field.name)' and '\(schema[other.id].name)' are of one oneof, so one of them is set", span)
        problem.secondary = [label("first set here", other.span, in: file)]
        report(problem, in: file)
        return false
    }

    // MARK: json_name

    private mutating func setJSONName(of id: ProtobufID<ProtobufField>, to value: ProtobufValueSyntax, in file: Int) {
        guard case .string(let bytes) = value.content, firstInvalidUTF8(bytes) == nil else {
            return report(.optionValue, "'json_name' is a string", value.span, in: file)
        }
        let name = String(decoding: bytes, as: UTF8.self)
        if schema[id].isExtension {
            report(.jsonName, "extensions have no JSON name of their own", value.span, in: file)
        } else if bytes.contains(0) {
            report(.jsonName, "a JSON name holds no NUL", value.span, in: file)
        } else if name.hasPrefix("["), name.hasSuffix("]") {
            report(.jsonName, "names in brackets are those of extensions", value.span, in: file)
        }
        schema[id].jsonName = name
        schema[id].hasCustomJSONName = true
    }
}
