import LocatedJSON

/// `not` and `if`, where a schema also decides by what it refuses.
extension SchemaComparison {
    mutating func compareNot(_ was: Int, _ now: Int, _ old: Int, _ new: Int) {
        let (left, right) = (shape(was, shapes[old].version), shape(now, shapes[new].version))
        let (before, after) = (range(old, "not"), range(new, "not"))
        // What is ruled out now must have been ruled out before.
        guard isCompatible(right, left, exactly: true) else {
            return tell(.notTypeExtended, at: ["not"], old: before, new: after, "more is ruled out than before")
        }
        guard isTelling, !isCompatible(left, right, exactly: true) else { return }
        tell(.notTypeNarrowed, at: ["not"], old: before, new: after, "less is ruled out than before")
    }

    mutating func compareConditionals(_ was: SchemaDemand?, _ now: SchemaDemand, _ old: Int, _ new: Int) {
        guard case .conditional(let condition, let then, let otherwise) = now else { return }
        let after = range(new, "if")
        let version = shapes[new].version
        guard case .conditional(let formerly, let thenFormerly, let otherwiseFormerly) = was else {
            var isFree = true
            for case let branch? in [then, otherwise] where !self.isFree(branch, version) { isFree = false }
            if isFree { return }
            return tell(
                .conditionalAdded, at: ["if"], old: shapes[old].origin.range, new: after, "a condition is asked for now")
        }
        let (left, right) = (shape(formerly, shapes[old].version), shape(condition, version))
        guard isCompatible(left, right, exactly: true), isCompatible(right, left, exactly: true) else {
            return tell(
                .conditionalChanged, at: ["if"], old: range(old, "if"), new: after, "the condition in 'if' is another")
        }
        for (keyword, before, after) in [("then", thenFormerly, then), ("else", otherwiseFormerly, otherwise)] {
            switch (before, after) {
            case (nil, nil): break
            case (let before?, let after?):
                let (left, right) = (shape(before, shapes[old].version), shape(after, version))
                compare(left, right, at: keyword)
            case (_?, nil):
                tell(
                    .conditionalRemoved, at: [keyword], old: range(old, keyword), new: shapes[new].origin.range,
                    "'\(keyword)' is left out")
            case (nil, let after?):
                if isFree(after, version) { continue }
                tell(
                    .conditionalAdded, at: [keyword], old: shapes[old].origin.range, new: range(new, keyword),
                    "'\(keyword)' is asked for now")
            }
        }
    }
}
