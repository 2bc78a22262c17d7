import Diagnostics

extension ProtobufLinker {
    /// The types of fields, what extensions extend and what methods take and give.
    mutating func resolveTypes(of file: Int) {
        let hasTypes = typeCursor.type < pendingTypes.count && Int(schema[pendingTypes[typeCursor.type].field].file.index) == file
        let hasExtendees = typeCursor.extendee < pendingExtendees.count && pendingExtendees[typeCursor.extendee].file == file
        let hasMethods = typeCursor.method < pendingMethodTypes.count && pendingMethodTypes[typeCursor.method].file == file
        guard hasTypes || hasExtendees || hasMethods else { return }
        look(from: file)
        while let next = typeCursor.type < pendingTypes.count ? pendingTypes[typeCursor.type] : nil,
            Int(schema[next.field].file.index) == file
        {
            typeCursor.type += 1
            resolveType(next, in: file)
        }
        while let next = typeCursor.extendee < pendingExtendees.count ? pendingExtendees[typeCursor.extendee] : nil,
            next.file == file
        {
            typeCursor.extendee += 1
            resolveExtendee(next)
        }
        while let next = typeCursor.method < pendingMethodTypes.count ? pendingMethodTypes[typeCursor.method] : nil,
            next.file == file
        {
            typeCursor.method += 1
            schema[next.method].input = findMessage(next.input, from: next.scope, in: file)
            schema[next.method].output = findMessage(next.output, from: next.scope, in: file)
        }
    }

    private mutating func resolveType(_ pending: PendingType, in file: Int) {
        guard let symbol = find(pending.path, from: pending.scope, typesOnly: true, wanted: "type", in: file) else { return }
        let found = scopes[symbol]
        switch found.kind {
        case .message:
            let message = schema.messages[Int(found.index)]
            if message.kind == .mapEntry {
                report(
                    .mapField, "'\(message.fullName)' is made for a map; only the map itself uses it", pending.path.span, in: file,
                    suggestion: "write map<…> again")
            }
            checkVisibility(symbol, from: pending.path.span, in: file)
            schema[pending.field].type = .message(message.id)
        case .enumeration:
            checkVisibility(symbol, from: pending.path.span, in: file)
            schema[pending.field].type = .enumeration(schema.enums[Int(found.index)].id)
        default:
            reportKind(symbol, wanted: "a type", at: pending.path.span, in: file)
        }
    }

    private mutating func resolveExtendee(_ pending: PendingExtendee) {
        guard let message = findMessage(pending.path, from: pending.scope, in: pending.file) else { return }
        for id in pending.fields { schema[id].message = message }
    }

    private mutating func findMessage(_ path: ProtobufPath, from scope: Int32, in file: Int) -> ProtobufID<ProtobufMessage>? {
        guard let symbol = find(path, from: scope, typesOnly: false, wanted: "message", in: file) else { return nil }
        guard scopes[symbol].kind == .message else {
            reportKind(symbol, wanted: "a message", at: path.span, in: file)
            return nil
        }
        checkVisibility(symbol, from: path.span, in: file)
        return schema.messages[Int(scopes[symbol].index)].id
    }

    mutating func reportKind(_ symbol: Int32, wanted: String, at span: ProtobufSpan, in file: Int) {
        let text = "'\(fullName(of: symbol))' is \(scopes[symbol].kind.description), not \(wanted)"
        var problem = ProtobufProblem(.wrongKind, text, span)
        if let (place, other) = place(of: symbol) { problem.secondary = [label("declared here", place, in: other)] }
        report(problem, in: file)
    }

    /// `local` symbols are their file's own (edition 2024). What a symbol is that does not say hangs on features, which are
    /// not known yet: they are checked later.
    private mutating func checkVisibility(_ symbol: Int32, from span: ProtobufSpan, in file: Int) {
        let owner = Int(scopes[symbol].file)
        guard owner != file, schema.files[owner].edition >= .edition2024 else { return }
        pendingVisibility.append((symbol, span, file))
    }

    /// Extensions by what they extend and their number, of all files.
    mutating func collectExtensions() {
        for field in schema.fields where field.isExtension && field.message.index >= 0 {
            let key = ProtobufSchema.ExtensionKey(message: field.message, number: field.number)
            guard let existing = schema.extensionsByNumber[key] else {
                schema.extensionsByNumber[key] = field.id
                continue
            }
            let first = schema[existing]
            var problem = ProtobufProblem(
                .duplicateNumber,
                "number \(field.number) of '\(schema[field.message].fullName)' is taken by the extension '\(schema.fullName(of: first))'",
                field.numberSpan)
            problem.secondary = [label("used here", first.numberSpan, in: Int(first.file.index))]
            report(problem, in: Int(field.file.index))
        }
    }
}
