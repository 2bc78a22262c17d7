import Diagnostics
import LocatedJSON

/// Turns documents into a closed graph of nodes. Works from a queue, so that neither depth nor loops of references matter.
struct SchemaCompiler {
    var library: SchemaLibrary
    let options: JSONSchemaOptions
    private(set) var diagnostics: [Diagnostic] = []
    private var nodes: [JSONSchemaNode?] = []
    private var numbers: [SchemaLibrary.Place: Int] = [:]
    private var queue: [SchemaLibrary.Place] = []
    private var dynamicTargets: [DynamicAnchor: Int] = [:]
    private var enteredResources: Set<Int> = []
    var hasDynamicReferences = false
    private var regexes: [String: ECMARegex] = [:]
    private var patternSize = 0
    private static let maximumPatternSize = 2_000_000

    init(library: SchemaLibrary, options: JSONSchemaOptions) {
        self.library = library
        self.options = options
    }

    mutating func compile(_ root: JSONNode) -> (schema: JSONSchema?, diagnostics: [Diagnostic]) {
        let uri = URIReference(options.baseURI).withoutFragment.text
        let document = library.add(root, uri: uri, dialect: JSONSchemaDialect(options.defaultDraft))
        _ = number(of: SchemaLibrary.Place(document: document, index: 0))
        var done = 0
        while done < queue.count, diagnostics.count < options.maximumDiagnostics {
            let place = queue[done]
            nodes[done] = compileNode(place)
            done += 1
        }
        let found = library.diagnostics + diagnostics
        if found.contains(where: { $0.severity == .error }) { return (nil, Array(found.prefix(options.maximumDiagnostics))) }
        let schema = JSONSchema(
            nodes: nodes.compactMap { $0 }, documents: library.documents, dynamicTargets: dynamicTargets,
            hasDynamicReferences: hasDynamicReferences)
        let loops = endlessReferences(in: schema)
        return (loops.isEmpty ? schema : nil, found + loops)
    }

    /// The index that a schema's node has or will have.
    mutating func number(of place: SchemaLibrary.Place) -> Int {
        if let number = numbers[place] { return number }
        let number = nodes.count
        numbers[place] = number
        nodes.append(nil)
        queue.append(place)
        return number
    }

    mutating func report(_ diagnostic: Diagnostic) { diagnostics.append(diagnostic) }

    private mutating func compileNode(_ place: SchemaLibrary.Place) -> JSONSchemaNode {
        let subschema = library.subschema(place)
        let resource = SchemaLibrary.Place(document: place.document, index: subschema.resource)
        let number = library.number(of: resource)
        enter(resource, number: number)
        let dialect = library[resource].dialect
        var keywords: [JSONSchemaKeyword] = []
        switch subschema.node.content {
        case .bool where dialect.draft >= .draft6 || ["additionalProperties", "additionalItems"].contains(subschema.step.last):
            break
        case .object(let members):
            let scope = SchemaScope(
                place: place, resource: resource, dialect: dialect, node: subschema.node, subschema: subschema)
            // Up to draft-07 a reference hides whatever stands beside it.
            let heeded = dialect.draft.isModern ? members : members.first { $0.key == "$ref" }.map { [$0] } ?? members
            for member in heeded where diagnostics.count < options.maximumDiagnostics {
                if let rule = rule(for: member, in: scope) {
                    keywords.append(JSONSchemaKeyword(name: member.key, range: member.value.range, rule: rule))
                }
            }
        default:
            let allowed = dialect.draft == .draft4 ? "an object" : "an object or a boolean"
            report(
                Diagnostic(
                    code: "json-schema/not-a-schema",
                    "a schema is \(allowed), this is \(subschema.node.kind.description)",
                    at: subschema.node.range))
        }
        return JSONSchemaNode(
            document: place.document, subschema: place.index, source: subschema.node, resource: number, keywords: keywords)
    }

    /// Dynamic references may lead to any dynamic anchor of a resource that is passed.
    private mutating func enter(_ resource: SchemaLibrary.Place, number: Int) {
        guard enteredResources.insert(number).inserted else { return }
        let declared = library[resource]
        for (name, index) in declared.dynamicAnchors.sorted(by: { $0.key < $1.key }) {
            let target = self.number(of: SchemaLibrary.Place(document: resource.document, index: index))
            dynamicTargets[DynamicAnchor(resource: number, name: name)] = target
        }
        if declared.isRecursive {
            let target = self.number(of: SchemaLibrary.Place(document: resource.document, index: declared.root))
            dynamicTargets[DynamicAnchor(resource: number, name: "")] = target
        }
    }

    /// The nodes of the schemas that a keyword of this schema holds, in their order.
    mutating func children(of keyword: String, in scope: SchemaScope) -> [Int] {
        scope.subschema.children(of: keyword).map { number(of: SchemaLibrary.Place(document: scope.place.document, index: $0)) }
    }

    mutating func regex(_ pattern: String, at range: SourceRange) -> ECMARegex? {
        if let known = regexes[pattern] { return known }
        do throws(RegexProblem) {
            let regex = try ECMARegex(pattern)
            patternSize += regex.size
            if patternSize > Self.maximumPatternSize {
                throw RegexProblem(reason: "the patterns of this schema together repeat too much", offset: 0)
            }
            regexes[pattern] = regex
            return regex
        } catch {
            report(
                Diagnostic(
                    code: "json-schema/unsupported-pattern",
                    "the pattern '\(pattern.prefix(80))' cannot be used: \(error.reason)", at: range,
                    notes: [
                        "the problem is at character \(error.offset + 1) of the pattern", "patterns follow ECMA-262 with Unicode",
                    ]))
            return nil
        }
    }
}

/// The schema whose keywords are compiled.
struct SchemaScope {
    let place: SchemaLibrary.Place
    let resource: SchemaLibrary.Place
    let dialect: JSONSchemaDialect
    let node: JSONNode
    let subschema: JSONSubschema

    var draft: JSONSchemaDraft { dialect.draft }
}
