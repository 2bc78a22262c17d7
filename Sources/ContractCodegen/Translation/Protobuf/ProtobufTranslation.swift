import ContractModel
import Diagnostics

/// One .proto file on its way to Swift.
struct ProtobufTranslation {
    let schema: ProtobufSchema
    let file: ProtobufFile
    let input: ContractInput
    let types: ProtobufTypeNames
    let boxed: Set<ProtobufID<ProtobufField>>
    let requiring: Set<ProtobufID<ProtobufMessage>>
    var diagnostics: [Diagnostic] = []
    /// Files whose text the output holds, in the order in which it was asked for.
    var texts: [ProtobufID<ProtobufFile>] = []

    init(schema: ProtobufSchema, file: ProtobufFile, input: ContractInput) {
        self.schema = schema
        self.file = file
        self.input = input
        types = ProtobufTypeNames(schema: schema, options: input.options)
        boxed = boxedFields(of: schema)
        requiring = requiringMessages(of: schema)
    }

    var options: CodegenOptions { input.options }
    var emptyMap: String { options.maps == .pairs ? "[]" : "[:]" }

    /// Top-level types to declare: all of the file, and of others what these lead to.
    func neededTypes(besides inputs: Set<String>) -> [ProtobufDeclared] {
        var found: Set<ProtobufDeclared> = []
        var open: [ProtobufDeclared] = file.messages.map { .message($0) } + file.enums.map { .enumeration($0) }
        var order: [ProtobufDeclared] = []
        while !open.isEmpty {
            let type = open.removeFirst()
            guard found.insert(type).inserted else { continue }
            order.append(type)
            guard case .message(let id) = type else { continue }
            for target in targets(of: schema[id]) {
                let (_, owner, _) = identity(of: target)
                if owner.path != file.path, inputs.contains(owner.path) || runtimeType(of: target) != nil { continue }
                open.append(outermost(of: target))
            }
        }
        return order
    }

    /// What the fields of a message and of those inside of it are made of.
    private func targets(of message: ProtobufMessage) -> [ProtobufDeclared] {
        schema.fields(of: message).compactMap { field in
            switch field.type {
            case .message(let id): .message(id)
            case .enumeration(let id): .enumeration(id)
            case .scalar, .unresolved: nil
            }
        } + message.messages.flatMap { targets(of: schema[$0]) }
    }

    /// Whether one of these has a field that is a `Date`.
    func needsFoundation(_ types: [ProtobufDeclared]) -> Bool {
        func hasDate(_ message: ProtobufMessage) -> Bool {
            schema.fields(of: message).contains { isDate(schema.mapEntry(of: $0)?.value ?? $0) } || message.messages.contains { hasDate(schema[$0]) }
        }
        return types.contains { if case .message(let id) = $0 { hasDate(schema[id]) } else { false } }
    }

    private func outermost(of type: ProtobufDeclared) -> ProtobufDeclared {
        var type = type
        while let parent = parent(of: type) { type = .message(parent) }
        return type
    }

    private func parent(of type: ProtobufDeclared) -> ProtobufID<ProtobufMessage>? {
        switch type {
        case .message(let id): schema[id].parent
        case .enumeration(let id): schema[id].parent
        case .oneof(let id): schema[id].message
        }
    }

    func identity(of type: ProtobufDeclared) -> (name: String, file: ProtobufFile, span: ProtobufSpan) {
        switch type {
        case .message(let id): (schema[id].fullName, schema[schema[id].file], schema[id].nameSpan)
        case .enumeration(let id): (schema[id].fullName, schema[schema[id].file], schema[id].nameSpan)
        case .oneof(let id): (schema[schema[id].message].fullName, schema[schema[schema[id].message].file], schema[id].nameSpan)
        }
    }

    func runtimeType(of type: ProtobufDeclared) -> String? {
        let (name, owner, _) = identity(of: type)
        return owner.isWellKnown ? protobufRuntimeTypes[name] : nil
    }

    /// A type as it is written inside of a message.
    func reference(_ type: ProtobufDeclared, in message: ProtobufMessage) -> String {
        runtimeType(of: type) ?? types.reference(type, from: .message(message.id))
    }
}

/// What HeddleRuntime has of google/protobuf.
let protobufRuntimeTypes: [String: String] = [
    "Timestamp", "Duration", "Any", "Struct", "Value", "ListValue", "NullValue", "FieldMask", "Empty", "DoubleValue", "FloatValue", "Int64Value",
    "UInt64Value", "Int32Value", "UInt32Value", "BoolValue", "StringValue", "BytesValue",
].reduce(into: [:]) { $0["google.protobuf.\($1)"] = "HeddleRuntime.Protobuf\($1)" }

/// The fields that close a cycle of messages which contain each other as single values: Swift's structs cannot, so these stand on the
/// heap. Lists and maps are there already.
func boxedFields(of schema: ProtobufSchema) -> Set<ProtobufID<ProtobufField>> {
    var boxed: Set<ProtobufID<ProtobufField>> = []
    var done: Set<ProtobufID<ProtobufMessage>> = []
    for start in schema.messages where !done.contains(start.id) {
        var open: [(id: ProtobufID<ProtobufMessage>, next: Int)] = [(start.id, start.fields.lowerBound)]
        var isOpen: Set<ProtobufID<ProtobufMessage>> = [start.id]
        while let (id, next) = open.last {
            guard next < schema[id].fields.upperBound else {
                open.removeLast()
                isOpen.remove(id)
                done.insert(id)
                continue
            }
            open[open.count - 1].next += 1
            let field = schema.fields[next]
            guard case .message(let target) = field.type, !field.isRepeated else { continue }
            if isOpen.contains(target) {
                boxed.insert(field.id)
            } else if !done.contains(target) {
                open.append((target, schema[target].fields.lowerBound))
                isOpen.insert(target)
            }
        }
    }
    return boxed
}
