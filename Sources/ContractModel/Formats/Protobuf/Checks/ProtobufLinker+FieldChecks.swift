import Diagnostics

extension ProtobufLinker {
    mutating func checkField(_ index: Int) {
        let field = schema.fields[index]
        let file = Int(field.file.index)
        if field.isExtension {
            checkExtension(field, in: file)
        } else if schema[field.message].kind == .mapEntry {
            return
        }
        checkMapKey(of: field, in: file)
        checkClosedEnum(of: field, in: file)
        if !field.options.isEmpty {
            checkFieldOptions(of: field, in: file)
            if let features = field.options.value?.message(21) { checkFeatures(features, of: field, in: file) }
        }
    }

    private mutating func checkMapKey(of field: ProtobufField, in file: Int) {
        guard let (key, value) = schema.mapEntry(of: field) else { return }
        let text: String
        switch key.type {
        case .scalar(.float), .scalar(.double), .scalar(.bytes): text = "'\(schema[field.file].source.text(key.typeSpan))'"
        case .enumeration: text = "an enum"
        case .message: text = "a message"
        case .scalar, .unresolved: text = ""
        }
        if !text.isEmpty {
            report(.mapField, "the keys of a map are integers, booleans or strings, not \(text)", key.typeSpan, in: file)
        }
        if case .enumeration(let id) = value.type, let first = schema.values(of: schema[id]).first, first.number != 0,
            schema[field.file].edition != .proto2
        {
            report(
                .mapField, "the first value of an enum in a map is zero, and '\(first.name)' is \(first.number)", value.typeSpan, in: file)
        }
    }

    /// An open default of zero has no place in an enum that is closed.
    private mutating func checkClosedEnum(of field: ProtobufField, in file: Int) {
        guard case .enumeration(let id) = field.type, schema[id].isClosed else { return }
        let enumeration = schema[id]
        if schema.files[file].edition == .proto3 || field.presence == .implicit {
            var problem = ProtobufProblem(
                .closedEnum,
                "'\(enumeration.fullName)' is a closed enum, and '\(field.name)' has to take numbers that it does not name",
                field.typeSpan, suggestion: "use an enum of proto3 or an edition, or one with features.enum_type = OPEN")
            problem.secondary = [label("closed enum", enumeration.nameSpan, in: Int(enumeration.file.index))]
            report(problem, in: file)
        }
    }

    // MARK: Options

    private mutating func checkFieldOptions(of field: ProtobufField, in file: Int) {
        let options = field.options
        let edition = schema.files[file].edition
        var scalar: ProtobufScalar?
        if case .scalar(let found) = field.type { scalar = found }
        var isMessage = false
        if case .message(let id) = field.type { isMessage = schema[id].kind != .mapEntry }
        func span(_ number: Int32) -> ProtobufSpan { options.value?.fields.first { $0.number == number }?.span ?? field.nameSpan }

        if !options[2].isEmpty {
            if edition.isEdition {
                report(
                    .optionNotAllowed, "editions have no option 'packed'", span(2), in: file,
                    suggestion: "write features.repeated_field_encoding = PACKED")
            } else if options[2].last == .bool(true) || !field.isRepeated, !isPackable(field) {
                report(.optionNotAllowed, "only repeated numbers, booleans and enums are packed", span(2), in: file)
            }
        }
        for number: Int32 in [5, 15] where options[number].last == .bool(true) && (!isMessage || field.isDelimited) {
            let name = number == 5 ? "lazy" : "unverified_lazy"
            report(.optionNotAllowed, "only messages that are sent with their length are '\(name)'", span(number), in: file)
        }
        if case .enumeration(let value)? = options[6].last, value != 0, scalar?.is64BitInteger != true {
            report(.optionNotAllowed, "'jstype' is for integers of 64 bits, which JavaScript has no numbers for", span(6), in: file)
        }
        if case .enumeration(let value)? = options[1].last, edition.isEdition {
            if scalar != .string, scalar != .bytes {
                report(.optionNotAllowed, "'ctype' is for strings and bytes", span(1), in: file)
            } else if value == 1, field.isExtension {
                report(.optionNotAllowed, "an extension has no ctype CORD", span(1), in: file)
            }
        }
    }

    private func isPackable(_ field: ProtobufField) -> Bool {
        guard field.isRepeated else { return false }
        switch field.type {
        case .scalar(let scalar): return scalar.isPackable
        case .enumeration, .unresolved: return true
        case .message: return false
        }
    }

    private mutating func checkFeatures(_ features: ProtobufMessageValue, of field: ProtobufField, in file: Int) {
        var isMessage = false
        if case .message = field.type { isMessage = true }
        let isMap = schema.mapEntry(of: field) != nil
        for feature in features.fields {
            guard case .enumeration(let value)? = feature.values.last else { continue }
            var problem: String?
            switch feature.number {
            case 1:
                if field.isRepeated {
                    problem = "a repeated field has no presence"
                } else if field.oneof != nil {
                    problem = "the presence of a oneof's field is explicit"
                } else if field.isExtension {
                    problem = "the presence of an extension is explicit"
                } else if isMessage, value == 2 {
                    problem = "the presence of a message is explicit"
                }
            case 3:
                if !field.isRepeated {
                    problem = "only repeated fields have an encoding of repeated values"
                } else if value == 1, !isPackable(field) {
                    problem = "only repeated numbers, booleans and enums are packed"
                }
            case 4:
                var isText = field.type == .scalar(.string)
                if let (key, value) = schema.mapEntry(of: field) {
                    isText = key.type == .scalar(.string) || value.type == .scalar(.string)
                }
                if !isText { problem = "only strings are checked for UTF-8" }
            case 5:
                if !isMessage || isMap { problem = "only messages have an encoding of messages, and maps are length-prefixed" }
            default: break
            }
            if let problem { report(.feature, problem, feature.span, in: file) }
        }
    }
}
