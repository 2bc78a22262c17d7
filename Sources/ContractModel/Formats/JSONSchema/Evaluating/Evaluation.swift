import Diagnostics
import LocatedJSON

/// One judgement of one value. Silent, it stops at the first keyword that is not met; collecting, it goes on and tells each.
struct Evaluation {
    let schema: JSONSchema
    let limits: JSONSchemaLimits
    var isCollecting: Bool
    private(set) var violations: [JSONSchemaViolation] = []
    private var told = 0
    /// Choices that failed within each other, whose causes are being told.
    private var choices = 0
    private static let deepestChoice = 6
    /// Names looked at for a suggestion.
    static let mostCandidates = 300
    private var work: Int
    private var depth = 0
    /// The resources entered, where dynamic references ask for them.
    private var resources: [Int] = []
    /// Where in the value we are, while collecting.
    private var path: [String] = []

    init(schema: JSONSchema, limits: JSONSchemaLimits, isCollecting: Bool) {
        self.schema = schema
        self.limits = limits
        self.isCollecting = isCollecting
        work = limits.maximumWork
    }

    /// Whether a value meets a schema.
    ///
    /// - Parameter seen: what others have judged of the value; what this schema judges is added. Only to be used where the
    ///   answer is yes.
    mutating func evaluate(_ index: Int, _ value: JSONNode, _ seen: inout SeenParts) throws(JSONSchemaUndecided) -> Bool {
        try spend(1)
        var node = schema.nodes[index]
        // A schema that only refers is its target. References alone never come back: the compiler has seen to that.
        while node.keywords.count == 1, case .reference(let target) = node.keywords[0].rule,
            !schema.hasDynamicReferences || schema.nodes[target].resource == node.resource
        {
            node = schema.nodes[target]
        }
        if let constant = node.constant {
            if !constant { fail("", of: node, "nothing is allowed here", value) }
            return constant
        }
        depth += 1
        if depth > limits.maximumDepth { throw .tooDeep }
        let isEntered = schema.hasDynamicReferences && resources.last != node.resource
        if isEntered { resources.append(node.resource) }
        defer {
            depth -= 1
            if isEntered { resources.removeLast() }
        }
        guard node.hasUnevaluated else { return try evaluateKeywords(of: node, value, &seen) }
        var own = SeenParts(isTracked: true)
        let isValid = try evaluateKeywords(of: node, value, &own)
        if isValid { seen.formUnion(own) }
        return isValid
    }

    private mutating func evaluateKeywords(of node: JSONSchemaNode, _ value: JSONNode, _ seen: inout SeenParts)
        throws(JSONSchemaUndecided) -> Bool
    {
        var isValid = true
        for keyword in node.keywords {
            // What is left over is only known where the others could tell what they saw.
            if !isValid, keyword.rule.rank == JSONSchemaRule.lastRank { break }
            let isMet =
                switch keyword.rule.rank {
                case 0, 1: try meets(keyword, of: node, value)
                case 2: try partsMeet(keyword, of: node, value, &seen)
                case JSONSchemaRule.lastRank: try restMeets(keyword, of: node, value, &seen)
                default: try othersMeet(keyword, of: node, value, &seen)
                }
            if isMet { continue }
            isValid = false
            if !isCollecting { return false }
        }
        return isValid
    }

    // MARK: Work

    mutating func spend(_ amount: Int) throws(JSONSchemaUndecided) {
        work -= amount
        if work < 0 { throw .tooMuchWork }
    }

    mutating func matches(_ regex: ECMARegex, _ text: String) throws(JSONSchemaUndecided) -> Bool {
        // A step of a pattern is much less than a schema.
        var steps = work > Int.max / 16 ? Int.max : work * 8
        do throws(RegexExhausted) {
            let isMatch = try regex.matches(text, steps: &steps)
            work = min(work, steps / 8)
            return isMatch
        } catch {
            throw .tooMuchWork
        }
    }

    /// The outermost resource entered that has the anchor leads.
    func target(of anchor: String, else initial: Int) -> Int {
        for resource in resources {
            if let target = schema.dynamicTargets[DynamicAnchor(resource: resource, name: anchor)] { return target }
        }
        return initial
    }

    // MARK: Places

    mutating func evaluate(_ index: Int, _ value: JSONNode, at token: @autoclosure () -> String) throws(JSONSchemaUndecided)
        -> Bool
    {
        var seen = SeenParts(isTracked: false)
        guard isCollecting else { return try evaluate(index, value, &seen) }
        path.append(token())
        let isValid = try evaluate(index, value, &seen)
        path.removeLast()
        return isValid
    }

    /// The answer alone, whatever is being collected.
    mutating func evaluateSilently(_ index: Int, _ value: JSONNode, _ seen: inout SeenParts) throws(JSONSchemaUndecided) -> Bool {
        let wasCollecting = isCollecting
        isCollecting = false
        let isValid = try evaluate(index, value, &seen)
        isCollecting = wasCollecting
        return isValid
    }

    // MARK: Violations

    var isFull: Bool { told >= limits.maximumViolations }

    /// - Parameter token: of the member or element that is meant, where not the value itself is.
    mutating func fail(
        _ keyword: String, of node: JSONSchemaNode, _ message: @autoclosure () -> String, _ value: JSONNode,
        at range: SourceRange? = nil,
        token: String? = nil, suggestion: String? = nil, causes: [JSONSchemaViolation] = []
    ) {
        // Where nothing is told yet, one thing always is.
        guard isCollecting, !isFull || violations.isEmpty else { return }
        told += 1
        let (uri, pointer) = schema.location(of: node)
        violations.append(
            JSONSchemaViolation(
                keyword: keyword, message: message(), suggestion: suggestion,
                instance: JSONPointer(path + (token.map { [$0] } ?? [])),
                instanceRange: range ?? value.range, schemaURI: uri,
                schema: JSONPointer(pointer.tokens + (keyword.isEmpty ? [] : [keyword])),
                schemaRange: node.source[keyword]?.range ?? node.source.range, causes: causes))
    }

    /// Why a value does not meet a schema, apart from the other violations.
    mutating func causes(_ index: Int, _ value: JSONNode) throws(JSONSchemaUndecided) -> [JSONSchemaViolation] {
        guard isCollecting, !isFull, choices < Self.deepestChoice else { return [] }
        let before = violations
        violations = []
        choices += 1
        var seen = SeenParts(isTracked: false)
        _ = try evaluate(index, value, &seen)
        let found = violations
        violations = before
        choices -= 1
        return found
    }
}
