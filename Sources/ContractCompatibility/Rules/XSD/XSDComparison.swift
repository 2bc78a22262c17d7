import Diagnostics
import XMLText
import XSDModel

/// Goes through two schemas side by side from their global elements. Pairs of declarations wait their turn in a queue, so
/// that no chain of them deepens the stack, and the shortest path to a pair is the one that is told.
struct XSDComparison {
    /// Where the comparison stands, in both schemas.
    struct Place {
        private static let longest = 2_000

        private(set) var path: String
        var oldRange: SourceRange?
        var newRange: SourceRange?

        func appending(_ step: String) -> Place {
            var place = self
            // A path that long would not be read, and many of them would fill the memory.
            place.path = path.utf8.count > Self.longest ? "…/\(step)" : "\(path)/\(step)"
            return place
        }

        func within(old: SourceRange?, new: SourceRange?) -> Place {
            var place = self
            place.oldRange = old ?? oldRange
            place.newRange = new ?? newRange
            return place
        }
    }

    /// A pair that has been met and is to be looked at.
    enum Task: Hashable {
        case elements(old: XSDElementID, new: XSDElementID)
        case types(old: XSDTypeID, new: XSDTypeID)
    }

    private static let mostDifferences = 1_000

    let old: XSDSchema
    let new: XSDSchema
    private var effort: Int
    private var differences: [Difference] = []
    private var told: Set<String> = []
    private var seen: Set<Task> = []
    private var waiting: [(task: Task, place: Place)] = []
    var simpleTypes: XSDSimpleTypeInclusion
    /// Values that were equal may not be, or the other way round: identity constraints may count otherwise.
    var hasOtherValues = false

    init(old: XSDSchema, new: XSDSchema, effort: Int) {
        self.old = old
        self.new = new
        self.effort = effort
        simpleTypes = XSDSimpleTypeInclusion(old: old, new: new)
    }

    mutating func run() -> [Difference] {
        for (name, id) in old.globalElements.sorted(by: { $0.key < $1.key }) where !old[id].isAbstract {
            let place = Place(path: "/" + old.shortName(name)).within(old: old[id].range, new: nil)
            guard let found = new.globalElements[name] else {
                report(.elementRemoved, "'\(old.shortName(name))' was an element that documents could begin with", at: place)
                continue
            }
            visit(.elements(old: id, new: found), at: place)
        }
        var next = 0
        while next < waiting.count, !mustStop {
            let (task, place) = waiting[next]
            next += 1
            spend(1)
            switch task {
            case .elements(let first, let second): compareElements(old[first], new[second], at: place)
            case .types(let first, let second): compareTypes(first, second, at: place)
            }
        }
        compareGlobalTypes()
        compareIdentityOfValues()
        if mustStop { giveUp() }
        return differences
    }

    mutating func visit(_ task: Task, at place: Place) {
        if seen.insert(task).inserted { waiting.append((task, place)) }
    }

    mutating func spend(_ steps: Int) { effort -= steps }

    var remainingEffort: Int { effort }

    private var mustStop: Bool { effort <= 0 || differences.count >= Self.mostDifferences }

    mutating func report(_ rule: XSDRule, _ message: String, at place: Place) {
        let path = place.path.isEmpty ? "/" : place.path
        guard differences.count < Self.mostDifferences, told.insert("\(rule.rawValue) \(path) \(message)").inserted else { return }
        differences.append(
            Difference(
                rule: rule.rawValue, path: path, message: message, isBreaking: rule.isBreaking, oldRange: place.oldRange,
                newRange: place.newRange))
    }

    private mutating func giveUp() {
        differences.append(
            Difference(
                rule: XSDRule.comparisonGivenUp.rawValue, path: "/",
                message: effort <= 0
                    ? "the schemas are too large to be compared to the end, which counts as breaking"
                    : "there are more than \(Self.mostDifferences) differences; the others are not told"))
    }

    /// Documents do not need a type that no element has; schemas that import this one may.
    private mutating func compareGlobalTypes() {
        for (name, id) in old.globalTypes.sorted(by: { $0.key < $1.key }) where new.globalTypes[name] == nil {
            let place = Place(path: "/" + old.shortName(name)).within(old: old[id].range, new: nil)
            report(.typeRemoved, "the type '\(old.shortName(name))' is gone; schemas that import this one may use it", at: place)
        }
    }

    /// Keys are compared as values: with other types, other values are equal.
    private mutating func compareIdentityOfValues() {
        guard hasOtherValues else { return }
        for element in new.elements where !element.constraints.isEmpty {
            for constraint in element.constraints {
                let place = Place(path: "/" + new.shortName(element.name)).within(old: nil, new: constraint.range)
                report(
                    .unknownChange, "'\(constraint.name.local)' compares values, and types of values have changed: it is unknown"
                        + " whether it holds where it held", at: place)
            }
        }
    }
}
