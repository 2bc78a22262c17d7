import XMLText
import XSDModel

extension XSDComparison {
    mutating func compareElements(_ first: XSDElement, _ second: XSDElement, at place: Place) {
        let place = place.within(old: first.range, new: second.range)
        // Others stand for an abstract element in documents, and are compared themselves.
        if first.isAbstract { return }
        if second.isAbstract { report(.elementNowAbstract, "'\(first.name.local)' is abstract now and cannot stand itself", at: place) }
        if first.isNillable, !second.isNillable {
            report(.nillableRemoved, "'\(first.name.local)' could be nil (xsi:nil) and can no longer", at: place)
        }
        compareValues(first, second, at: place)
        compareConstraints(first, second, at: place)
        compareDerivedTypes(first, second, at: place)
        visit(.types(old: first.type, new: second.type), at: place)
    }

    private mutating func compareValues(_ first: XSDElement, _ second: XSDElement, at place: Place) {
        if case .fixed(let value)? = second.value {
            guard case .fixed(let before)? = first.value, trimmed(before) == trimmed(value) else {
                report(.fixedValueChanged, "the only value is '\(value)' now; before, \(described(first.value))", at: place)
                return
            }
            return
        }
        guard let before = first.value else {
            if second.value != nil { hasOtherValues = true }
            return
        }
        if let after = second.value {
            if after.value != before.value {
                hasOtherValues = true
                report(.defaultChanged, "an empty element means '\(after.value)' now; before, \(described(first.value))", at: place)
            }
        } else if !takesEmptyText(second.type) {
            report(.defaultRemoved, "an empty element meant '\(before.value)', and its type does not take an empty text", at: place)
        } else {
            hasOtherValues = true
            report(.defaultChanged, "an empty element has no default any more; before, \(described(first.value))", at: place)
        }
    }

    func described(_ value: XSDValueConstraint?) -> String {
        switch value {
        case nil: "any value could be given"
        case .default(let value)?: "'\(value)' was the default"
        case .fixed(let value)?: "it was '\(value)'"
        }
    }

    private func trimmed(_ text: String) -> String { text.split(whereSeparator: \.isWhitespace).joined(separator: " ") }

    func takesEmptyText(_ id: XSDTypeID) -> Bool {
        switch new[id] {
        case .simple: XSDValueJudge(id, of: new)?.accepts("") ?? false
        case .complex(let type):
            switch type.content {
            case .simple(let content): XSDValueJudge(content, of: new)?.accepts("") ?? false
            case .empty: true
            case .elements(let particle, _): particle.map { XSDContentModel($0, of: new).isNullable } ?? true
            }
        }
    }

    // MARK: Identity constraints

    private mutating func compareConstraints(_ first: XSDElement, _ second: XSDElement, at place: Place) {
        for constraint in second.constraints {
            let isKept = first.constraints.contains { before in
                // A key is unique, and there besides.
                let isKind = before.kind == constraint.kind || (before.kind == .key && constraint.kind == .unique)
                return isKind && before.selector == constraint.selector && before.fields == constraint.fields
                    && refersAlike(before, constraint)
            }
            guard !isKept else { continue }
            report(
                .identityConstraintAdded,
                "\(constraint.kind.rawValue) '\(constraint.name.local)' on '\(constraint.selector)' was not asked for",
                at: place.within(old: nil, new: constraint.range))
        }
    }

    private func refersAlike(_ before: XSDIdentityConstraint, _ after: XSDIdentityConstraint) -> Bool {
        guard after.kind == .keyref else { return true }
        func target(_ name: XMLName?, _ schema: XSDSchema) -> XSDIdentityConstraint? {
            schema.elements.lazy.flatMap(\.constraints).first { $0.name == name && $0.kind != .keyref }
        }
        guard let first = target(before.refersTo, old), let second = target(after.refersTo, new) else { return false }
        return first.selector == second.selector && first.fields == second.fields
    }

    // MARK: Types that documents name

    /// What stands at an element may say by `xsi:type` that it is of a type derived from the declared one.
    private mutating func compareDerivedTypes(_ first: XSDElement, _ second: XSDElement, at place: Place) {
        guard case .complex(let declared) = old[first.type] else { return }
        for (name, id) in old.globalTypes.sorted(by: { $0.key < $1.key }) where id != first.type {
            spend(1)
            guard case .complex(let derived) = old[id], !derived.isAbstract,
                let steps = derivation(of: id, from: first.type, in: old), steps.isDisjoint(with: first.block.union(declared.block))
            else { continue }
            guard let found = new.globalTypes[name], case .complex(let kept) = new[found], !kept.isAbstract,
                let newSteps = derivation(of: found, from: second.type, in: new),
                newSteps.isDisjoint(with: second.block.union(block(of: second.type)))
            else {
                report(
                    .derivedTypeRemoved, "'\(first.name.local)' could be of the type '\(old.shortName(name))' (xsi:type)",
                    at: place.within(old: derived.range, new: nil))
                continue
            }
            visit(.types(old: id, new: found), at: place.appending("(\(old.shortName(name)))"))
        }
    }

    private func block(of id: XSDTypeID) -> XSDDerivations {
        if case .complex(let type) = new[id] { type.block } else { [] }
    }

    /// The ways by which a type comes from another; nil where it does not.
    private func derivation(of id: XSDTypeID, from base: XSDTypeID, in schema: XSDSchema) -> XSDDerivations? {
        var steps: XSDDerivations = []
        var current = id
        for _ in 0..<1_000 {
            if current == base { return steps }
            guard case .complex(let type) = schema[current], current != .anyType else {
                return nil
            }
            steps.formUnion(type.derivation)
            current = type.base
        }
        return nil
    }
}
