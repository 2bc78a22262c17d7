import Diagnostics
import LocatedJSON

/// Of the candidates those that define a type which the schema speaks of and does not define, and those that they need in turn; by path.
func avroReferences(of file: SourceFile, among candidates: [SourceFile]) -> [String: SourceFile] {
    let surveys = candidates.filter { $0.path != file.path }.sorted { $0.path < $1.path }.map { ($0, AvroNameSurvey($0)) }
    var definers: [String: Int] = [:]
    for (index, (_, survey)) in surveys.enumerated() {
        for name in survey.defined where definers[name] == nil { definers[name] = index }
    }
    let own = AvroNameSurvey(file)
    var taken: Set<Int> = []
    var known = own.defined
    var open = own.used.subtracting(known)
    while let name = open.popFirst() {
        guard let index = definers[name], taken.insert(index).inserted else { continue }
        known.formUnion(surveys[index].1.defined)
        open.formUnion(surveys[index].1.used.subtracting(known))
    }
    return Dictionary(uniqueKeysWithValues: taken.map { (surveys[$0].0.path, surveys[$0].0) })
}

/// The full names that a schema defines and those that it uses. Reads any JSON, right or wrong: the schema's parser judges it.
struct AvroNameSurvey {
    private(set) var defined: Set<String> = []
    private(set) var used: Set<String> = []

    init(_ file: SourceFile) {
        if let root = parseJSON(file).root { visit(root, namespace: "") }
    }

    private mutating func visit(_ node: JSONNode, namespace: String) {
        if let name = node.string {
            if !Self.primitives.contains(name) { used.insert(Self.full(name, in: namespace)) }
            return
        }
        for branch in node.array ?? [] { visit(branch, namespace: namespace) }
        guard node.object != nil, let type = node["type"] else { return }
        switch type.string {
        case "record", "error", "enum", "fixed":
            guard let name = node["name"]?.string else { return }
            let full = Self.full(name, in: node["namespace"]?.string ?? namespace)
            defined.insert(full)
            let inner = full.lastIndex(of: ".").map { String(full[..<$0]) } ?? ""
            for field in node["fields"]?.array ?? [] { if let type = field["type"] { visit(type, namespace: inner) } }
        case "array": if let items = node["items"] { visit(items, namespace: namespace) }
        case "map": if let values = node["values"] { visit(values, namespace: namespace) }
        default: visit(type, namespace: namespace)
        }
    }

    private static func full(_ name: String, in namespace: String) -> String {
        name.contains(".") || namespace.isEmpty ? name : "\(namespace).\(name)"
    }

    private static let primitives: Set<String> = ["null", "boolean", "int", "long", "float", "double", "bytes", "string"]
}
