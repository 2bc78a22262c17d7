extension ProtobufOptionTarget.Kind {
    /// The number of `features` in this kind's options.
    var featuresNumber: Int32 {
        switch self {
        case .file, .extensionRange: 50
        case .message: 12
        case .field: 21
        case .oneof: 1
        case .enumeration: 7
        case .enumValue: 2
        case .service: 34
        case .method: 35
        }
    }
}

extension ProtobufLinker {
    /// From files inward: each element has what is around it, and what it says itself.
    mutating func resolveFeatures() {
        for index in schema.files.indices {
            var features = ProtobufFeatures(defaultOf: schema.files[index].edition)
            features.apply(own: schema.files[index].options, .file)
            schema.files[index].features = features
        }
        // A message stands behind the one that it is in.
        for index in schema.messages.indices {
            let message = schema.messages[index]
            var features = message.parent.map { schema[$0].features } ?? schema[message.file].features
            features.apply(own: message.options, .message)
            schema.messages[index].features = features
        }
        for index in schema.fields.indices { resolveFieldFeatures(index) }
        for index in schema.enums.indices {
            let enumeration = schema.enums[index]
            var features = enumeration.parent.map { schema[$0].features } ?? schema[enumeration.file].features
            features.apply(own: enumeration.options, .enumeration)
            schema.enums[index].features = features
            schema.enums[index].isClosed = features.enumType == .closed
            schema.enums[index].allowsAlias = enumeration.options[2].last == .bool(true)
        }
        for index in schema.services.indices {
            var features = schema[schema.services[index].file].features
            features.apply(own: schema.services[index].options, .service)
            schema.services[index].features = features
        }
    }

    private mutating func resolveFieldFeatures(_ index: Int) {
        let field = schema.fields[index]
        var features: ProtobufFeatures
        if field.isExtension {
            features = field.scope.map { schema[$0].features } ?? schema[field.file].features
        } else {
            features = schema[field.message].features
        }
        if let oneof = field.oneof, !schema[oneof].options.isEmpty { features.apply(own: schema[oneof].options, .oneof) }
        // What older syntaxes say in other words.
        if !schema[field.file].edition.isEdition {
            if field.label == .required { features.fieldPresence = .legacyRequired }
            if field.isProto3Optional { features.fieldPresence = .explicit }
            if field.isGroup { features.messageEncoding = .delimited }
            if case .bool(let isPacked)? = field.options[2].last {
                features.repeatedFieldEncoding = isPacked ? .packed : .expanded
            }
        }
        if !field.options.isEmpty { features.apply(own: field.options, .field) }
        schema.fields[index].features = features
    }

    /// What follows from types and features.
    mutating func finishFields() {
        for index in schema.fields.indices { finishField(index) }
        for pending in pendingDefaults { setDefault(pending) }
        for (file, field, span) in pendingTexts where schema[field].requiresUTF8 {
            report(.optionValue, "'\(schema[field].name)' is text, and this is not UTF-8", span, in: file)
        }
    }

    private mutating func finishField(_ index: Int) {
        let field = schema.fields[index]
        var isMessage = false
        var isPackable = false
        var isString = false
        switch field.type {
        case .scalar(let scalar):
            isPackable = scalar.isPackable
            isString = scalar == .string
        case .enumeration: isPackable = true
        case .message(let id):
            isMessage = true
            schema.fields[index].isDelimited =
                field.features.messageEncoding == .delimited && schema[id].kind != .mapEntry
                && (field.isExtension || schema[field.message].kind != .mapEntry)
        case .unresolved: break
        }
        if field.isRepeated {
            schema.fields[index].presence = .none
            schema.fields[index].isPacked = isPackable && field.features.repeatedFieldEncoding == .packed
        } else {
            if field.features.fieldPresence == .legacyRequired, field.oneof == nil, !field.isExtension {
                schema.fields[index].cardinality = .required
            }
            if schema.fields[index].cardinality == .required, !field.isExtension {
                schema[field.message].requiredFields.append(Int32(index))
            }
            let isImplicit = field.features.fieldPresence == .implicit && !isMessage && field.oneof == nil && !field.isExtension
            schema.fields[index].presence = isImplicit ? .implicit : .explicit
        }
        schema.fields[index].requiresUTF8 = isString && field.features.utf8Validation == .verify
    }

    // MARK: Defaults

    private mutating func setDefault(_ pending: PendingDefault) {
        let field = schema[pending.field]
        let file = Int(field.file.index)
        let span = pending.value.span
        let place = OptionPlace(file: file, scope: files[file].scope, target: .field)
        if schema[field.file].edition == .proto3 {
            report(
                .notInThisEdition, "proto3 has no default values of one's own", span, in: file, suggestion: "remove the default")
        } else if field.isRepeated {
            report(.defaultValue, "a repeated field has no default: it is empty", span, in: file)
        } else if case .message = field.type {
            report(.defaultValue, "a message has no default: it is absent", span, in: file)
        } else if field.presence == .implicit {
            report(
                .defaultValue, "a field with implicit presence has no default of its own: absent is zero", span, in: file,
                suggestion: "write [features.field_presence = EXPLICIT]")
        } else {
            let before = files[file].problems.count
            schema[pending.field].defaultValue = convert(pending.value, to: field, at: place, isInMessage: false)
            if case .string(let bytes)? = schema[pending.field].defaultValue, firstInvalidUTF8(bytes) != nil, !field.requiresUTF8 {
                pendingTexts.removeLast()
            }
            files[file].recode(from: before, as: .defaultValue)
        }
    }
}

extension ProtobufFeatures {
    mutating func apply(own options: ProtobufOptions, _ kind: ProtobufOptionTarget.Kind) {
        if let value = options.value?.message(kind.featuresNumber) { apply(value) }
    }
}
