import ContractModel

/// Which types hold themselves, and on which fields the cycles are cut. It follows from the types alone, not from where one begins:
/// contracts that share a type must agree.
struct AvroCycles {
    /// Full names of records that hold themselves in any way, through arrays and maps too.
    private(set) var recursive: Set<String> = []
    /// `full name` + `.` + `field`, where a struct would hold itself without an array or map between.
    private(set) var cutFields: Set<String> = []
    private let types: [String: AvroNamedType]

    init(_ types: [String: AvroNamedType]) {
        self.types = types
        let names = types.keys.sorted()
        for name in names where reaches(name, from: name) { recursive.insert(name) }
        var finished: Set<String> = []
        for name in names { cut(name, [], &finished) }
    }

    private func reaches(_ target: String, from start: String) -> Bool {
        var open = [start]
        var seen: Set<String> = []
        while let name = open.popLast() {
            for field in types[name]?.fields ?? [] {
                for next in Self.records(in: field.type, throughCollections: true) {
                    if next == target { return true }
                    if seen.insert(next).inserted { open.append(next) }
                }
            }
        }
        return false
    }

    private mutating func cut(_ name: String, _ path: Set<String>, _ finished: inout Set<String>) {
        guard recursive.contains(name), !finished.contains(name) else { return }
        let path = path.union([name])
        for field in types[name]?.fields ?? [] {
            for next in Self.records(in: field.type, throughCollections: false) {
                if path.contains(next) { cutFields.insert("\(name).\(field.name)") } else { cut(next, path, &finished) }
            }
        }
        finished.insert(name)
    }

    /// Full names of records whose values would have no end: each holds another of its kind, with no null, array or map between.
    var endless: [String] {
        var finite: Set<String> = []
        var before = -1
        while before != finite.count {
            before = finite.count
            for (name, type) in types where (type.fields ?? []).allSatisfy({ isFinite($0.type, finite) }) { finite.insert(name) }
        }
        return types.keys.filter { !finite.contains($0) }.sorted()
    }

    private func isFinite(_ type: AvroType, _ finite: Set<String>) -> Bool {
        switch type {
        case .primitive, .array, .map: true
        case .named(let name): finite.contains(name)
        case .union(let branches): branches.contains { isFinite($0, finite) }
        }
    }

    static func records(in type: AvroType, throughCollections: Bool) -> [String] {
        switch type {
        case .primitive: []
        case .named(let name): [name]
        case .union(let branches): branches.flatMap { records(in: $0, throughCollections: throughCollections) }
        case .array(let inner), .map(let inner): throughCollections ? records(in: inner, throughCollections: true) : []
        }
    }
}
