import XSDModel

/// Whether all texts that one simple type takes are taken by another.
struct XSDSimpleTypeInclusion {
    struct Finding: Hashable {
        var rule: XSDRule
        var message: String
    }

    private struct Pair: Hashable {
        var old: XSDTypeID
        var new: XSDTypeID
    }

    let old: XSDSchema
    let new: XSDSchema
    private var known: [Pair: [Finding]] = [:]
    private var judges: [XSDTypeID: XSDValueJudge?] = [:]

    init(old: XSDSchema, new: XSDSchema) {
        self.old = old
        self.new = new
    }

    /// Why not; empty where all of them are.
    mutating func findings(_ first: XSDTypeID, _ second: XSDTypeID) -> [Finding] {
        let pair = Pair(old: first, new: second)
        if let found = known[pair] { return found }
        let found = compare(first, second)
        known[pair] = found
        return found
    }

    mutating func takesEverything(_ id: XSDTypeID) -> Bool {
        guard case .simple(let type) = new[id] else { return false }
        return type.builtIn == "anySimpleType" && type.variety == .atomic || isFreeString(type)
    }

    /// Whether equal texts may mean other values, so that keys count otherwise.
    func changesValues(_ first: XSDTypeID, _ second: XSDTypeID) -> Bool {
        guard case .simple(let before) = old[first], case .simple(let after) = new[second] else { return true }
        guard before.primitive == after.primitive, before.facets.whiteSpace == after.facets.whiteSpace else { return true }
        // An ID that is one no longer leaves references to it in the air.
        if (before.builtIn == "ID") != (after.builtIn == "ID") { return true }
        switch (before.variety, after.variety) {
        case (.atomic, .atomic): return false
        case (.list(let a), .list(let b)): return changesValues(a, b)
        case (.union(let a), .union(let b)): return a.count != b.count || zip(a, b).contains { changesValues($0, $1) }
        default: return true
        }
    }

    private mutating func compare(_ first: XSDTypeID, _ second: XSDTypeID) -> [Finding] {
        guard case .simple(let before) = old[first], case .simple(let after) = new[second] else {
            return [typeChanged(first, second)]
        }
        if isAnything(after) { return [] }
        if isAnything(before) { return takesEverything(second) ? [] : [typeChanged(first, second)] }
        switch (before.variety, after.variety) {
        case (.union(let members), _):
            if case .union(let others) = after.variety, after.facets == before.facets, members.count == others.count,
                zip(members, others).allSatisfy({ findings($0, $1).isEmpty }),
                before.facets.enumeration == nil || members == others || sameMembers(members, others)
            {
                return []
            }
            if let values = before.facets.enumeration { return removed(values, from: second) }
            for member in members {
                let found = findings(member, second)
                if !found.isEmpty { return found }
            }
            return []
        case (_, .union(let members)):
            if !after.facets.patterns.isEmpty || after.facets.enumeration != nil {
                guard let values = before.facets.enumeration, hasPlainValues(before) else {
                    return [Finding(rule: .unknownChange, message: unknown(first, second))]
                }
                return removed(values, from: second)
            }
            if members.contains(where: { findings(first, $0).isEmpty }) { return [] }
            if let values = before.facets.enumeration, hasPlainValues(before) { return removed(values, from: second) }
            let ofPrimitive = members.filter { primitive($0) == before.primitive }
            return ofPrimitive.count == 1 ? findings(first, ofPrimitive[0]) : [typeChanged(first, second)]
        case (.list(let item), .list(let other)):
            let found = findings(item, other)
            return found + XSDFacetInclusion(before, after).listFindings(unknown: unknown(first, second))
        case (.atomic, .list(let item)):
            // A text without blanks is a list of one.
            guard hasNoBlanks(before), (after.facets.minLength ?? 0) <= 1, (after.facets.maxLength ?? 1) >= 1,
                after.facets.patterns.isEmpty, after.facets.enumeration == nil
            else { return [typeChanged(first, second)] }
            return findings(first, item)
        case (.list, .atomic): return isFreeString(after) ? [] : [typeChanged(first, second)]
        case (.atomic, .atomic): return compareAtomic(first, before, second, after)
        }
    }

    private mutating func compareAtomic(
        _ first: XSDTypeID, _ before: XSDSimpleType, _ second: XSDTypeID, _ after: XSDSimpleType
    ) -> [Finding] {
        if isFreeString(after), !["language", "NMTOKEN", "Name", "NCName", "ID", "IDREF", "ENTITY"].contains(after.builtIn) { return [] }
        guard XSDBuiltInInclusion.includes(before, in: after) else {
            if before.builtIn != after.builtIn, let values = before.facets.enumeration, hasPlainValues(before),
                ["string", "boolean"].contains(after.primitive), !["ID", "IDREF", "ENTITY"].contains(after.builtIn)
            {
                return removed(values, from: second)
            }
            return [typeChanged(first, second)]
        }
        let facets = XSDFacetInclusion(before, after)
        if let values = before.facets.enumeration, facets.canBeJudgedByValues {
            return before.facets.enumeration == after.facets.enumeration && facets.findings(unknown: unknown(first, second)).isEmpty
                ? [] : removed(values, from: second)
        }
        return facets.findings(unknown: unknown(first, second))
    }

    /// libxml2 says which of the values the new type takes.
    private mutating func removed(_ values: [String], from second: XSDTypeID) -> [Finding] {
        guard let judge = judge(second) else {
            return [Finding(rule: .unknownChange, message: "it is unknown whether the values are still taken; treated as breaking")]
        }
        let refused = values.filter { !judge.accepts($0) }
        guard !refused.isEmpty else { return [] }
        let shown = refused.prefix(5).map { "'\($0.prefix(60))'" }.joined(separator: ", ")
        return [
            Finding(
                rule: .enumerationValueRemoved,
                message: refused.count > 5 ? "\(shown) and \(refused.count - 5) other values are no longer taken"
                    : "\(shown) \(refused.count == 1 ? "is" : "are") no longer taken")
        ]
    }

    private mutating func judge(_ id: XSDTypeID) -> XSDValueJudge? {
        if let known = judges[id] { return known }
        let made = XSDValueJudge(id, of: new)
        judges[id] = made
        return made
    }

    private func sameMembers(_ first: [XSDTypeID], _ second: [XSDTypeID]) -> Bool {
        zip(first, second).allSatisfy { pair in
            guard case .simple(let a) = old[pair.0], case .simple(let b) = new[pair.1] else { return false }
            return a.primitive == b.primitive && a.facets == b.facets
        }
    }

    private func primitive(_ id: XSDTypeID) -> String? {
        if case .simple(let type) = new[id] { type.primitive } else { nil }
    }

    private func isAnything(_ type: XSDSimpleType) -> Bool { type.name?.local == "anySimpleType" && type.name?.namespace == xsdNamespace }

    private func isFreeString(_ type: XSDSimpleType) -> Bool {
        type.primitive == "string" && type.variety == .atomic && type.facets.enumeration == nil && type.facets.patterns.isEmpty
            && (type.facets.minLength ?? 0) == 0 && type.facets.maxLength == nil
    }

    /// Whether its values are told apart by their texts.
    private func hasPlainValues(_ type: XSDSimpleType) -> Bool { type.primitive == "string" && type.variety == .atomic }

    private func hasNoBlanks(_ type: XSDSimpleType) -> Bool {
        type.primitive != "string" && type.primitive != "anyURI" && type.primitive != "base64Binary"
            || ["language", "NMTOKEN", "Name", "NCName", "ID", "IDREF", "ENTITY"].contains(type.builtIn)
    }

    private func typeChanged(_ first: XSDTypeID, _ second: XSDTypeID) -> Finding {
        Finding(
            rule: .typeChanged, message: "the type was \(describeXSDType(first, in: old)) and is \(describeXSDType(second, in: new)),"
                + " which does not take all of its values")
    }

    private func unknown(_ first: XSDTypeID, _ second: XSDTypeID) -> String {
        "it is unknown whether \(describeXSDType(second, in: new)) takes all values of \(describeXSDType(first, in: old));"
            + " treated as breaking"
    }
}
