import ContractModel
import LocatedJSON

/// `type`, `enum` and `const`.
extension SchemaComparison {
    mutating func compareValues(_ was: ValueDemand, _ now: ValueDemand, _ old: Int, _ new: Int) {
        let (before, after) = (shapes[old].origin.range, shapes[new].origin.range)
        let shared = was.kinds.intersection(now.kinds)
        if shared.isEmpty {
            return tell(.typeChanged, old: before, new: after, "the type was \(was.typeText) and is \(now.typeText)")
        }
        if !was.kinds.isSubset(of: now.kinds) {
            tell(
                was.isTyped ? .sumTypeNarrowed : .typeNarrowed, old: before, new: after,
                "the type was \(was.typeText) and is only \(now.typeText)")
        } else if !now.kinds.isSubset(of: was.kinds), was.isTyped {
            tell(
                now.isTyped ? .sumTypeExtended : .typeExtended, old: before, new: after,
                "the type was \(was.typeText) and may be \(now.typeText)")
        }
        if shared.contains(.number) {
            compareNumbers(was.number ?? NumberDemand(), now.number ?? NumberDemand(), old, new)
        }
        if shared.contains(.string) {
            compareStrings(was.string ?? StringDemand(), now.string ?? StringDemand(), old, new)
        }
        if shared.contains(.object) {
            let sides = ObjectSides(was: was.object ?? ObjectDemand(), now: now.object ?? ObjectDemand(), old: old, new: new)
            inside { $0.compareObjects(sides) }
            compareDependencies(sides)
        }
        if shared.contains(.array) {
            inside { $0.compareArrays(was.array ?? ArrayDemand(), now.array ?? ArrayDemand(), old, new) }
        }
    }

    mutating func compareAllowedValues(_ was: AllowedValues, _ now: AllowedValues, _ old: Int, _ new: Int) {
        spend((was.values.count + now.values.count) / 4)
        let (before, after) = (Set(was.values), Set(now.values))
        guard before != after else { return }
        let gone = was.values.filter { !after.contains($0) }
        let come = now.values.filter { !before.contains($0) }
        let change: JSONSchemaChange = gone.isEmpty ? .enumArrayExtended : come.isEmpty ? .enumArrayNarrowed : .enumArrayChanged
        tell(
            change, at: [now.keyword], old: range(old, was.keyword), new: range(new, now.keyword),
            [
                gone.isEmpty ? nil : "\(listing(gone)) no longer allowed",
                come.isEmpty ? nil : "\(listing(come)) allowed as well",
            ].compactMap { $0 }.joined(separator: ", "))
    }

    /// Some values by name, with the verb: `"red" and 2 more are`.
    private func listing(_ values: [JSONNode]) -> String {
        let first = values.prefix(3).map { String($0.compactText.prefix(60)) }.joined(separator: ", ")
        let more = values.count > 3 ? " and \(values.count - 3) more" : ""
        return "\(first)\(more) \(values.count == 1 ? "is" : "are")"
    }
}
