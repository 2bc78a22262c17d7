import ContractModel
import Diagnostics
import LocatedJSON

/// A walk through both versions side by side. Either it tells what it finds, or it only asks whether something breaks and
/// ends at the first that does.
struct SchemaComparison {
    var shapes: ShapeArena
    let policy: JSONSchemaPolicy
    let limits: SchemaComparisonLimits
    var verdicts = VerdictMemo()

    private(set) var differences: [Difference] = []
    private(set) var path: [String] = []
    private(set) var isTelling = true
    private(set) var isBroken = false
    /// See `JSONSchemaChange.isBreaking`.
    private(set) var isExact = false
    private(set) var work = 0
    private(set) var depth = 0
    /// How far into the value the walk is.
    private var level = 0
    /// Why no verdict was found, once that is so.
    private(set) var undecided: String?
    /// Pairs that are being told, and those that were.
    private var telling: Set<ShapePair> = []
    private var told: Set<ShapePair> = []

    init(old: JSONSchema, new: JSONSchema, policy: JSONSchemaPolicy, limits: SchemaComparisonLimits) {
        shapes = ShapeArena(old: old, new: new)
        self.policy = policy
        self.limits = limits
    }

    mutating func run() -> [Difference] {
        compare(shapes.shape(of: 0, in: .old), shapes.shape(of: 0, in: .new))
        if let undecided {
            path = []
            let roots = [SchemaVersion.old, .new].map { shapes.schema($0).root.source.range }
            differences.append(
                Difference(
                    rule: JSONSchemaChange.compatibilityUndecided.code, path: "#",
                    message: "\(undecided), so the change is held to be breaking", isBreaking: true, oldRange: roots[0],
                    newRange: roots[1]))
        }
        return differences
    }

    /// Whether nothing more can be learnt: in a walk that only asks, or beyond the limits.
    var isOver: Bool { undecided != nil || (!isTelling && isBroken) }

    mutating func spend(_ steps: Int) {
        work += steps
        if work > limits.maximumWork { giveUp("comparing the two takes more work than is allowed") }
    }

    mutating func giveUp(_ reason: String) {
        if undecided == nil { undecided = reason }
        isBroken = true
    }

    // MARK: Walking

    /// Compares two shapes: `old` is what values meet, `new` what they are held to.
    mutating func compare(_ old: Int, _ new: Int) {
        guard !isOver else { return }
        spend(1)
        guard depth < limits.maximumDepth else { return giveUp("the schemas go deeper into each other than is followed") }
        let pair = ShapePair(old: old, new: new, isExact: isExact)
        guard isTelling else {
            if let known = verdicts.begin(pair, level: level) {
                if !known { isBroken = true }
                return
            }
            descend(old, new)
            return verdicts.end(isCompatible: !isBroken)
        }
        // Told again where another place shares the schema, as long as that does not get out of hand.
        guard !telling.contains(pair), !told.contains(pair) || differences.count < limits.maximumDifferences / 4 else { return }
        guard differences.count < limits.maximumDifferences else {
            return giveUp("there are more differences than are told")
        }
        telling.insert(pair)
        descend(old, new)
        telling.remove(pair)
        told.insert(pair)
    }

    private mutating func descend(_ old: Int, _ new: Int) {
        depth += 1
        compareShapes(old, new)
        depth -= 1
    }

    /// The same, further down the path.
    mutating func compare(_ old: Int, _ new: Int, at steps: String...) {
        path += steps
        compare(old, new)
        path.removeLast(steps.count)
    }

    /// What is compared within concerns what an object or array holds.
    mutating func inside(_ compare: (inout Self) -> Void) {
        level += 1
        compare(&self)
        level -= 1
    }

    mutating func shape(_ node: Int, _ version: SchemaVersion) -> Int { shapes.shape(of: node, in: version) }

    /// Whether all that meets `old` meets `new`; false also where that cannot be told. Nothing is told.
    ///
    /// - Parameter exactly: that no default may stand in for what is missing.
    mutating func isCompatible(_ old: Int, _ new: Int, exactly: Bool = false) -> Bool {
        if undecided != nil { return false }
        let outer = (isTelling, isBroken, isExact)
        defer { (isTelling, isBroken, isExact) = outer }
        (isTelling, isBroken) = (false, false)
        isExact = isExact || exactly
        compare(old, new)
        return !isBroken
    }

    // MARK: Telling

    /// - Parameters:
    ///   - steps: from the path that is being walked.
    ///   - old: where it stands in the old version, as a keyword of the shape's schema.
    mutating func tell(
        _ change: JSONSchemaChange, at steps: [String] = [], old: SourceRange?, new: SourceRange?,
        _ message: String
    ) {
        let isBreaking = change.isBreaking(policy, isExact: isExact)
        if isBreaking { isBroken = true }
        guard isTelling else { return }
        // Where the roles are changed, what was the old schema is the new one; that happens only in walks that do not tell.
        differences.append(
            Difference(
                rule: change.code, path: "#" + JSONPointer(path + steps).text, message: message, isBreaking: isBreaking,
                oldRange: old, newRange: new))
    }

    /// The range of a keyword's value, or of its schema where the keyword does not stand there.
    func range(_ shape: Int, _ keyword: String, _ member: String? = nil) -> SourceRange {
        let origin = shapes[shape].origin
        guard let value = origin[keyword] else { return origin.range }
        return member.flatMap { value[$0]?.range } ?? value.range
    }
}

struct ShapePair: Hashable {
    var old: Int
    var new: Int
    var isExact: Bool
}
