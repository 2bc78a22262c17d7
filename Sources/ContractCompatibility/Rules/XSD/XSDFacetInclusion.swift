import XSDModel

/// Holds the facets of two types against each other whose literals, facets left aside, are included.
struct XSDFacetInclusion {
    typealias Finding = XSDSimpleTypeInclusion.Finding

    private let before: XSDSimpleType
    private let after: XSDSimpleType
    private let old: XSDFacets
    private let new: XSDFacets

    init(_ before: XSDSimpleType, _ after: XSDSimpleType) {
        self.before = before
        self.after = after
        old = before.facets
        new = after.facets
    }

    /// Whether asking for each value of the old enumeration decides: equal values have to be equal in both, and nothing may
    /// hang on how a value is written.
    var canBeJudgedByValues: Bool {
        guard before.primitive == after.primitive, old.whiteSpace == new.whiteSpace else { return false }
        return before.primitive == "string" || havePatterns
    }

    func findings(unknown: String) -> [Finding] {
        var findings = bounds(unknown) + digits() + lengths()
        if !havePatterns {
            findings.append(Finding(rule: .patternChanged, message: patternMessage))
        }
        if let values = new.enumeration, old.enumeration.map({ !Set($0).isSubset(of: values) }) ?? true {
            findings.append(Finding(rule: .enumerationValueRemoved, message: "only \(values.count) values are taken now"))
        }
        if old.whiteSpace != new.whiteSpace, findings.isEmpty, hangsOnBlanks {
            findings.append(Finding(rule: .unknownChange, message: "blanks are treated otherwise (whiteSpace): " + unknown))
        }
        return findings
    }

    /// Of lists, whose items are compared for themselves.
    func listFindings(unknown: String) -> [Finding] {
        var findings = lengths()
        if !havePatterns { findings.append(Finding(rule: .patternChanged, message: patternMessage)) }
        if let values = new.enumeration, old.enumeration.map({ !Set($0).isSubset(of: values) }) ?? true {
            findings.append(Finding(rule: .enumerationValueRemoved, message: "only \(values.count) values are taken now"))
        }
        return findings
    }

    private var hangsOnBlanks: Bool {
        new.minLength != nil || new.maxLength != nil || !new.patterns.isEmpty || new.enumeration != nil
    }

    /// Each pattern that is asked for now was asked for before, with no more alternatives.
    private var havePatterns: Bool {
        new.patterns.allSatisfy { step in old.patterns.contains { Set($0).isSubset(of: step) } }
    }

    private var patternMessage: String {
        old.patterns.isEmpty ? "values have to match a pattern now"
            : "values have to match another pattern; whether it takes all that matched is not looked into"
    }

    private func lengths() -> [Finding] {
        var findings: [Finding] = []
        if let minimum = new.minLength, minimum > (old.minLength ?? 0) {
            let was = old.minLength.map { "it was \($0)" } ?? "none was"
            findings.append(narrowed("a length of at least \(minimum) is asked for; before, \(was)"))
        }
        if let maximum = new.maxLength, old.maxLength.map({ $0 > maximum }) ?? true {
            let was = old.maxLength.map { "it was \($0)" } ?? "it had no bound"
            findings.append(narrowed("the length is at most \(maximum); before, \(was)"))
        }
        return findings
    }

    private func digits() -> [Finding] {
        var findings: [Finding] = []
        if let most = new.totalDigits, old.totalDigits.map({ $0 > most }) ?? true, !boundsImply(digits: most) {
            let was = old.totalDigits.map { "there were \($0)" } ?? "there was no bound"
            findings.append(narrowed("there are at most \(most) digits; before, \(was)"))
        }
        if let most = new.fractionDigits, old.fractionDigits.map({ $0 > most }) ?? true {
            let was = old.fractionDigits.map { "there were \($0)" } ?? "there was no bound"
            findings.append(narrowed("there are at most \(most) digits behind the point; before, \(was)"))
        }
        return findings
    }

    /// -99 … 99 has two digits.
    private func boundsImply(digits: Int) -> Bool {
        guard old.isInteger, let lower = old.lower, let upper = old.upper else { return false }
        return [lower, upper].allSatisfy { bound in
            bound.value.drop { "+-".contains($0) }.drop { $0 == "0" }.prefix { $0 != "." }.count <= digits
        }
    }

    private func bounds(_ unknown: String) -> [Finding] {
        var findings: [Finding] = []
        if let lower = new.lower {
            findings += bound(lower, old.lower, unknown, what: "least") { $0 == .orderedDescending }
        }
        if let upper = new.upper {
            findings += bound(upper, old.upper, unknown, what: "greatest") { $0 == .orderedAscending }
        }
        return findings
    }

    private func bound(
        _ bound: XSDFacets.Bound, _ before: XSDFacets.Bound?, _ unknown: String, what: String, isNarrower: (XSDOrder) -> Bool
    ) -> [Finding] {
        let now = "the \(what) value is \(bound.value)\(bound.isInclusive ? "" : " (exclusive)") now"
        guard let before else { return [narrowed("\(now); before, there was none")] }
        let isKept: Bool
        switch compareXSDValues(bound.value, before.value, primitive: after.primitive) {
        case nil: return [Finding(rule: .unknownChange, message: unknown)]
        case .orderedSame?: isKept = bound.isInclusive || !before.isInclusive
        case let order?: isKept = !isNarrower(order) || isNextInteger(bound, before)
        }
        return isKept ? [] : [narrowed("\(now); before, it was \(before.value)\(before.isInclusive ? "" : " (exclusive)")")]
    }

    /// More than 0 is 1 and more.
    private func isNextInteger(_ bound: XSDFacets.Bound, _ before: XSDFacets.Bound) -> Bool {
        guard old.isInteger, bound.isInclusive, !before.isInclusive, let a = Int(bound.value), let b = Int(before.value)
        else { return false }
        let (difference, overflows) = a.subtractingReportingOverflow(b)
        return !overflows && abs(difference) == 1
    }

    private func narrowed(_ message: String) -> Finding { Finding(rule: .facetNarrowed, message: message) }
}
