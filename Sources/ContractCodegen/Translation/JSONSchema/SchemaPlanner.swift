import ContractModel
import Diagnostics
import LocatedJSON

/// Works out the types of one contract.
///
/// Names, in this order: what `names` says; the key under `$defs` or `definitions`; a `title` of at most four words; for schemas in
/// others the member's name (an array's elements: its singular, or with `Item`). Types under `$defs` stand at the top of the module,
/// nested ones in the type that uses them.
struct SchemaPlanner {
    let schema: JSONSchema
    let options: CodegenOptions
    var types: [JSONPlannedType] = []
    var diagnostics: [Diagnostic] = []
    var topNames: Set<String> = []
    private var known: [[SchemaPart]: JSONSlot] = [:]
    private var depth = 0
    let rootName: String

    static let maximumTypes = 5_000

    /// Where a type that has no name of its own stands, and what it is called there.
    struct Hint {
        var name: String
        var parent: Int?
    }

    init(_ schema: JSONSchema, rootName: String, options: CodegenOptions) {
        self.schema = schema
        self.options = options
        self.rootName = rootName
    }

    /// The contract's own type; the others follow from it.
    mutating func planRoot() -> Int {
        topNames.insert(rootName)
        let slot = plan([SchemaPart(node: 0)], Hint(name: rootName))
        if case .named(let index) = slot.shape, !slot.isNullable, types[index].name == rootName, types[index].parent == nil, !types[index].isTexts {
            return index
        }
        let node = schema.root.source
        types.append(JSONPlannedType(name: rootName, path: rootName))
        types[types.count - 1].kind = .wrapper(slot)
        types[types.count - 1].documentation = documentationLines(node["description"]?.string ?? node["title"]?.string)
        // What stood in the root's place is called otherwise.
        let root = types.count - 1
        for index in types.indices where index != root && types[index].parent == nil && types[index].name == rootName { rename(index, rootName + "Value") }
        return root
    }

    private mutating func rename(_ index: Int, _ name: String) {
        types[index].name = name
        types[index].path = name
        refreshPaths(below: index)
    }

    private mutating func refreshPaths(below index: Int) {
        for inner in types.indices where types[inner].parent == index {
            types[inner].path = types[index].path + "." + types[inner].name
            refreshPaths(below: inner)
        }
    }

    mutating func plan(_ parts: [SchemaPart], _ hint: Hint) -> JSONSlot {
        let parts = unwrapped(parts)
        if let slot = known[parts] { return slot }
        depth += 1
        defer { depth -= 1 }
        guard depth < 200, types.count < Self.maximumTypes else { return untyped(parts, "it is nested too deeply") }
        let facets = SchemaFacets(parts, in: schema)
        let slot = plan(facets, parts, hint)
        known[parts] = slot
        return slot
    }

    /// A type that stands in the plan already while its members are worked out, so that they may come back to it.
    mutating func addType(_ facets: SchemaFacets, _ parts: [SchemaPart], _ hint: Hint, isNullable: Bool) -> (index: Int, slot: JSONSlot) {
        let index = types.count
        let (name, parent) = place(parts, facets, hint)
        var type = JSONPlannedType(name: name, path: (parent.map { types[$0].path + "." } ?? "") + name, parent: parent)
        let source = facets.sources.first
        type.documentation = documentationLines(facets.sources.lazy.compactMap { $0["description"]?.string }.first ?? source?["title"]?.string)
        if source?["deprecated"]?.bool == true { type.documentation.append("Deprecated: the schema says so.") }
        type.range = source
        types.append(type)
        if let parent { types[parent].innerNames.insert(name) } else { topNames.insert(name) }
        let slot = JSONSlot(shape: .named(index), isNullable: isNullable)
        known[parts] = slot
        return (index, slot)
    }

    mutating func untyped(_ parts: [SchemaPart], _ why: String, isNullable: Bool = false) -> JSONSlot {
        let range = parts.last.map { schema.nodes[$0.node].source.range }
        diagnostics.append(
            Diagnostic(
                .warning, code: "codegen/untyped", "no Swift type says what this schema says, so its values are 'JSONValue': \(why)", at: range))
        return JSONSlot(shape: .any)
    }

    /// A schema that only refers to another one is that one.
    private func unwrapped(_ parts: [SchemaPart]) -> [SchemaPart] {
        var parts = parts
        for _ in 0..<100 {
            guard parts.count == 1, let part = parts.first, schema.nodes[part.node].keywords.count == 1,
                let rule = schema.nodes[part.node].keywords.first?.rule
            else { return parts }
            switch rule {
            case .reference(let target), .dynamicReference(let target, _): parts[0].node = target
            case .allOf(let all) where all.count == 1: parts[0].node = all[0]
            default: return parts
            }
        }
        return parts
    }

    private func place(_ parts: [SchemaPart], _ facets: SchemaFacets, _ hint: Hint) -> (name: String, parent: Int?) {
        if parts == [SchemaPart(node: 0)] { return (rootName, nil) }
        if parts.count == 1, let name = definitionName(parts[0].node) {
            let isNested = options.namespaces == .nested
            let named = options.names[name] ?? (options.namespaces == .flat ? rootName : "") + SwiftName.type(name)
            // Written in the root's type, where that stands already.
            let root = isNested && !types.isEmpty && types[0].name == rootName ? 0 : nil
            return (free(named, in: root), root)
        }
        let title = facets.sources.first?["title"]?.string
        let name = options.names[title ?? ""] ?? title.flatMap(nameable) ?? hint.name
        return (free(name, in: hint.parent), hint.parent)
    }

    /// The key of a schema under `$defs` or `definitions`, or of a whole document its title or file.
    func definitionName(_ node: Int) -> String? {
        let (uri, pointer) = schema.location(of: schema.nodes[node])
        let tokens = pointer.tokens
        if tokens.count >= 2, ["$defs", "definitions", "schemas"].contains(tokens[tokens.count - 2]) { return tokens[tokens.count - 1] }
        guard tokens.isEmpty else { return nil }
        return schemaName(schema.nodes[node].source, file: uri)
    }

    /// A name that no type around it and no other one beside it has.
    private func free(_ name: String, in parent: Int?) -> String {
        var taken = topNames
        var next = parent
        while let index = next {
            taken.insert(types[index].name)
            next = types[index].parent
        }
        if let parent { taken.formUnion(types[parent].innerNames) }
        if !taken.contains(name) { return name }
        let longer = parent.map { types[$0].name } ?? rootName
        if !taken.contains(longer + name) { return longer + name }
        return (2...).lazy.map { "\(name)\($0)" }.first { !taken.contains($0) }!
    }
}

extension JSONPlannedType {
    fileprivate var isTexts: Bool { if case .texts = kind { true } else { false } }
}

/// A title that reads as a name: at most four words, and nothing but letters, digits, `-`, `_`.
func nameable(_ title: String) -> String? {
    let words = title.split(separator: " ")
    guard (1...4).contains(words.count), title.count <= 40, title.allSatisfy({ $0.isLetter || $0.isNumber || " -_".contains($0) }) else { return nil }
    return SwiftName.type(title)
}

/// The name of a whole schema: its `title`, the last part of its `$id`, or its file's name.
func schemaName(_ root: JSONNode, file: String) -> String {
    if let title = root["title"]?.string, nameable(title) != nil { return title }
    let identifier = (root["$id"] ?? root["id"])?.string ?? ""
    for path in [identifier, file] {
        let plain = path.split(separator: "#", omittingEmptySubsequences: false).first ?? ""
        guard var last = plain.split(separator: "/").last.map(String.init), !last.hasSuffix(":") else { continue }
        for ending in [".json", ".schema", ".avsc"] where last.hasSuffix(ending) { last.removeLast(ending.count) }
        if !last.isEmpty { return last.replacing(".", with: "_") }
    }
    return "Payload"
}

/// What one of many is called: `items` → `Item`, `entries` → `Entry`, `data` → `DataItem`.
func singular(_ name: String) -> String {
    if name.hasSuffix("ies"), name.count > 4 { return name.dropLast(3) + "y" }
    if name.hasSuffix("s"), !name.hasSuffix("ss"), !name.hasSuffix("us"), name.count > 2 { return String(name.dropLast()) }
    return name + "Item"
}
