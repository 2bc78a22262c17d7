/// Makes the program of a match: a routine for each record and each array's items, and for each of them as it is and as it is read.
struct AvroProgramming {
    private enum Routine: Hashable {
        /// By the writer's node.
        case walk(Int)
        case walkEntry(Int)
        case read(Int)
        case readEntry(Int)
    }

    private let match: AvroMatch
    private let writer: AvroSchemaGraph
    private let isKept: [Bool]
    private var operations: [AvroProgram.Operation] = []
    private var places: [Int32] = []
    private var place: Int32 = -1
    private var tables: [Int32] = []
    private var constants: [UInt8] = []
    private var names: [String] = []
    private var messages: [String] = []
    private var routines: [Routine: Int32] = [:]
    private var starts: [Int32] = []
    private var waiting: [(routine: Routine, number: Int32)] = []
    private var leastSizes: [Int: Int] = [:]

    /// - Returns: nil where the bytes are the reader's as they are.
    static func program(_ match: AvroMatch, writer: AvroSchemaGraph) -> AvroProgram? {
        var programming = AvroProgramming(match: match, writer: writer)
        guard !programming.isKept[0] else { return nil }
        programming.read(0)
        programming.emit(.end)
        while let (routine, number) = programming.waiting.popLast() {
            programming.place = -1
            programming.starts[Int(number)] = Int32(programming.operations.count)
            programming.write(routine)
        }
        programming.link()
        return AvroProgram(
            operations: programming.operations, tables: programming.tables, constants: programming.constants, places: programming.places,
            names: programming.names, messages: programming.messages)
    }

    private init(match: AvroMatch, writer: AvroSchemaGraph) {
        self.match = match
        self.writer = writer
        isKept = match.keptSteps(writer)
    }

    // MARK: Operations

    private mutating func emit(_ code: AvroProgram.Code, _ a: Int = 0, _ b: Int = 0) {
        operations.append(.init(code: code, a: Int32(a), b: Int32(b)))
        places.append(place)
    }

    private mutating func call(_ code: AvroProgram.Code, _ routine: Routine, _ b: Int = 0) {
        if routines[routine] == nil {
            let number = Int32(starts.count)
            routines[routine] = number
            starts.append(-1)
            waiting.append((routine, number))
        }
        emit(code, Int(routines[routine]!), b)
    }

    /// Routines by where they begin.
    private mutating func link() {
        for index in operations.indices {
            switch operations[index].code {
            case .array, .arrayAnew, .call: operations[index].a = starts[Int(operations[index].a)]
            default: break
            }
        }
    }

    private mutating func write(constant bytes: [UInt8]) {
        guard !bytes.isEmpty else { return }
        emit(.write, constants.count, bytes.count)
        constants += bytes
    }

    private mutating func message(_ text: String) -> Int {
        messages.append(text)
        return messages.count - 1
    }

    private mutating func enter(_ field: String) {
        names.append(field)
        place = Int32(names.count - 1)
    }

    private mutating func write(_ routine: Routine) {
        switch routine {
        case .walk(let node):
            if case .record(_, let fields) = writer[node] {
                for field in fields {
                    enter(field.name)
                    walk(field.type)
                }
            } else {
                walk(node)
            }
            emit(.end)
        case .walkEntry(let node):
            emit(.bytes)
            walk(node)
            emit(.end)
        case .read(let step):
            if case .record(let record) = match.steps[step] { return self.record(record, writer: match.nodes[step]) }
            read(step)
            emit(.end)
        case .readEntry(let step):
            emit(.bytes)
            read(step)
            emit(.end)
        }
    }

    // MARK: As it was written

    private mutating func walk(_ node: Int) {
        switch writer[node] {
        case .primitive(let primitive, _):
            switch primitive {
            case .null: break
            case .boolean: emit(.fixed, 1)
            case .int, .long: emit(.varint)
            case .float: emit(.fixed, 4)
            case .double: emit(.fixed, 8)
            case .bytes, .string: emit(.bytes)
            }
        case .enumeration: emit(.varint)
        case .fixed(_, let size, _): emit(.fixed, size)
        case .array(let item):
            if isBytes(item) { emit(.arrayOfBytes, 1) } else { call(.array, .walk(writer.resolved(item)), leastSize(item)) }
        case .map(let value):
            if isBytes(value) { emit(.arrayOfBytes, 2) } else { call(.array, .walkEntry(writer.resolved(value)), 1 + leastSize(value)) }
        case .union(let branches): branch(.choose, branches.count) { $0.walk(branches[$1]) }
        case .record: call(.call, .walk(writer.resolved(node)))
        case .reference: break
        }
    }

    private func isBytes(_ node: Int) -> Bool {
        switch writer[node] {
        case .primitive(.bytes, _), .primitive(.string, _): true
        default: false
        }
    }

    /// One way for each branch, all of which end where what follows begins.
    private mutating func branch(_ code: AvroProgram.Code, _ count: Int, _ inside: (inout AvroProgramming, Int) -> Void) {
        let table = tables.count
        tables += Array(repeating: 0, count: count)
        emit(code, table, count)
        var ends: [Int] = []
        var empty: [Int] = []
        for number in 0..<count {
            let start = operations.count
            tables[table + number] = Int32(start)
            inside(&self, number)
            if operations.count == start {
                empty.append(number)
            } else if number < count - 1 {
                ends.append(operations.count)
                emit(.jump)
            }
        }
        for number in empty { tables[table + number] = Int32(operations.count) }
        for end in ends { operations[end].a = Int32(operations.count) }
    }

    /// Of a value of the writer's; what refers to itself counts as nothing.
    private mutating func leastSize(_ node: Int) -> Int {
        let node = writer.resolved(node)
        if let known = leastSizes[node] { return known }
        leastSizes[node] = 0
        let size: Int
        switch writer[node] {
        case .primitive(.null, _): size = 0
        case .primitive(.float, _): size = 4
        case .primitive(.double, _): size = 8
        case .fixed(_, let count, _): size = count
        case .union(let branches):
            var least = Int.max
            for branch in branches { least = min(least, leastSize(branch)) }
            size = 1 + (branches.isEmpty ? 0 : least)
        case .record(_, let fields):
            var sum = 0
            for field in fields { sum += leastSize(field.type) }
            size = sum
        default: size = 1
        }
        leastSizes[node] = min(size, 1 << 20)
        return min(size, 1 << 20)
    }

    // MARK: As it is read

    private mutating func read(_ step: Int) {
        if isKept[step] { return walk(match.nodes[step]) }
        switch match.steps[step] {
        case .primitive, .fixed: walk(match.nodes[step])
        case .promoted(let from, let to): promote(from, to)
        case .enumeration(let symbols):
            let table = tables.count
            tables += symbols.map { Int32($0 ?? -1) }
            emit(.symbol, table, symbols.count)
        case .array(let item): call(.arrayAnew, .read(item), leastSize(match.nodes[item]))
        case .map(let value): call(.arrayAnew, .readEntry(value), 1 + leastSize(match.nodes[value]))
        case .written(let branches):
            // Where all keep their numbers, these are copied with what stands round them.
            let keepsNumbers = branches.enumerated().allSatisfy { number, inner in
                if case .branch(number, _) = match.steps[inner] { true } else { isRefused(inner) }
            }
            branch(keepsNumbers ? .choose : .chooseAnew, branches.count) { programming, number in
                if keepsNumbers, case .branch(_, let inner) = programming.match.steps[branches[number]] {
                    programming.read(inner)
                } else {
                    programming.read(branches[number])
                }
            }
        case .branch(let number, let inner):
            var bytes: [UInt8] = []
            bytes.appendAvro(Int64(number))
            emit(.keep)
            write(constant: bytes)
            read(inner)
        case .record: call(.call, .read(step))
        case .refused(let text): emit(.fail, message(text))
        }
    }

    private func isRefused(_ step: Int) -> Bool { if case .refused = match.steps[step] { true } else { false } }

    private mutating func promote(_ from: AvroSchemaGraph.Primitive, _ to: AvroSchemaGraph.Primitive) {
        switch (from, to) {
        case (.int, .long): emit(.int)
        case (.int, .float): emit(.intToFloat)
        case (.int, .double): emit(.intToDouble)
        case (.long, .float): emit(.longToFloat)
        case (.long, .double): emit(.longToDouble)
        case (.float, .double): emit(.floatToDouble)
        default: emit(.bytes)
        }
    }

    /// The reader's fields in its order. Those of the writer's that stand in another are walked over, remembered and gone back to.
    private mutating func record(_ record: AvroMatch.Record, writer node: Int) {
        guard case .record(_, let written) = writer[node] else { return }
        var lastUses: [Int: Int] = [:]
        for (slot, field) in record.fields.enumerated() {
            if case .written(let position, _) = field.source { lastUses[position] = slot }
        }
        let opening = operations.count
        emit(.marks)
        var marks: [Int: Int] = [:]
        var marked = 0
        var frontier = 0
        func mark(_ position: Int) -> Int {
            if let known = marks[position] { return known }
            marks[position] = marked
            marked += 1
            return marked - 1
        }
        func pass(to position: Int, slot: Int, _ programming: inout AvroProgramming) {
            guard frontier < position else { return }
            programming.emit(.keep)
            while frontier < position {
                programming.enter(written[frontier].name)
                if let last = lastUses[frontier], last >= slot { programming.emit(.mark, mark(frontier)) }
                programming.walk(written[frontier].type)
                frontier += 1
            }
            programming.emit(.leave)
        }
        for (slot, field) in record.fields.enumerated() {
            switch field.source {
            case .fallback(let bytes):
                enter(field.name)
                emit(.keep)
                write(constant: bytes)
            case .written(let position, let step):
                if position >= frontier {
                    pass(to: position, slot: slot, &self)
                    enter(field.name)
                    if lastUses[position]! > slot { emit(.mark, mark(position)) }
                    read(step)
                    frontier = position + 1
                } else {
                    enter(field.name)
                    let resume = mark(-1 - slot)
                    emit(.keep)
                    emit(.mark, resume)
                    emit(.back, mark(position))
                    read(step)
                    emit(.back, resume)
                }
            }
        }
        pass(to: written.count, slot: record.fields.count, &self)
        operations[opening].a = Int32(marked)
        emit(.end, marked)
    }
}

extension AvroMatch {
    /// Steps whose bytes are the reader's as they are.
    func keptSteps(_ writer: AvroSchemaGraph) -> [Bool] {
        var users: [[Int]] = Array(repeating: [], count: steps.count)
        var changed: [Int] = []
        for (index, step) in steps.enumerated() {
            var isKept = true
            switch step {
            case .primitive, .fixed, .promoted(from: .string, to: .bytes), .promoted(from: .bytes, to: .string): break
            case .promoted, .refused, .branch: isKept = false
            case .enumeration(let symbols): isKept = symbols.enumerated().allSatisfy { $0 == $1 }
            case .array(let inner), .map(let inner): users[inner].append(index)
            case .written(let branches):
                for (number, branch) in branches.enumerated() {
                    if case .branch(number, let inner) = steps[branch] { users[inner].append(index) } else { isKept = false }
                }
            case .record(let record):
                isKept = record.fields.count == record.writtenCount
                for (slot, field) in record.fields.enumerated() {
                    if case .written(slot, let inner) = field.source { users[inner].append(index) } else { isKept = false }
                }
            }
            if !isKept { changed.append(index) }
        }
        var kept = Array(repeating: true, count: steps.count)
        while let index = changed.popLast() {
            guard kept[index] else { continue }
            kept[index] = false
            changed += users[index]
        }
        return kept
    }
}
