import ContractModel
import LocatedJSON

/// One schema against another: which demands stand against which.
extension SchemaComparison {
    mutating func compareShapes(_ old: Int, _ new: Int) {
        let (was, now) = (shapes[old], shapes[new])
        compareAnnotations(old, new)
        if was.isNever || (now.demands.isEmpty && !now.isNever) { return }
        if now.isNever {
            return tell(.typeChanged, old: was.origin.range, new: now.origin.range, "no value is allowed any more")
        }
        if now.demands.contains(where: { $0.kind == .undecidable }) || was.demands.contains(where: { $0.kind == .undecidable }) {
            return tell(
                .compatibilityUndecided, old: was.origin.range, new: now.origin.range,
                "a dynamic reference here may lead to several schemas, so that no verdict can be given")
        }
        spend(was.demands.count + now.demands.count)
        if was.demands.count == 1, now.demands.count == 1, case .combined(let before, let olds) = was.demands[0],
            case .combined(let after, let news) = now.demands[0]
        {
            return compareCombined((old, before, olds), (new, after, news))
        }
        if now.demands.count == 1, case .combined(let criterion, let branches) = now.demands[0] {
            if takeIntoCombined(old, new, criterion, branches) { return }
        } else if was.demands.count == 1, case .combined(let criterion, let branches) = was.demands[0] {
            if takeOutOfCombined(old, new, criterion, branches) { return }
        }
        if was.demands.count > 1, now.demands.count == 1,
            !was.demands.contains(where: { $0.kind == now.demands[0].kind }), anyDemand(of: old, meets: new)
        {
            return tell(.productTypeNarrowed, old: was.origin.range, new: now.origin.range, "demands are left out")
        }
        compareDemands(old, new)
    }

    /// Demands that hold together, each against the one of its kind.
    private mutating func compareDemands(_ old: Int, _ new: Int) {
        let (was, now) = (shapes[old], shapes[new])
        var unused = Set(was.demands.indices)
        for (index, demand) in now.demands.enumerated() {
            guard !isOver else { return }
            if let counterpart = was.demands.firstIndex(where: { $0.kind == demand.kind }) {
                unused.remove(counterpart)
                if was.demands.count == 1, now.demands.count == 1 {
                    compareDemand(was.demands[counterpart], demand, old, new)
                    continue
                }
                let single = (shapes.single(counterpart, of: old), shapes.single(index, of: new))
                // Another demand may see to it that this one is met.
                if !isCompatible(single.0, single.1),
                    now.demands.count > 1 ? isImplied(index, of: new, by: old) : anyDemand(of: old, meets: new)
                {
                    continue
                }
                compare(single.0, single.1)
            } else if case .value(let value) = demand, !value.isTyped, !was.demands.contains(where: { $0.kind == .value }) {
                compareValues(ValueDemand(), value, old, new)
            } else if !(now.demands.count > 1 && isImplied(index, of: new, by: old)) {
                tellNewDemand(demand, old, new)
            }
        }
        if was.demands.count > now.demands.count, !unused.isEmpty {
            tell(.productTypeNarrowed, old: was.origin.range, new: now.origin.range, "demands are left out")
        }
    }

    /// Whether the old schema as a whole meets one demand of the new one.
    private mutating func isImplied(_ demand: Int, of new: Int, by old: Int) -> Bool {
        if case .reference(let target) = shapes[new].demands[demand] {
            return isCompatible(old, shape(target, shapes[new].version))
        }
        let wanted = shapes.single(demand, of: new)
        return isCompatible(old, wanted)
    }

    private mutating func anyDemand(of old: Int, meets new: Int) -> Bool {
        for index in shapes[old].demands.indices {
            let single = shapes.single(index, of: old)
            if isCompatible(single, new) { return true }
        }
        return false
    }

    private mutating func tellNewDemand(_ demand: SchemaDemand, _ old: Int, _ new: Int) {
        let (was, now) = (shapes[old].origin.range, shapes[new].origin.range)
        if case .conditional = demand { return compareConditionals(nil, demand, old, new) }
        if case .not = demand {
            return tell(.notTypeExtended, at: ["not"], old: was, new: range(new, "not"), "'not' is asked for now")
        }
        if case .reference(let target) = demand { return compare(old, shape(target, shapes[new].version)) }
        let before = shapes[old].demands
        if before.count == 1, shapes[new].demands.count == 1 {
            return tell(.typeChanged, old: was, new: now, "what was \(name(of: before[0])) is \(name(of: demand)) now")
        }
        if before.isEmpty {
            return tell(.typeChanged, old: was, new: now, "what could be any value is \(name(of: demand)) now")
        }
        tell(.productTypeExtended, old: was, new: now, "it must be \(name(of: demand)) as well")
    }

    func name(of demand: SchemaDemand) -> String {
        switch demand {
        case .value(let value): value.typeText
        case .oneOfValues: "one of the values listed"
        case .combined(let criterion, _): "a choice of '\(criterion.rawValue)'"
        case .not: "what 'not' does not rule out"
        case .conditional: "what 'if' asks for"
        case .reference: "what '$ref' asks for"
        case .undecidable: "what a dynamic reference asks for"
        }
    }

    private mutating func compareDemand(_ was: SchemaDemand, _ now: SchemaDemand, _ old: Int, _ new: Int) {
        switch (was, now) {
        case (.value(let before), .value(let after)): compareValues(before, after, old, new)
        case (.oneOfValues(let before), .oneOfValues(let after)): compareAllowedValues(before, after, old, new)
        case (.combined(let before, let olds), .combined(let after, let news)):
            compareCombined((old, before, olds), (new, after, news))
        case (.not(let before), .not(let after)): compareNot(before, after, old, new)
        case (.conditional, .conditional): compareConditionals(was, now, old, new)
        case (.reference(let before), .reference(let after)):
            let (left, right) = (shape(before, shapes[old].version), shape(after, shapes[new].version))
            compare(left, right)
        default: tell(.typeChanged, old: shapes[old].origin.range, new: shapes[new].origin.range, "the kinds differ")
        }
    }
}
