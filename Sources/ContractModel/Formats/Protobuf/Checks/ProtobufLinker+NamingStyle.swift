extension ProtobufLinker {
    /// From edition 2024 on, names follow Protobuf's style guide unless features.enforce_naming_style says otherwise.
    /// Source: https://protobuf.dev/programming-guides/style
    mutating func checkNaming(of file: Int) {
        let descriptor = schema.files[file]
        guard descriptor.edition >= .edition2024 else { return }
        if descriptor.features.namingStyle != .legacy, let span = descriptor.packageSpan,
            !descriptor.package.split(separator: ".").allSatisfy({ isSnakeCase($0.utf8, isUpper: false) })
        {
            report(.namingStyle, "a package has a name in lower_snake_case, unlike '\(descriptor.package)'", span, in: file)
        }
        var open = descriptor.messages
        var enums = descriptor.enums
        while let id = open.popLast() {
            checkNaming(of: schema[id], in: file)
            open += schema[id].messages
            enums += schema[id].enums
        }
        for id in enums { checkNaming(of: schema[id], in: file) }
        for field in schema.extensions(in: descriptor) { checkNaming(of: field, in: file) }
        for id in descriptor.services {
            let service = schema[id]
            if service.features.namingStyle != .legacy { checkTitleCase(service.name, "service", service.nameSpan, in: file) }
            for method in schema.methods(of: service) {
                var features = service.features
                features.apply(own: method.options, .method)
                if features.namingStyle != .legacy { checkTitleCase(method.name, "rpc", method.nameSpan, in: file) }
            }
        }
    }

    private mutating func checkNaming(of message: ProtobufMessage, in file: Int) {
        guard message.kind == .written else { return }
        if message.features.namingStyle != .legacy { checkTitleCase(message.name, "message", message.nameSpan, in: file) }
        for field in schema.fields(of: message) { checkNaming(of: field, in: file) }
        for field in schema.extensions(in: message) { checkNaming(of: field, in: file) }
        for oneof in schema.oneofs(of: message) where !oneof.isSynthetic {
            var features = message.features
            features.apply(own: oneof.options, .oneof)
            if features.namingStyle != .legacy, !isSnakeCase(oneof.name.utf8, isUpper: false) {
                report(.namingStyle, "a oneof has a name in lower_snake_case, unlike '\(oneof.name)'", oneof.nameSpan, in: file)
            }
        }
    }

    private mutating func checkNaming(of field: ProtobufField, in file: Int) {
        guard field.features.namingStyle != .legacy, !isSnakeCase(field.name.utf8, isUpper: false) else { return }
        report(.namingStyle, "a field has a name in lower_snake_case, unlike '\(field.name)'", field.nameSpan, in: file)
    }

    private mutating func checkNaming(of enumeration: ProtobufEnum, in file: Int) {
        if enumeration.features.namingStyle != .legacy { checkTitleCase(enumeration.name, "enum", enumeration.nameSpan, in: file) }
        for value in schema.values(of: enumeration) {
            var features = enumeration.features
            features.apply(own: value.options, .enumValue)
            if features.namingStyle != .legacy, !isSnakeCase(value.name.utf8, isUpper: true) {
                report(
                    .namingStyle, "a value of an enum has a name in UPPER_SNAKE_CASE, unlike '\(value.name)'", value.nameSpan, in: file)
            }
        }
    }

    private mutating func checkTitleCase(_ name: String, _ what: String, _ span: ProtobufSpan, in file: Int) {
        let first = name.utf8.first ?? 0
        guard !(first &- UInt8(ascii: "A") < 26) || name.utf8.contains(UInt8(ascii: "_")) else { return }
        let article = what == "enum" || what == "rpc" ? "an" : "a"
        report(.namingStyle, "\(article) \(what) has a name in TitleCase, unlike '\(name)'", span, in: file)
    }

    /// Words of letters and digits that begin with a letter, one underscore between them.
    private func isSnakeCase(_ name: some Collection<UInt8>, isUpper: Bool) -> Bool {
        let first = UInt8(ascii: isUpper ? "A" : "a")
        var isWordStart = true
        for byte in name {
            if byte == UInt8(ascii: "_") {
                if isWordStart { return false }
                isWordStart = true
            } else if byte &- first < 26 {
                isWordStart = false
            } else if isWordStart || !ProtobufLexer.isDigit(byte) {
                return false
            }
        }
        return !isWordStart
    }
}
