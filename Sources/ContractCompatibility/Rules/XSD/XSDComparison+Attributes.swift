import XMLText
import XSDModel

extension XSDComparison {
    mutating func compareAttributes(_ before: TypeView, _ after: TypeView, at place: Place) {
        for (name, attribute) in after.attributes.sorted(by: { $0.key < $1.key }) where attribute.isRequired {
            guard before.attributes[name]?.isRequired != true else { continue }
            let at = self.place(of: name, place).within(old: before.attributes[name]?.range, new: attribute.range)
            if before.attributes[name] == nil {
                report(.requiredAttributeAdded, "the attribute '\(name.local)' has to be given, and was not known", at: at)
            } else {
                report(.attributeNowRequired, "the attribute '\(name.local)' was optional and has to be given now", at: at)
            }
        }
        for (name, attribute) in before.attributes.sorted(by: { $0.key < $1.key }) {
            compare(attribute, with: after, at: self.place(of: name, place).within(old: attribute.range, new: nil))
        }
        if let wildcard = before.anyAttribute { compare(wildcard, before, after, at: place) }
    }

    private func place(of name: XMLName, _ place: Place) -> Place { place.appending("@" + old.shortName(name)) }

    private mutating func compare(_ attribute: XSDAttribute, with after: TypeView, at place: Place) {
        if let kept = after.attributes[attribute.name] {
            compare(attribute, kept, at: place.within(old: attribute.range, new: kept.range))
            return
        }
        guard let wildcard = after.anyAttribute, wildcard.namespaces.contains(attribute.name.namespace) else {
            report(.attributeRemoved, "the attribute '\(attribute.name.local)' is no longer taken", at: place)
            return
        }
        let place = place.within(old: nil, new: wildcard.range)
        switch (wildcard.processing, new.globalAttributes[attribute.name]) {
        case (.skip, _), (.lax, nil): hasOtherValues = true
        case (.lax, let declared?), (.strict, let declared?): compare(attribute, declared, at: place)
        case (.strict, nil):
            report(
                .attributeRemoved, "the attribute '\(attribute.name.local)' is only taken where a declaration is known,"
                    + " and there is none", at: place)
        }
    }

    private mutating func compare(_ before: XSDAttribute, _ after: XSDAttribute, at place: Place) {
        if case .fixed(let value)? = after.value {
            if case .fixed(let first)? = before.value, first == value {} else {
                report(.fixedValueChanged, "the only value is '\(value)' now; before, \(described(before.value))", at: place)
            }
        } else if before.value?.value != after.value?.value {
            hasOtherValues = true
            if let first = before.value {
                report(
                    .defaultChanged, "what is not given means " + (after.value.map { "'\($0.value)'" } ?? "nothing")
                        + " now; before, it meant '\(first.value)'", at: place)
            }
        }
        for finding in simpleTypes.findings(before.type, after.type) { report(finding.rule, finding.message, at: place) }
        if simpleTypes.changesValues(before.type, after.type) { hasOtherValues = true }
    }

    private mutating func compare(_ wildcard: XSDWildcard, _ before: TypeView, _ after: TypeView, at place: Place) {
        let place = place.appending("@*").within(old: wildcard.range, new: after.anyAttribute?.range)
        // A strict wildcard lets in what is declared, and nothing else.
        if wildcard.processing == .strict {
            for (name, declared) in old.globalAttributes.sorted(by: { $0.key < $1.key })
            where wildcard.namespaces.contains(name.namespace) && before.attributes[name] == nil {
                compare(declared, with: after, at: self.place(of: name, place).within(old: declared.range, new: nil))
            }
            return
        }
        guard let other = after.anyAttribute, wildcard.namespaces.isSubset(of: other.namespaces) else {
            report(.wildcardNarrowed, "attributes of namespaces are no longer taken that were", at: place)
            return
        }
        if other.processing > wildcard.processing {
            report(
                .wildcardNarrowed, "what stands for the wildcard was not looked at as closely as it is now (processContents)",
                at: place)
        }
        // By a name that has a meaning now, anything could be said.
        var declared = after.attributes
        if other.processing != .skip { declared.merge(new.globalAttributes) { mine, _ in mine } }
        for (name, attribute) in declared.sorted(by: { $0.key < $1.key })
        where wildcard.namespaces.contains(name.namespace) && before.attributes[name] == nil {
            if wildcard.processing == .lax, let known = old.globalAttributes[name] {
                compare(known, attribute, at: self.place(of: name, place).within(old: known.range, new: attribute.range))
            } else if attribute.value?.isFixed == true || !simpleTypes.takesEverything(attribute.type) {
                report(
                    .wildcardNameDeclared, "'\(name.local)' could have any value, and is \(describe(attribute.type, new)) now",
                    at: self.place(of: name, place).within(old: wildcard.range, new: attribute.range))
            }
        }
    }
}
