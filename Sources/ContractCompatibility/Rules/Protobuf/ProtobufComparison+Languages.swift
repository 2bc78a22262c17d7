import ContractModel

/// What decides the types and checks of generated code, language by language.
extension ProtobufComparison {
    func compareLanguageFeatures(_ pair: ProtobufFieldPair) {
        compareJSType(pair)
        if let before = old.mapEntry(of: pair.old), let after = new.mapEntry(of: pair.new) {
            compareText(before.key, after.key, of: pair)
            compareText(before.value, after.value, of: pair)
        } else {
            compareText(pair.old, pair.new, of: pair)
        }
    }

    /// Of 64-bit integers alone, as the option is.
    private func compareJSType(_ pair: ProtobufFieldPair) {
        guard case .scalar(let before) = pair.old.type, before.is64BitInteger,
            case .scalar(let after) = pair.new.type,
            after.is64BitInteger
        else { return }
        let jstype: Int32 = 6
        let names = ["JS_NORMAL", "JS_STRING", "JS_NUMBER"]
        let types = (
            before: choice(jstype, pair.old.options) ?? 0, after: choice(jstype, pair.new.options) ?? 0
        )
        guard types.before != types.after, names.indices.contains(types.before),
            names.indices.contains(types.after)
        else { return }
        report(
            .fieldJSTypeChanged, pair, at: \.span,
            "the field '\(pair.old.name)' changes its 'jstype' from '\(names[types.before])' to '\(names[types.after])'"
        )
    }

    private func compareText(
        _ before: ProtobufField, _ after: ProtobufField, of pair: ProtobufFieldPair
    ) {
        guard case .scalar(let old) = before.type, case .scalar(let new) = after.type,
            old == .string || old == .bytes,
            new == .string || new == .bytes
        else { return }
        let types = (
            before: cppStringType(before, of: pair.old, in: self.old),
            after: cppStringType(after, of: pair.new, in: self.new)
        )
        if types.before != types.after {
            report(
                .fieldCppStringTypeChanged, pair, at: \.span,
                "the field '\(pair.old.name)' changes its string type of C++ from '\(types.before.rawValue)' to '\(types.after.rawValue)'"
            )
        }
        guard old == .string, new == .string else { return }
        if before.requiresUTF8 != after.requiresUTF8 {
            report(
                .fieldUTF8ValidationChanged, pair, at: \.span,
                "the field '\(pair.old.name)' \(after.requiresUTF8 ? "refuses" : "takes") text that is not UTF-8, which it did not"
            )
        }
        let checks = (
            before: isCheckedInJava(before, of: pair.old, in: self.old),
            after: isCheckedInJava(after, of: pair.new, in: self.new)
        )
        if checks.before != checks.after {
            report(
                .fieldJavaUTF8ValidationChanged, pair, at: \.span,
                "the field '\(pair.old.name)' is \(checks.after ? "checked to be UTF-8 by Java" : "checked to be UTF-8 by Java no more")"
            )
        }
    }

    private enum CppStringType: String {
        case string = "STRING"
        case cord = "CORD"
        case piece = "STRING_PIECE"
        case view = "VIEW"
    }

    /// - Parameter field: the key or the value of a map, or the field itself, which has the options.
    private func cppStringType(
        _ part: ProtobufField, of field: ProtobufField, in schema: ProtobufSchema
    ) -> CppStringType {
        let ctype: Int32 = 1
        switch choice(ctype, field.options) {
        case 1: return .cord
        case 2: return .piece
        case 0: return .string
        default: break
        }
        let cpp = (extension: Int32(1000), stringType: Int32(2))
        switch feature(cpp.stringType, of: cpp.extension, field, in: schema) {
        case 1: return .view
        case 2: return .cord
        case 3: return .string
        default: return schema[field.file].edition >= .edition2024 ? .view : .string
        }
    }

    private func isCheckedInJava(
        _ part: ProtobufField, of field: ProtobufField, in schema: ProtobufSchema
    ) -> Bool {
        let file = schema[field.file]
        let checksAll: Int32 = 27
        if file.options[checksAll].last?.bool == true { return true }
        let java = (extension: Int32(1001), utf8Validation: Int32(2), verify: 2)
        return feature(java.utf8Validation, of: java.extension, field, in: schema) == java.verify
    }

    /// A feature of one language, which a field has or its file: those in question can stand nowhere else.
    private func feature(
        _ number: Int32, of language: Int32, _ field: ProtobufField, in schema: ProtobufSchema
    ) -> Int? {
        let features = (ofField: Int32(21), ofFile: Int32(50))
        let written = [
            field.options.value?.message(features.ofField),
            schema[field.file].options.value?.message(features.ofFile),
        ]
        for set in written {
            if case .enumeration(let value)? = set?.message(language)?[number].last { return Int(value) }
        }
        return nil
    }

    private func choice(_ number: Int32, _ options: ProtobufOptions) -> Int? {
        if case .enumeration(let value)? = options[number].last { Int(value) } else { nil }
    }
}
