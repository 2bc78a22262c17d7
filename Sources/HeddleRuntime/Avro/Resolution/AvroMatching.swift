/// Holds two schemas against each other (Avro 1.12, "Schema Resolution").
///
/// What is tried of a reader's union is what the Java library tries first: the branch with the writer's full name, then one with its
/// unqualified name or an alias for it, then the promotions in the union's order. But a branch that reads all that may come is taken
/// before one that reads only some.
struct AvroMatching {
    private struct Pair: Hashable {
        var reader: Int
        var writer: Int
    }

    private struct Choice {
        var step: Int
        var candidates: [(branch: Int, step: Int)]
    }

    private let writer: AvroSchemaGraph
    private let reader: AvroSchemaGraph
    private var match = AvroMatch()
    private var named: [Pair: Int] = [:]
    private var waiting: [(pair: Pair, step: Int)] = []
    private var choices: [Choice] = []
    private static let mostSteps = 200_000

    static func match(writer: AvroSchemaGraph, reader: AvroSchemaGraph, root: Int) throws(SchemaResolutionError) -> AvroMatch {
        var matching = AvroMatching(writer: writer, reader: reader)
        _ = try matching.add(root, writer.root)
        while let (pair, step) = matching.waiting.popLast() {
            matching.match.steps[step] = try matching.resolve(pair.reader, pair.writer)
        }
        matching.choose()
        if let reason = matching.reasonThatNothingIsRead() { throw reason }
        return matching.match
    }

    private init(writer: AvroSchemaGraph, reader: AvroSchemaGraph) {
        self.writer = writer
        self.reader = reader
    }

    private mutating func reserve(_ written: Int) throws(SchemaResolutionError) -> Int {
        guard match.steps.count < Self.mostSteps else {
            throw SchemaResolutionError(path: "", message: "the schemas are too large to be held against each other")
        }
        match.steps.append(.primitive)
        match.nodes.append(writer.resolved(written))
        return match.steps.count - 1
    }

    private mutating func add(_ read: Int, _ written: Int) throws(SchemaResolutionError) -> Int {
        let (readNode, writtenNode) = (reader[read], writer[written])
        if readNode.isNamed, writtenNode.isNamed {
            let pair = Pair(reader: reader.resolved(read), writer: writer.resolved(written))
            if let known = named[pair] { return known }
            let index = try reserve(written)
            named[pair] = index
            waiting.append((pair, index))
            return index
        }
        let index = try reserve(written)
        switch (readNode, writtenNode) {
        case (_, .union(let branches)):
            var steps: [Int] = []
            for branch in branches { steps.append(try add(read, branch)) }
            match.steps[index] = .written(steps)
        case (.union(let branches), _):
            var candidates: [(branch: Int, step: Int)] = []
            for number in order(branches, for: written) { candidates.append((number, try add(branches[number], written))) }
            choices.append(Choice(step: index, candidates: candidates))
            match.steps[index] = .refused("\(writer.described(written)) was written, which is no branch of the reader's union")
        case (.primitive(let read, let readLogical), .primitive(let written, let writtenLogical)):
            match.steps[index] =
                refusal(readLogical, writtenLogical)
                ?? (read == written
                    ? .primitive
                    : read.promotes(written) ? .promoted(from: written, to: read) : mismatch(read.rawValue, written.rawValue))
        case (.array(let read), .array(let written)): match.steps[index] = .array(try add(read, written))
        case (.map(let read), .map(let written)): match.steps[index] = .map(try add(read, written))
        default: match.steps[index] = mismatch(reader.described(read), writer.described(written))
        }
        return index
    }

    private func mismatch(_ read: String, _ written: String) -> AvroMatch.Step {
        .refused("\(written) was written, which is not read as \(read)")
    }

    /// The same bytes would mean another number or another time. The specification says it of decimals alone; but whoever reads
    /// microseconds where milliseconds were written reads nonsense.
    private func refusal(_ read: AvroSchemaGraph.LogicalType?, _ written: AvroSchemaGraph.LogicalType?) -> AvroMatch.Step? {
        switch (read, written) {
        case (.decimal(let scale), .decimal(let writtenScale)) where scale != writtenScale:
            .refused("a decimal of scale \(writtenScale) was written, which is not read with scale \(scale)")
        case (.time(let family, let unit), .time(let writtenFamily, let writtenUnit)) where family == writtenFamily && unit != writtenUnit:
            .refused("\(family)-\(writtenUnit) was written, which is not read as \(family)-\(unit)")
        default: nil
        }
    }

    private mutating func resolve(_ readIndex: Int, _ writtenIndex: Int) throws(SchemaResolutionError) -> AvroMatch.Step {
        let (read, written) = (reader[readIndex], writer[writtenIndex])
        guard let name = read.name, let writtenName = written.name, name.stands(for: writtenName) else {
            return mismatch(reader.described(readIndex), writer.described(writtenIndex))
        }
        switch (read, written) {
        case (.fixed(_, let size, let logical), .fixed(_, let writtenSize, let writtenLogical)):
            if let refusal = refusal(logical, writtenLogical) { return refusal }
            return size == writtenSize ? .fixed : .refused("'\(name.full)' was written with \(writtenSize) bytes and is read with \(size)")
        case (.enumeration(_, let symbols, let fallback), .enumeration(_, let writtenSymbols, _)):
            let places = Dictionary(uniqueKeysWithValues: symbols.enumerated().map { ($1, $0) })
            return .enumeration(writtenSymbols.map { places[$0] ?? fallback.flatMap { places[$0] } })
        case (.record(_, let fields), .record(_, let writtenFields)): return try resolve(fields, of: name.full, writtenFields)
        default: return mismatch(reader.described(readIndex), writer.described(writtenIndex))
        }
    }

    private mutating func resolve(
        _ fields: [AvroSchemaGraph.Field], of name: String, _ written: [AvroSchemaGraph.Field]
    ) throws(SchemaResolutionError) -> AvroMatch.Step {
        let positions = Dictionary(uniqueKeysWithValues: written.enumerated().map { ($1.name, $0) })
        var record = AvroMatch.Record(fields: [], writtenCount: written.count)
        for field in fields {
            let found = Set(([field.name] + field.aliases).compactMap { positions[$0] })
            if found.count > 1 { return .refused("the writer has more than one field that '\(field.name)' of '\(name)' could be read from") }
            if let position = found.first {
                record.fields.append((field.name, .written(position: position, step: try add(field.type, written[position].type))))
            } else if let fallback = field.fallback {
                guard let bytes = AvroDefaultWriting.bytes(fallback, of: field.type, in: reader) else {
                    return .refused("the writer has no field '\(field.name)', and its default in '\(name)' does not fit its type")
                }
                record.fields.append((field.name, .fallback(bytes)))
            } else {
                return .refused("the writer has no field '\(field.name)', which '\(name)' needs and has no default for")
            }
        }
        return .record(record)
    }

    /// The branches of a reader's union that could be meant, the likeliest first.
    private func order(_ branches: [Int], for written: Int) -> [Int] {
        var (exact, similar, promoted): ([Int], [Int], [Int]) = ([], [], [])
        let writtenNode = writer[written]
        for (number, branch) in branches.enumerated() {
            let node = reader[branch]
            switch (node, writtenNode) {
            case (.primitive(let read, _), .primitive(let written, _)):
                if read == written { exact.append(number) } else if read.promotes(written) { promoted.append(number) }
            case (.array, .array), (.map, .map): exact.append(number)
            case (.record, .record), (.enumeration, .enumeration), (.fixed, .fixed):
                guard let name = node.name, let writtenName = writtenNode.name, name.stands(for: writtenName) else { continue }
                if name.full == writtenName.full { exact.append(number) } else { similar.append(number) }
            default: break
            }
        }
        return exact + similar + promoted
    }

    // MARK: What cannot be read

    /// Of a reader's union the first candidate that reads everything, else the first that reads anything.
    private mutating func choose() {
        let partial = spread { match in match.isPartialOnItsOwn }
        let dead = unreadable()
        for choice in choices {
            let chosen = choice.candidates.first { !partial[$0.step] } ?? choice.candidates.first { !dead[$0.step] } ?? choice.candidates.first
            if let chosen { match.steps[choice.step] = .branch(chosen.branch, chosen.step) }
        }
    }

    /// Steps of which some value cannot be read.
    private func spread(_ isOpen: (AvroMatch.Step) -> Bool) -> [Bool] { reach(anyBranch: true, isOpen) }

    /// Steps of which no value can be read; an array counts by its items, though it may be empty.
    private func unreadable() -> [Bool] {
        reach(anyBranch: false) { step in
            switch step {
            case .refused: true
            case .enumeration(let places): places.allSatisfy { $0 == nil }
            default: false
            }
        }
    }

    /// From steps that fail by themselves to those that fail with them.
    ///
    /// - Parameter anyBranch: whether a written union fails with any of its branches, or with the last.
    private func reach(anyBranch: Bool, _ isOpen: (AvroMatch.Step) -> Bool) -> [Bool] {
        var users: [[Int]] = Array(repeating: [], count: match.steps.count)
        /// How many of its parts must fail until a step does.
        var left: [Int] = Array(repeating: 1, count: match.steps.count)
        var failed: [Bool] = Array(repeating: false, count: match.steps.count)
        var open: [Int] = []
        var chosen: Set<Int> = []
        for choice in choices {
            chosen.insert(choice.step)
            left[choice.step] = choice.candidates.count
            if choice.candidates.isEmpty { open.append(choice.step) }
            for candidate in choice.candidates { users[candidate.step].append(choice.step) }
        }
        for (index, step) in match.steps.enumerated() where !chosen.contains(index) {
            if isOpen(step) { open.append(index) }
            switch step {
            case .array(let inner), .map(let inner), .branch(_, let inner): users[inner].append(index)
            case .written(let branches):
                if !anyBranch { left[index] = branches.count }
                for branch in branches { users[branch].append(index) }
            case .record(let record):
                for case (_, .written(_, let inner)) in record.fields { users[inner].append(index) }
            default: break
            }
        }
        while let index = open.popLast() {
            if failed[index] { continue }
            failed[index] = true
            for user in users[index] {
                left[user] -= 1
                if left[user] <= 0 { open.append(user) }
            }
        }
        return failed
    }

    /// The way from the root to the first reason, where no value at all can be read.
    private func reasonThatNothingIsRead() -> SchemaResolutionError? {
        let dead = unreadable()
        guard dead[0] else { return nil }
        var path = ""
        var seen: Set<Int> = []
        var step = 0
        while seen.insert(step).inserted {
            switch match.steps[step] {
            case .refused(let message): return SchemaResolutionError(path: path, message: message)
            case .enumeration: return SchemaResolutionError(path: path, message: "no symbol that the writer has is one of the reader's, and there is no default")
            case .array(let inner):
                path += "[]"
                step = inner
            case .map(let inner):
                path += "[…]"
                step = inner
            case .branch(_, let inner): step = inner
            case .written(let branches): step = branches.first { dead[$0] && !seen.contains($0) } ?? step
            case .record(let record):
                for case (let name, .written(_, let inner)) in record.fields where dead[inner] && !seen.contains(inner) {
                    path += path.isEmpty ? name : ".\(name)"
                    step = inner
                    break
                }
            default: break
            }
        }
        return SchemaResolutionError(path: path, message: "no value of the writer's schema can be read")
    }
}

extension AvroMatch.Step {
    fileprivate var isPartialOnItsOwn: Bool {
        switch self {
        case .refused: true
        case .enumeration(let places): places.contains { $0 == nil }
        default: false
        }
    }
}

extension AvroSchemaGraph.Primitive {
    /// Whether data of another type becomes this one.
    func promotes(_ written: AvroSchemaGraph.Primitive) -> Bool {
        switch (self, written) {
        case (.long, .int), (.float, .int), (.float, .long), (.double, .int), (.double, .long), (.double, .float),
            (.string, .bytes), (.bytes, .string):
            true
        default: false
        }
    }
}

extension AvroSchemaGraph.Node {
    var name: AvroSchemaGraph.Name? {
        switch self {
        case .record(let name, _), .enumeration(let name, _, _), .fixed(let name, _, _): name
        default: nil
        }
    }

    var isNamed: Bool { name != nil }
}

extension AvroSchemaGraph.Name {
    /// Unqualified names count, so that a namespace may change; else an alias of the reader's must be the writer's full name.
    func stands(for writer: AvroSchemaGraph.Name) -> Bool {
        unqualified == writer.unqualified || aliases.contains(writer.full)
    }
}
