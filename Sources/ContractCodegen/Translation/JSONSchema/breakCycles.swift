/// Types that hold themselves get an indirection: choices become `indirect`, and of a struct's fields those are boxed that lead back to
/// it. Arrays and maps are an indirection already.
func breakCycles(in types: inout [JSONPlannedType]) {
    for index in types.indices {
        guard case .choice = types[index].kind, reaches(index, from: index, types) else { continue }
        types[index].isIndirect = true
    }
    for index in types.indices {
        switch types[index].kind {
        case .object(var fields, let extra):
            box(&fields, of: index, types)
            types[index].kind = .object(fields, extra)
        case .tuple(var fields, let rest):
            box(&fields, of: index, types)
            types[index].kind = .tuple(fields, rest: rest)
        default: break
        }
    }
}

private func box(_ fields: inout [JSONPlannedType.Field], of index: Int, _ types: [JSONPlannedType]) {
    for place in fields.indices {
        guard case .named(let target) = fields[place].slot.shape else { continue }
        if target == index || reaches(index, from: target, types) { fields[place].isBoxed = true }
    }
}

/// Whether a value of one type may lie within a value of another without anything between them.
private func reaches(_ goal: Int, from start: Int, _ types: [JSONPlannedType]) -> Bool {
    var seen: Set<Int> = []
    var queue = [start]
    while let index = queue.popLast() {
        guard seen.insert(index).inserted else { continue }
        for next in types[index].held {
            if next == goal { return true }
            queue.append(next)
        }
    }
    return false
}

extension JSONPlannedType {
    /// The types whose values lie within this one's.
    fileprivate var held: [Int] {
        func named(_ slot: JSONSlot) -> Int? { if case .named(let index) = slot.shape { index } else { nil } }
        switch kind {
        case .object(let fields, _), .tuple(let fields, _): return fields.filter { !$0.isBoxed }.compactMap { named($0.slot) }
        case .choice(let cases, _): return isIndirect ? [] : cases.compactMap { named($0.slot) }
        case .wrapper(let slot): return [named(slot)].compactMap { $0 }
        case .texts, .pending: return []
        }
    }
}
