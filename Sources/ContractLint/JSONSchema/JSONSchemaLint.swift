import ContractModel
import Diagnostics
import LocatedJSON

/// One document of JSON Schema under review.
struct JSONSchemaLint {
    let document: JSONSchemaDocument
    /// By index of the subschema: the keyword of its parent that holds it; empty for the root.
    private let keywords: [String]
    /// By index of the subschema: whether it stands in a condition or a combination, which leave out what others say.
    private let areParts: [Bool]
    /// Told already: a word of somebody's own may stand in every schema.
    var unknownKeywords: Set<String> = []
    var comparedBytes = 0
    var findings = LintFindings()

    init(document: JSONSchemaDocument) {
        self.document = document
        var keywords = [String](repeating: "", count: document.subschemas.count)
        var areParts = [Bool](repeating: false, count: document.subschemas.count)
        // Parents stand before their children.
        for (index, subschema) in document.subschemas.enumerated() {
            for child in subschema.children {
                keywords[child.index] = child.keyword
                areParts[child.index] = areParts[index] || JSONSchemaKeywords.holdParts.contains(child.keyword)
            }
        }
        (self.keywords, self.areParts) = (keywords, areParts)
    }

    mutating func run() {
        checkDraft()
        for index in document.subschemas.indices where !findings.isFull {
            guard let place = place(index) else { continue }
            checkKeywords(place)
            // What stands beside '$ref' in the older drafts is passed over: there is nothing more to say of it.
            if checkBesideRef(place) { continue }
            checkKeywordTypes(place)
            checkMissingType(place)
            checkEffects(place)
            checkBounds(place)
            checkRequired(place)
            checkBranches(place)
            checkClosedAllOf(place)
            checkValues(place)
            checkPattern(place)
            checkFormat(place)
        }
        checkAssertedFormats()
        checkOpenObjects()
    }
}

/// A schema of the document that is an object, with what its checks ask for.
struct JSONSchemaLintPlace {
    var node: JSONNode
    var members: [JSONMember]
    var dialect: JSONSchemaDialect
    /// The keyword that holds it.
    var keyword: String

    /// Stands in a condition or a combination.
    var isPart: Bool

    /// All that is said of a value at its place.
    var isWhole: Bool {
        let holders = ["", "properties", "patternProperties", "additionalProperties", "items", "prefixItems", "additionalItems"]
        return !isPart && holders.contains(keyword)
    }

    func has(_ keyword: String) -> Bool { node[keyword] != nil }

    /// The names in `type`; nil where there is none.
    var types: Set<String>? {
        guard let type = node["type"] else { return nil }
        if let name = type.string { return [name] }
        return type.array.map { Set($0.compactMap(\.string)) }
    }
}

extension JSONSchemaLint {
    func place(_ index: Int) -> JSONSchemaLintPlace? {
        let subschema = document.subschemas[index]
        return subschema.node.object.map {
            JSONSchemaLintPlace(
                node: subschema.node, members: $0, dialect: document.resources[subschema.resource].dialect, keyword: keywords[index],
                isPart: areParts[index])
        }
    }
}
