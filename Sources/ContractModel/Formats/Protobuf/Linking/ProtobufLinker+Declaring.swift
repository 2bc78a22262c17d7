import Diagnostics

extension ProtobufLinker {
    /// Puts what files declare into the schema and the scopes; types, options and features stay open.
    mutating func declareFiles(from first: Int) {
        scopes.reserve(files[first...].reduce(scopes.symbols.count) { $0 + $1.tree.names.texts.count })
        for file in first..<files.count { declareFile(file) }
    }

    private mutating func declareFile(_ file: Int) {
        let tree = files[file].tree
        let scope = declarePackage(of: tree, in: file)
        files[file].scope = scope
        schema.files[file].packageSpan = tree.package?.span
        schema.files[file].imports = zip(tree.imports, files[file].imports).map { statement, index in
            ProtobufFile.Import(
                path: statement.path, modifier: statement.modifier, file: index < 0 ? nil : ProtobufID(index), span: statement.span)
        }
        postpone(tree.body.options, of: .file(files[file].id), scope: scope, in: file)
        let body = declareBody(tree.body, parent: nil, scope: scope, in: file)
        schema.files[file].messages = body.messages
        schema.files[file].enums = body.enums
        schema.files[file].extensions = body.extensions
        for service in tree.services { declareService(service, scope: scope, in: file) }
    }

    private mutating func declarePackage(of tree: ProtobufSyntaxTree, in file: Int) -> Int32 {
        guard let package = tree.package else { return ProtobufScopes.root }
        var scope = ProtobufScopes.root
        for part in tree.parts(of: package) {
            let name = files[file].names[Int(part.index)]
            if let existing = scopes.child(name, of: scope), scopes[existing].kind == .package {
                scope = existing
                continue
            }
            let (symbol, existing) = scopes.declare(name, in: scope, .package, index: 0, file: file)
            if let existing { reportDuplicate(symbol, existing, at: package.span, in: file) }
            scope = symbol
        }
        return scope
    }

    func name(_ id: ProtobufNames.ID, in file: Int) -> String { files[file].tree.names[id] }

    mutating func declare(
        _ name: ProtobufNames.ID, in scope: Int32, _ kind: ProtobufScopes.Kind, index: Int, file: Int, at span: ProtobufSpan
    ) -> Int32 {
        let (symbol, existing) = scopes.declare(files[file].names[Int(name.index)], in: scope, kind, index: index, file: file)
        if let existing { reportDuplicate(symbol, existing, at: span, in: file) }
        return symbol
    }

    private mutating func reportDuplicate(_ symbol: Int32, _ existing: Int32, at span: ProtobufSpan, in file: Int) {
        let old = scopes[existing].kind
        let new = scopes[symbol].kind
        let name = fullName(of: symbol)
        var problem = ProtobufProblem(.duplicateName, "'\(name)' is declared twice", span)
        if old != new { problem.message = "'\(name)' is \(old.description) already, so it cannot be \(new.description)" }
        if let (firstSpan, firstFile) = place(of: existing) {
            problem.secondary = [label("first declared here", firstSpan, in: firstFile)]
        }
        if new == .enumValue || old == .enumValue {
            problem.notes = ["values of an enum stand beside the enum, not in it: two enums of one scope cannot share a value's name"]
        }
        report(problem, in: file)
    }

    // MARK: Messages

    typealias DeclaredBody = (
        messages: [ProtobufID<ProtobufMessage>], enums: [ProtobufID<ProtobufEnum>], extensions: Range<Int>
    )

    /// What a file and a message have in common: nested messages, enums and extensions.
    private mutating func declareBody(
        _ body: ProtobufBodySyntax, parent: ProtobufID<ProtobufMessage>?, scope: Int32, in file: Int
    ) -> DeclaredBody {
        let firstExtension = schema.fields.count
        for field in body.extensions { _ = declareField(field, of: parent, isExtension: true, scope: scope, in: file) }
        let extensions = firstExtension..<schema.fields.count
        var byExtendee = Array(repeating: [ProtobufID<ProtobufField>](), count: body.extendees.count)
        for (index, field) in zip(extensions, body.extensions) {
            if let extendee = field.extendee { byExtendee[Int(extendee)].append(ProtobufID(index)) }
        }
        for (path, ids) in zip(body.extendees, byExtendee) {
            if ids.isEmpty { report(.emptyDefinition, "an extend without a field extends nothing", path.span, in: file) }
            pendingExtendees.append(PendingExtendee(fields: ids, path: path, scope: scope, file: file))
        }
        var messages: [ProtobufID<ProtobufMessage>] = []
        messages.reserveCapacity(body.messages.count)
        for message in body.messages { messages.append(declareMessage(message, parent: parent, scope: scope, in: file)) }
        for (index, field) in zip(extensions, body.extensions) { linkImplied(field, at: index, to: messages) }
        let enums = body.enums.map { declareEnum($0, parent: parent, scope: scope, in: file) }
        return (messages, enums, extensions)
    }

    /// A group's or a map's field → the message that it implies.
    private mutating func linkImplied(
        _ field: ProtobufFieldSyntax, at index: Int, to messages: [ProtobufID<ProtobufMessage>]
    ) {
        switch field.type {
        case .group(let position), .map(let position): schema.fields[index].type = .message(messages[Int(position)])
        case .scalar, .named: break
        }
    }

    private mutating func declareMessage(
        _ syntax: ProtobufMessageSyntax, parent: ProtobufID<ProtobufMessage>?, scope: Int32, in file: Int
    ) -> ProtobufID<ProtobufMessage> {
        let id = ProtobufID<ProtobufMessage>(schema.messages.count)
        let name = name(syntax.name, in: file)
        let outer = parent.map { schema[$0].fullName } ?? schema.files[file].package
        let message = ProtobufMessage(
            id: id, file: files[file].id, parent: parent,
            kind: syntax.kind == .group ? .group : syntax.kind == .mapEntry ? .mapEntry : .written, name: name,
            fullName: outer.isEmpty ? name : outer + "." + name, visibility: syntax.visibility, nameSpan: syntax.nameSpan,
            span: syntax.span)
        schema.messages.append(message)
        let symbol = declare(syntax.name, in: scope, .message, index: Int(id.index), file: file, at: syntax.nameSpan)
        messageSymbols.append(symbol)
        schema.messagesByName[message.fullName] = schema.messagesByName[message.fullName] ?? id

        let body = syntax.body
        postpone(body.options, of: .message(id), scope: scope, in: file)
        declareFieldsAndOneofs(body, of: id, scope: symbol, in: file)
        schema[id].isMessageSet = body.options.contains { isMessageSetOption($0, in: file) }
        declareRanges(of: body, in: id, scope: scope, file: file)
        let inner = declareBody(body, parent: id, scope: symbol, in: file)
        for (index, field) in zip(schema[id].fields, body.fields) { linkImplied(field, at: index, to: inner.messages) }
        schema[id].messages = inner.messages
        schema[id].enums = inner.enums
        schema[id].extensions = inner.extensions
        return id
    }

    /// `option message_set_wire_format = true`, looked at before options are, because field numbers hang on it.
    private func isMessageSetOption(_ option: ProtobufOptionSyntax, in file: Int) -> Bool {
        guard option.name.count == 1, case .identifier("true", false) = option.value.content else { return false }
        switch option.name[0].name {
        case .field(let id): return name(id, in: file) == "message_set_wire_format"
        case .extension(let path): return files[file].tree.parts(of: path).last.map { name($0, in: file) } == "message_set_wire_format"
        }
    }

    // MARK: Services

    private mutating func declareService(_ syntax: ProtobufServiceSyntax, scope: Int32, in file: Int) {
        let id = ProtobufID<ProtobufService>(schema.services.count)
        let name = name(syntax.name, in: file)
        let package = schema.files[file].package
        var service = ProtobufService(
            id: id, file: files[file].id, name: name, fullName: package.isEmpty ? name : package + "." + name,
            nameSpan: syntax.nameSpan, span: syntax.span)
        let first = schema.methods.count
        service.methods = first..<first + syntax.methods.count
        schema.services.append(service)
        schema.files[file].services.append(id)
        let symbol = declare(syntax.name, in: scope, .service, index: Int(id.index), file: file, at: syntax.nameSpan)
        postpone(syntax.options, of: .service(id), scope: scope, in: file)
        for method in syntax.methods {
            let methodID = ProtobufID<ProtobufMethod>(schema.methods.count)
            schema.methods.append(
                ProtobufMethod(
                    id: methodID, service: id, name: self.name(method.name, in: file), isClientStreaming: method.isClientStreaming,
                    isServerStreaming: method.isServerStreaming, hasBlock: method.hasBlock, nameSpan: method.nameSpan, span: method.span))
            _ = declare(method.name, in: symbol, .method, index: Int(methodID.index), file: file, at: method.nameSpan)
            postpone(method.options, of: .method(methodID), scope: symbol, in: file)
            pendingMethodTypes.append(
                PendingMethodType(method: methodID, input: method.input, output: method.output, scope: symbol, file: file))
        }
    }
}
