import Diagnostics
import XMLText

/// Holds a schema to bounds before libxml2 sees it, which goes into groups, base types and members of unions by recursion
/// and puts in at each place what is referred to there: a few lines of groups within groups can mean billions of particles.
func checkSize(_ globals: XSDGlobals) -> [Diagnostic] {
    var check = SizeCheck(globals)
    check.run()
    return check.diagnostics
}

private struct SizeCheck {
    private static let mostParts = 50_000
    private static let mostPartsInAll = 500_000
    private static let mostDepth = 150
    /// Of groups within groups, references put in.
    private static let mostHeight = 600
    private static let longestPattern = 5_000
    private static let mostOperators = 400
    private static let mostPatternCost = 120_000_000

    struct Size {
        var parts = 1
        var height = 1
    }

    private let globals: XSDGlobals
    private(set) var diagnostics: [Diagnostic] = []
    private var sizes: [XSDComponentName: Size] = [:]
    private var open: Set<XSDComponentName> = []
    private var waiting: [XSDGlobal] = []
    private var members: [XMLName: [XSDComponentName]] = [:]
    private var total = 0
    private var patternCost = 0

    init(_ globals: XSDGlobals) {
        self.globals = globals
        for name in globals.order where name.kind == .element {
            guard let global = globals[name], let head = global.element["substitutionGroup"] else { continue }
            members[global.scope.resolve(head), default: []].append(name)
        }
    }

    mutating func run() {
        for name in globals.order where diagnostics.isEmpty {
            total += count(name, depth: 0).parts
            refuseIfTooLarge(globals[name])
        }
        // Anonymous types of elements: recursion through an element is what recursive types are.
        var next = 0
        while next < waiting.count, diagnostics.isEmpty {
            let global = waiting[next]
            next += 1
            total += countChildren(global.element, global.scope, depth: 0).parts
            refuseIfTooLarge(global)
        }
    }

    private mutating func refuseIfTooLarge(_ global: XSDGlobal?) {
        guard diagnostics.isEmpty, total > Self.mostPartsInAll, let global else { return }
        report("xsd/too-large", "with all references put in, the schema has more than \(Self.mostPartsInAll) parts", global)
    }

    private mutating func report(_ code: String, _ message: String, _ global: XSDGlobal) {
        guard diagnostics.isEmpty else { return }
        let range = global.scope.document.range(global.element.place)
        diagnostics.append(Diagnostic(code: code, message, at: range))
    }

    /// How many parts stand at a place that refers to a component.
    private mutating func count(_ name: XSDComponentName, depth: Int) -> Size {
        if let known = sizes[name] { return known }
        guard let global = globals[name], diagnostics.isEmpty else { return Size() }
        guard depth < Self.mostDepth else {
            report("xsd/too-large", "'\(name.name.local)' stands at the end of a chain of more than \(Self.mostDepth) definitions", global)
            return Size()
        }
        guard open.insert(name).inserted else {
            report("xsd/circular-definition", "'\(name.name.local)' is defined by itself", global)
            return Size()
        }
        defer { open.remove(name) }
        var result = Size()
        if name.kind == .element {
            // Declared ones are looked into once, members stand at each reference.
            waiting.append(global)
            for member in members[name.name] ?? [] { result = add(result, count(member, depth: depth + 1), global) }
        } else {
            result = add(result, reference(global.element, global.scope, depth: depth), global)
            result = add(result, countChildren(global.element, global.scope, depth: depth), global)
        }
        sizes[name] = result
        return result
    }

    /// `inner` stands one level below.
    private mutating func add(_ outer: Size, _ inner: Size, _ global: XSDGlobal) -> Size {
        let sum = Size(parts: outer.parts + inner.parts, height: max(outer.height, inner.height + 1))
        if sum.parts > Self.mostParts {
            report("xsd/too-large", "with all references put in, a definition has more than \(Self.mostParts) parts", global)
        } else if sum.height > Self.mostHeight {
            report("xsd/too-large", "with all references put in, a definition is more than \(Self.mostHeight) levels deep", global)
        }
        return sum
    }

    private mutating func countChildren(_ element: XMLElement, _ scope: XSDScope, depth: Int) -> Size {
        var result = Size(parts: 0, height: 0)
        for child in element.children where child.name.namespace == xsdNamespace && diagnostics.isEmpty {
            let inner = scope.entering(child)
            let global = XSDGlobal(element: child, scope: inner)
            result = add(result, Size(parts: 1, height: 0), global)
            switch child.name.local {
            case "annotation", "include", "import": continue
            case "element" where child["ref"] == nil, "attribute" where child["ref"] == nil: waiting.append(global)
            case "pattern": checkPattern(child["value"] ?? "", global)
            default:
                result = add(result, reference(child, inner, depth: depth), global)
                result = add(result, countChildren(child, inner, depth: depth), global)
            }
        }
        return result
    }

    /// libxml2 compares the states of a pattern's automaton with each other, by the ways out of each. Measured on libxml2 2.9,
    /// a pattern with four hundred places that can be left out takes about two seconds.
    private mutating func checkPattern(_ pattern: String, _ global: XSDGlobal) {
        let operators = pattern.utf8.count { "?*+|{".utf8.contains($0) }
        patternCost += operators * operators * operators
        if pattern.utf8.count > Self.longestPattern || operators > Self.mostOperators || patternCost > Self.mostPatternCost {
            report("xsd/too-large", "the patterns are too long, or have too many choices and repetitions, to be compiled", global)
        }
    }

    private mutating func reference(_ element: XMLElement, _ scope: XSDScope, depth: Int) -> Size {
        var result = Size(parts: 0, height: 0)
        let global = XSDGlobal(element: element, scope: scope)
        func follow(_ text: String?, _ kind: XSDComponentKind, _ check: inout SizeCheck) {
            for part in (text ?? "").split(whereSeparator: \.isXMLSpace) where check.diagnostics.isEmpty {
                result = check.add(result, check.count(scope.resolve(String(part), kind), depth: depth + 1), global)
            }
        }
        switch element.name.local {
        case "group": follow(element["ref"], .group, &self)
        case "attributeGroup": follow(element["ref"], .attributeGroup, &self)
        case "element": follow(element["ref"], .element, &self)
        case "extension", "restriction": follow(element["base"], .type, &self)
        case "list": follow(element["itemType"], .type, &self)
        case "union": follow(element["memberTypes"], .type, &self)
        default: break
        }
        return result
    }
}
