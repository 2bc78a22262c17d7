import Diagnostics
import LocatedJSON

/// Reads an Avro schema from its JSON text.
///
/// - Parameter known: types of other schemas that this one may name, by full name.
/// - Returns: nil when there is an error in it; all of them, and the warnings, are in the diagnostics.
package func parseAvroSchema(
    _ file: SourceFile, known: [String: AvroNamedType] = [:]
) -> (schema: AvroSchema?, diagnostics: [Diagnostic]) {
    var limits = JSONLimits()
    // Far beyond what people write, and safe for whatever walks the types afterwards.
    limits.maximumDepth = 200
    let (node, problems) = parseJSON(file, limits: limits)
    guard let node else { return (nil, problems) }
    var parser = AvroParser(known: known, diagnostics: problems)
    let root = parser.parse(node, namespace: nil)
    parser.checkDefaults()
    parser.explainForwardReferences()
    let hasErrors = parser.diagnostics.contains { $0.severity == .error }
    guard let root, !hasErrors else { return (nil, parser.diagnostics) }
    return (AvroSchema(root: root, types: parser.types, definedNames: parser.definedNames), parser.diagnostics)
}

struct AvroParser {
    var types: [String: AvroNamedType]
    private(set) var definedNames: [String] = []
    private(set) var diagnostics: [Diagnostic]
    /// Looked at when all types are known.
    var pendingDefaults: [(node: JSONNode, type: AvroType, field: String)] = []
    private var unresolved: [(fullName: String, diagnostic: Int)] = []
    /// Names whose definition has an error: no second one for each use.
    private(set) var failedNames: Set<String> = []

    /// Further ones are not shown.
    private static let maximumDiagnostics = 100

    init(known: [String: AvroNamedType], diagnostics: [Diagnostic]) {
        types = known
        self.diagnostics = diagnostics
    }

    mutating func report(
        _ code: String, _ message: String, at range: SourceRange, secondary: [Diagnostic.Label] = [], suggestion: String? = nil
    ) {
        add(Diagnostic(code: code, message, at: range, secondary: secondary, suggestion: suggestion))
    }

    mutating func warn(_ code: String, _ message: String, at range: SourceRange, suggestion: String? = nil) {
        add(Diagnostic(.warning, code: code, message, at: range, suggestion: suggestion))
    }

    private mutating func add(_ diagnostic: Diagnostic) {
        if diagnostics.count < Self.maximumDiagnostics {
            diagnostics.append(diagnostic)
        } else if diagnostics.count == Self.maximumDiagnostics {
            diagnostics.append(
                Diagnostic(
                    code: "avro/too-many-errors", "the schema has more mistakes, which are not shown", at: diagnostic.range))
        }
    }

    /// - Parameter namespace: of the definition round this place.
    /// - Returns: nil when there is an error, which has been reported.
    mutating func parse(_ node: JSONNode, namespace: String?) -> AvroType? {
        switch node.content {
        case .string(let name): return resolve(name, at: node.range, namespace: namespace)
        case .array(let branches): return parseUnion(branches, namespace: namespace)
        case .object: return parseObject(node, namespace: namespace)
        default:
            report("avro/not-a-schema", "a schema is a name, an object or an array, not \(node.kind.description)", at: node.range)
            return nil
        }
    }

    private mutating func parseObject(_ node: JSONNode, namespace: String?) -> AvroType? {
        guard let type = node["type"] else {
            report(
                "avro/missing-attribute", "'type' is missing: an object that is a schema says which", at: head(node),
                suggestion: "add \"type\": \"record\", or what it is")
            return nil
        }
        switch type.string {
        case "record", "error": return parseRecord(node, namespace: namespace)
        case "enum": return parseEnumeration(node, namespace: namespace)
        case "fixed": return parseFixed(node, namespace: namespace)
        case "array":
            guard let items = attribute("items", of: node, in: "an array") else { return nil }
            return parse(items, namespace: namespace).map(AvroType.array)
        case "map":
            guard let values = attribute("values", of: node, in: "a map") else { return nil }
            return parse(values, namespace: namespace).map(AvroType.map)
        case nil:
            report(
                "avro/not-a-schema", "'type' must be a type's name here, not \(type.kind.description)", at: type.range,
                suggestion: "put the inner schema in place of the object round it")
            return nil
        default:
            guard let parsed = parse(type, namespace: namespace) else { return nil }
            if case .primitive(let primitive, let inner) = parsed {
                return .primitive(primitive, logical: logicalType(of: node, on: .primitive(primitive)) ?? inner)
            }
            return parsed
        }
    }

    private mutating func resolve(_ name: String, at range: SourceRange, namespace: String?) -> AvroType? {
        if let primitive = AvroType.Primitive(rawValue: name) { return .primitive(primitive, logical: nil) }
        let fullName = AvroName.full(name, in: namespace)
        if types[fullName] != nil { return .named(fullName) }
        // As the Java library: what the namespace does not have is looked for without one.
        if types[name] != nil { return .named(name) }
        if failedNames.contains(fullName) || failedNames.contains(name) { return nil }
        guard AvroName.isFullName(name) else {
            report(
                "avro/invalid-name", "'\(name)' is not a type's name: letters, digits and '_', parts divided by dots", at: range)
            return nil
        }
        let complex = ["record", "enum", "fixed", "array", "map", "error"]
        if complex.contains(name) {
            report(
                "avro/not-a-schema", "'\(name)' needs an object round it that says more", at: range,
                suggestion: "write { \"type\": \"\(name)\", … }")
            return nil
        }
        let candidates = AvroType.Primitive.allCases.map(\.rawValue) + types.keys + types.keys.map(AvroName.unqualified)
        let close = closestMatch(to: name, among: candidates)
        if diagnostics.count < Self.maximumDiagnostics { unresolved.append((fullName, diagnostics.count)) }
        report(
            "avro/unknown-type", "there is no type '\(fullName)'", at: range,
            suggestion: close.map { "did you mean '\($0)'?" }
                ?? "define it before its first use, or list the contract that does under 'references'")
        return nil
    }

    /// Enters a name before its definition is read through, because a type may speak of itself.
    mutating func declare(_ type: AvroNamedType) -> Bool {
        if let first = types[type.fullName] {
            report(
                "avro/duplicate-type", "the type '\(type.fullName)' is defined twice", at: type.range,
                secondary: [.init("first here", at: first.range)],
                suggestion: "name it, \"\(type.fullName)\", where it is used again")
            return false
        }
        types[type.fullName] = type
        definedNames.append(type.fullName)
        return true
    }

    mutating func markFailed(_ fullName: String) { failedNames.insert(fullName) }

    /// A name that turned up further on is the likelier mistake than a misspelt one.
    mutating func explainForwardReferences() {
        for (fullName, index) in unresolved {
            guard let type = types[fullName] else { continue }
            diagnostics[index].message = "the type '\(fullName)' is used before it is defined"
            diagnostics[index].secondary = [.init("defined here", at: type.range)]
            diagnostics[index].suggestion = "move the definition to the first use, and name it at the second"
        }
    }
}

extension AvroParser {
    mutating func attribute(_ name: String, of node: JSONNode, in noun: String) -> JSONNode? {
        if let value = node[name] { return value }
        report("avro/missing-attribute", "'\(name)' is missing: \(noun) needs it", at: head(node))
        return nil
    }

    mutating func wrongType(_ name: String, _ expected: String, _ node: JSONNode) {
        report("avro/wrong-type", "'\(name)' must be \(expected), not \(node.kind.description)", at: node.range)
    }

    /// Where to point when something is missing from an object.
    func head(_ node: JSONNode) -> SourceRange {
        node.member("name")?.value.range ?? node.object?.first?.keyRange ?? node.range
    }
}

extension JSONNode {
    /// A number written without fraction and exponent: `1.0` is no int in Avro.
    var writtenInteger: Int64? { number.flatMap { $0.isWrittenWhole ? $0.int64 : nil } }
}
