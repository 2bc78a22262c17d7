import ContractModel
import Diagnostics

/// The Swift name of every message, enum and oneof of a schema, and how each is spoken of from inside of others.
///
/// Types nest as they do in the .proto; a oneof is an enum in its message, named after it, or `OneOfName` where that name is taken. A
/// nested type gets a `_` where it has the name of one around it, or would hide one that is meant.
struct ProtobufTypeNames {
    private let schema: ProtobufSchema
    private let options: CodegenOptions
    private var own: [ProtobufDeclared: String] = [:]
    private var parents: [ProtobufDeclared: ProtobufDeclared] = [:]
    private var spaces: [ProtobufDeclared: [String]] = [:]
    /// By the path of what is around them, and the name.
    private var children: [String: ProtobufDeclared] = [:]
    private(set) var diagnostics: [Diagnostic] = []

    init(schema: ProtobufSchema, options: CodegenOptions) {
        self.schema = schema
        self.options = options
        for file in schema.files {
            let space = options.namespaces == .nested ? namespace(of: file) : []
            for id in file.messages { declare(.message(id), in: nil, space: space) }
            for id in file.enums { declare(.enumeration(id), in: nil, space: space) }
        }
        indexChildren()
        // Each round renames one at the least; no schema has more than it has types.
        while uncoverHidden() { indexChildren() }
    }

    func path(of type: ProtobufDeclared) -> [String] {
        guard let name = own[type] else { return [] }
        guard let parent = parents[type] else { return (spaces[type] ?? []) + [name] }
        return path(of: parent) + [name]
    }

    func name(of type: ProtobufDeclared) -> String { own[type] ?? "_" }

    /// Without what it can be found by itself, if something nearer has the first part's name.
    func reference(_ type: ProtobufDeclared, from scope: ProtobufDeclared) -> String {
        find(type, from: scope) ?? path(of: type).joined(separator: ".")
    }

    // MARK: Naming

    private func namespace(of file: ProtobufFile) -> [String] { file.package.split(separator: ".").map { SwiftName.type(String($0)) } }

    private mutating func declare(_ type: ProtobufDeclared, in parent: ProtobufDeclared?, space: [String]) {
        let wire: (name: String, full: String)
        switch type {
        case .message(let id): wire = (schema[id].name, schema[id].fullName)
        case .enumeration(let id): wire = (schema[id].name, schema[id].fullName)
        case .oneof(let id): wire = (schema[id].name, schema[schema[id].message].fullName + "." + schema[id].name)
        }
        var name = options.names[wire.full] ?? (parent == nil && options.namespaces == .flat ? flat(wire.full) : SwiftName.type(wire.name))
        let around = parent.map { path(of: $0) } ?? []
        let siblings = parent.map { parent in own.filter { parents[$0.key] == parent }.map(\.value) } ?? []
        if case .oneof = type, around.contains(name) || siblings.contains(name) { name = "OneOf" + name }
        while around.contains(name) || name == "CodingKeys" { name += "_" }
        if siblings.contains(name), let range = range(of: type) {
            diagnostics.append(
                Diagnostic(
                    code: "codegen/name-clash", "two types inside of '\(around.joined(separator: "."))' would both be '\(name)'", at: range,
                    suggestion: "name one of them under 'names'"))
        }
        own[type] = name
        parents[type] = parent
        if parent == nil { spaces[type] = space }
        guard case .message(let id) = type else { return }
        for inner in schema[id].messages where schema[inner].kind != .mapEntry { declare(.message(inner), in: type, space: []) }
        for inner in schema[id].enums { declare(.enumeration(inner), in: type, space: []) }
        for oneof in schema.oneofs(of: schema[id]) where !oneof.isSynthetic { declare(.oneof(oneof.id), in: type, space: []) }
    }

    private func flat(_ name: String) -> String { SwiftName.type(name.split(separator: ".").map { $0.prefix(1).uppercased() + $0.dropFirst() }.joined(separator: "_")) }

    private func range(of type: ProtobufDeclared) -> SourceRange? {
        switch type {
        case .message(let id): schema[schema[id].file].source.range(schema[id].nameSpan)
        case .enumeration(let id): schema[schema[id].file].source.range(schema[id].nameSpan)
        case .oneof(let id): schema[schema[schema[id].message].file].source.range(schema[id].nameSpan)
        }
    }

    // MARK: Finding

    private mutating func indexChildren() {
        children = own.keys.reduce(into: [:]) { found, type in
            if let parent = parents[type] { found[(path(of: parent) + [name(of: type)]).joined(separator: ".")] = type }
        }
    }

    /// What a name means inside of a type: a type nested there or around, or nil where it is one of the module.
    private func meaning(of name: String, from scope: ProtobufDeclared) -> ProtobufDeclared? {
        var scope: ProtobufDeclared? = scope
        while let current = scope {
            if let found = children[(path(of: current) + [name]).joined(separator: ".")] { return found }
            scope = parents[current]
        }
        return nil
    }

    private func find(_ type: ProtobufDeclared, from scope: ProtobufDeclared) -> String? {
        let full = path(of: type)
        if meaning(of: full[0], from: scope) == nil { return full.joined(separator: ".") }
        var part = type
        var text = ""
        while let parent = parents[part] {
            text = text.isEmpty ? name(of: part) : name(of: part) + "." + text
            if meaning(of: name(of: part), from: scope) == part { return text }
            part = parent
        }
        return nil
    }

    /// Renames a type that hides one which a field means.
    private mutating func uncoverHidden() -> Bool {
        for message in schema.messages where message.kind != .mapEntry {
            for field in schema.fields(of: message) {
                for target in targets(of: field) where own[target] != nil && find(target, from: .message(message.id)) == nil {
                    guard let hiding = meaning(of: path(of: target)[0], from: .message(message.id)) else { continue }
                    own[hiding] = name(of: hiding) + "_"
                    return true
                }
            }
        }
        return false
    }

    private func targets(of field: ProtobufField) -> [ProtobufDeclared] {
        switch field.type {
        case .enumeration(let id): [.enumeration(id)]
        case .message(let id):
            if let entry = schema.mapEntry(of: field) { targets(of: entry.value) } else { schema[id].kind == .mapEntry ? [] : [.message(id)] }
        case .scalar, .unresolved: []
        }
    }
}
