import ContractModel

extension AvroDecoder {
    /// Whether every value of the writer's schema is read. It is so where `compareAvro` finds nothing that breaks.
    package var readsEverything: Bool { plan.ranks[0] == nil }

    /// A value of the writer's schema that is refused, as small as may be: it holds what leads to the refusal, and of all
    /// else the least. Nil where every value is read, and where no value that is refused has an end.
    ///
    /// - Parameter path: a place in the reader's schema as `compareAvro` tells it, `/fields/2/type/items`. Where there are
    ///   several reasons, the one there is taken.
    package func refusedValue(of writer: AvroSchema, toward path: String = "") -> AvroValue? {
        guard plan.ranks[0] != nil else { return nil }
        var search = AvroRefusalSearch(plan: plan, writer: writer, smallest: AvroSmallestValues(writer))
        let steps = path.split(separator: "/")[...]
        return search.value(0, writer.root, toward: steps, depth: 0) ?? search.value(0, writer.root, toward: [], depth: 0)
    }
}

private struct AvroRefusalSearch {
    let plan: AvroPlan
    let writer: AvroSchema
    let smallest: AvroSmallestValues
    private static let maximumDepth = 80
    /// Of steps that lead nowhere there may be very many.
    private var stepsLeft = 20_000

    init(plan: AvroPlan, writer: AvroSchema, smallest: AvroSmallestValues) {
        self.plan = plan
        self.writer = writer
        self.smallest = smallest
    }

    /// - Parameter path: what is left of it, in the reader's schema.
    mutating func value(_ index: Int, _ type: AvroType, toward path: ArraySlice<Substring>, depth: Int) -> AvroValue? {
        stepsLeft -= 1
        guard let rank = plan.ranks[index], depth < Self.maximumDepth, stepsLeft > 0 else { return nil }
        let depth = depth + 1
        switch (plan.steps[index], type) {
        case (.refused, _): return smallest.value(type)
        case (.enumeration(let symbols), _):
            return symbols.read.firstIndex(of: nil).map { .enumeration(symbols.written[$0]) }
        case (.array(let item), .array(let inner)):
            return value(item, inner, toward: path.dropped("items"), depth: depth).map { .array([$0]) }
        case (.map(let item), .map(let inner)):
            return value(item, inner, toward: path.dropped("values"), depth: depth).map { .map([AvroMember("key", $0)]) }
        case (.branch(let number, let step), .union(let branches)) where branches.indices.contains(number):
            // The plan of a writer's own union.
            return value(step, branches[number], toward: path, depth: depth).map { .union(number, $0) }
        case (.branch(let number, let step), _): return value(step, type, toward: path.dropped("\(number)"), depth: depth)
        case (.written(let steps), .union(let branches)):
            return union(steps, branches, below: rank, toward: path, depth: depth)
        case (.record(let record), .named(let name)):
            return self.record(record, writer.types[name]?.fields ?? [], below: rank, toward: path, depth: depth)
        default: return nil
        }
    }

    private mutating func union(
        _ steps: [Int], _ branches: [AvroType], below rank: Int, toward path: ArraySlice<Substring>, depth: Int
    ) -> AvroValue? {
        // The path names a reader's branch, or the writer's where the reader has none.
        let next = path.first.flatMap { Int($0) }
        let broken = steps.indices.filter { plan.ranks[steps[$0]] != nil }
        let meant = broken.filter { number in
            if case .branch(let read, _) = plan.steps[steps[number]] { read == next } else { number == next }
        }
        let numbers = meant + broken.filter { !meant.contains($0) && (plan.ranks[steps[$0]] ?? .max) < rank }
        for number in numbers {
            guard branches.indices.contains(number) else { continue }
            if let value = value(steps[number], branches[number], toward: path, depth: depth) { return .union(number, value) }
        }
        return nil
    }

    private mutating func record(
        _ record: AvroPlan.Record, _ fields: [AvroField], below rank: Int, toward path: ArraySlice<Substring>, depth: Int
    ) -> AvroValue? {
        let wanted = path.first == "fields" ? path.dropFirst().first.flatMap { Int($0) } : nil
        var candidates: [(position: Int, slot: Int, step: Int)] = []
        for (position, field) in record.fields.enumerated() {
            // Ranks fall toward a reason; toward the path it may be another than the nearest.
            for read in field.reads where (plan.ranks[read.step] ?? .max) < rank || (read.slot == wanted && plan.ranks[read.step] != nil) {
                candidates.append((position, read.slot, read.step))
            }
        }
        if let wanted, let match = candidates.firstIndex(where: { $0.slot == wanted }) { candidates.swapAt(0, match) }
        for candidate in candidates where fields.indices.contains(candidate.position) {
            let rest = candidate.slot == wanted ? path.dropFirst(2).dropped("type") : []
            guard let broken = value(candidate.step, fields[candidate.position].type, toward: rest, depth: depth) else { continue }
            var members: [AvroMember] = []
            for (position, field) in fields.enumerated() {
                guard let value = position == candidate.position ? broken : smallest.value(field.type) else { return nil }
                members.append(AvroMember(field.name, value))
            }
            return .record(members)
        }
        return nil
    }
}

extension ArraySlice<Substring> {
    fileprivate func dropped(_ step: String) -> ArraySlice<Substring> { first == step[...] ? dropFirst() : self }
}
