import ContractModel

/// Makes a plan out of two schemas (Avro 1.12, "Schema Resolution").
///
/// What is tried of a reader's union is what the Java library tries first: the branch with the writer's full name, then one
/// with its unqualified name or an alias for it, then the promotions in the union's order. But a branch that reads all that
/// may come is taken before one that reads only some: so whatever `compareAvro` calls readable is read.
struct AvroPlanning {
    private enum Key: Hashable {
        case resolved(reader: String, writer: String)
        case plain(String)
    }

    private struct Choice {
        var step: Int
        var candidates: [(branch: Int, step: Int)]
    }

    private let writer: AvroSchema
    private let reader: AvroSchema
    private var plan = AvroPlan()
    private var named: [Key: Int] = [:]
    private var waiting: [(key: Key, step: Int)] = []
    private var choices: [Choice] = []
    private static let mostSteps = 400_000

    /// - Parameter reader: nil where the data is to be read as it was written.
    static func plan(writer: AvroSchema, reader: AvroSchema?) throws(PayloadError) -> AvroPlan {
        var planning = AvroPlanning(writer: writer, reader: reader ?? writer)
        if let reader {
            _ = try planning.add(reader.root, writer.root)
        } else {
            _ = try planning.add(plain: writer.root)
        }
        while let (key, step) = planning.waiting.popLast() {
            switch key {
            case .resolved(let reader, let writer): planning.plan.steps[step] = try planning.resolve(reader, writer)
            case .plain(let name): planning.plan.steps[step] = try planning.plain(name)
            }
        }
        planning.choose()
        return planning.plan
    }

    private init(writer: AvroSchema, reader: AvroSchema) {
        self.writer = writer
        self.reader = reader
    }

    private mutating func reserve() throws(PayloadError) -> Int {
        guard plan.steps.count < Self.mostSteps else {
            throw PayloadError(.tooLarge, "has schemas that are too large to be held against each other")
        }
        plan.steps.append(.null)
        return plan.steps.count - 1
    }

    // MARK: As it was written

    private mutating func add(plain type: AvroType) throws(PayloadError) -> Int {
        if case .named(let name) = type { return try wait(.plain(name)) }
        let index = try reserve()
        switch type {
        case .primitive(let primitive, _): plan.steps[index] = .init(primitive)
        case .array(let item): plan.steps[index] = .array(try add(plain: item))
        case .map(let value): plan.steps[index] = .map(try add(plain: value))
        case .union(let branches):
            var steps: [Int] = []
            for (number, branch) in branches.enumerated() {
                let inner = try add(plain: branch)
                steps.append(try reserve())
                plan.steps[steps[number]] = .branch(number, inner)
            }
            plan.steps[index] = .written(steps)
        case .named: break
        }
        return index
    }

    private mutating func plain(_ name: String) throws(PayloadError) -> AvroPlan.Step {
        switch writer.types[name]?.content {
        case nil: return .refused("is of the type '\(name)', which the schema does not define")
        case .fixed(let size, _): return .fixed(size)
        case .enumeration(let symbols, _):
            return .enumeration(.init(name: name, written: symbols, read: symbols))
        case .record(let fields):
            var record = AvroPlan.Record(fields: [], names: fields.map(\.name), defaults: [])
            for (slot, field) in fields.enumerated() {
                let step = try add(plain: field.type)
                record.fields.append(.init(name: field.name, reads: [(slot, step)], skip: step))
            }
            return .record(record)
        }
    }

    private mutating func wait(_ key: Key) throws(PayloadError) -> Int {
        if let known = named[key] { return known }
        let index = try reserve()
        named[key] = index
        waiting.append((key, index))
        return index
    }

    // MARK: As the reader has it

    private mutating func add(_ read: AvroType, _ written: AvroType) throws(PayloadError) -> Int {
        if case .named(let read) = read, case .named(let written) = written {
            return try wait(.resolved(reader: read, writer: written))
        }
        let index = try reserve()
        switch (read, written) {
        case (_, .union(let branches)):
            var steps: [Int] = []
            for branch in branches { steps.append(try add(read, branch)) }
            plan.steps[index] = .written(steps)
        case (.union(let branches), _):
            var candidates: [(branch: Int, step: Int)] = []
            for number in order(branches, for: written) {
                candidates.append((number, try add(branches[number], written)))
            }
            choices.append(Choice(step: index, candidates: candidates))
            plan.steps[index] = .refused("was written as \(described(written)), which is no branch of the reader's union")
        case (.primitive(let read, _), .primitive(let written, _)):
            plan.steps[index] =
                read == written
                ? .init(read) : read.promotes(written) ? .promoted(from: written, to: read) : mismatch(read.rawValue, written.rawValue)
        case (.array(let read), .array(let written)): plan.steps[index] = .array(try add(read, written))
        case (.map(let read), .map(let written)): plan.steps[index] = .map(try add(read, written))
        default: plan.steps[index] = mismatch(described(read), described(written))
        }
        return index
    }

    private func mismatch(_ read: String, _ written: String) -> AvroPlan.Step {
        .refused("was written as \(written), which is not read as \(read)")
    }

    private func described(_ type: AvroType) -> String {
        if case .named(let name) = type { "'\(name)'" } else { type.branchName }
    }

    private mutating func resolve(_ readerName: String, _ writerName: String) throws(PayloadError) -> AvroPlan.Step {
        guard let read = reader.types[readerName], let written = writer.types[writerName] else {
            return .refused("is of the type '\(writerName)', which a schema does not define")
        }
        guard read.hasName(of: written) else { return mismatch("'\(readerName)'", "'\(writerName)'") }
        switch (read.content, written.content) {
        case (.fixed(let size, _), .fixed(let writtenSize, _)):
            if size == writtenSize { return .fixed(size) }
            return .refused("was written with \(writtenSize) bytes and is read with \(size)")
        case (.enumeration(let symbols, let fallback), .enumeration(let writtenSymbols, _)):
            let known = Set(symbols)
            return .enumeration(
                .init(name: readerName, written: writtenSymbols, read: writtenSymbols.map { known.contains($0) ? $0 : fallback }))
        case (.record(let fields), .record(let writtenFields)):
            return try resolve(fields, of: readerName, writtenFields)
        default: return mismatch("'\(readerName)'", "'\(writerName)'")
        }
    }

    private mutating func resolve(_ fields: [AvroField], of name: String, _ written: [AvroField]) throws(PayloadError) -> AvroPlan.Step {
        let positions = Dictionary(written.enumerated().map { ($1.name, $0) }) { first, _ in first }
        var readers: [Int: [Int]] = [:]
        var record = AvroPlan.Record(fields: [], names: fields.map(\.name), defaults: [])
        for (slot, field) in fields.enumerated() {
            let found = Set(([field.name] + field.aliases).compactMap { positions[$0] })
            if found.count > 1 { return .refused("has more than one field that '\(field.name)' of '\(name)' could be read from") }
            if let position = found.first {
                readers[position, default: []].append(slot)
            } else if let fallback = field.fallback {
                var reading = AvroDefaultReading(schema: reader)
                record.defaults.append((slot, try reading.read(fallback, as: field.type)))
            } else {
                return .refused("has no field '\(field.name)', which '\(name)' needs and has no default for")
            }
        }
        for (position, field) in written.enumerated() {
            var reads: [(slot: Int, step: Int)] = []
            for slot in readers[position] ?? [] { reads.append((slot, try add(fields[slot].type, field.type))) }
            let skip = reads.isEmpty ? try add(plain: field.type) : reads[0].step
            record.fields.append(.init(name: field.name, reads: reads, skip: skip))
        }
        return .record(record)
    }

    /// The branches of a reader's union that could be meant, the likeliest first.
    private func order(_ branches: [AvroType], for written: AvroType) -> [Int] {
        var (exact, similar, promoted): ([Int], [Int], [Int]) = ([], [], [])
        for (number, branch) in branches.enumerated() {
            switch (branch, written) {
            case (.primitive(let read, _), .primitive(let written, _)):
                if read == written { exact.append(number) } else if read.promotes(written) { promoted.append(number) }
            case (.array, .array), (.map, .map): exact.append(number)
            case (.named(let read), .named(let name)):
                guard let type = reader.types[read], let written = writer.types[name], type.isSameKind(as: written),
                    type.hasName(of: written)
                else { continue }
                if read == name { exact.append(number) } else { similar.append(number) }
            default: break
            }
        }
        return exact + similar + promoted
    }

    // MARK: Choosing

    private mutating func choose() {
        plan.ranks = ranks()
        for choice in choices {
            let chosen = choice.candidates.first { plan.ranks[$0.step] == nil } ?? choice.candidates.first
            if let chosen { plan.steps[choice.step] = .branch(chosen.branch, chosen.step) }
        }
    }

    /// See `AvroPlan.ranks`.
    private func ranks() -> [Int?] {
        var users: [[Int]] = Array(repeating: [], count: plan.steps.count)
        var ranks: [Int?] = Array(repeating: nil, count: plan.steps.count)
        var candidatesLeft: [Int: Int] = [:]
        for choice in choices {
            candidatesLeft[choice.step] = choice.candidates.count
            for candidate in choice.candidates { users[candidate.step].append(choice.step) }
        }
        var open: [Int] = []
        for (index, step) in plan.steps.enumerated() {
            if let candidates = candidatesLeft[index] {
                if candidates == 0 { open.append(index) }
                continue
            }
            switch step {
            case .refused: open.append(index)
            case .enumeration(let symbols): if symbols.read.contains(nil) { open.append(index) }
            case .array(let inner), .map(let inner), .branch(_, let inner): users[inner].append(index)
            case .written(let branches): for branch in branches { users[branch].append(index) }
            case .record(let record): for field in record.fields { for read in field.reads { users[read.step].append(index) } }
            default: break
            }
        }
        var next = 0
        while next < open.count {
            let index = open[next]
            next += 1
            if ranks[index] != nil { continue }
            ranks[index] = next
            for user in users[index] {
                if let left = candidatesLeft[user] {
                    candidatesLeft[user] = left - 1
                    if left > 1 { continue }
                }
                open.append(user)
            }
        }
        return ranks
    }
}

extension AvroPlan.Step {
    init(_ primitive: AvroType.Primitive) {
        switch primitive {
        case .null: self = .null
        case .boolean: self = .boolean
        case .int: self = .int
        case .long: self = .long
        case .float: self = .float
        case .double: self = .double
        case .bytes: self = .bytes
        case .string: self = .string
        }
    }
}

extension AvroType.Primitive {
    /// Whether data of another type becomes this one.
    func promotes(_ written: AvroType.Primitive) -> Bool {
        switch (self, written) {
        case (.long, .int), (.float, .int), (.float, .long), (.double, .int), (.double, .long), (.double, .float),
            (.string, .bytes), (.bytes, .string):
            true
        default: false
        }
    }
}

extension AvroNamedType {
    func isSameKind(as other: AvroNamedType) -> Bool {
        switch (content, other.content) {
        case (.record, .record), (.enumeration, .enumeration), (.fixed, .fixed): true
        default: false
        }
    }

    /// Unqualified names count, so that a namespace may change; else an alias of the reader's must be the writer's full name.
    func hasName(of writer: AvroNamedType) -> Bool {
        unqualified(fullName) == unqualified(writer.fullName) || aliases.contains(writer.fullName)
    }

    private func unqualified(_ name: String) -> Substring {
        name.lastIndex(of: ".").map { name[name.index(after: $0)...] } ?? name[...]
    }
}
