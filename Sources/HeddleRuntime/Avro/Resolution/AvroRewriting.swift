/// A run of a program over one value's bytes.
struct AvroRewriting: ~Copyable {
    /// Of routines within routines: an array's items, a record's fields. More than the reader's own bound allows, which then speaks.
    static let maximumDepth = 400
    /// Items of an array that take no bytes.
    static let mostEmptyItems = 1 << 16

    private let operations: UnsafePointer<AvroProgram.Operation>
    private let tables: UnsafePointer<Int32>
    private let constants: UnsafePointer<UInt8>
    private unowned(unsafe) let program: AvroProgram
    private let start: UnsafeRawPointer
    private let end: UnsafeRawPointer
    private(set) var next: UnsafeRawPointer
    /// What was walked over since then is neither copied nor left out yet.
    private var pending: UnsafeRawPointer
    private var depth = 0
    private var marks: UnsafeMutablePointer<UnsafeRawPointer>?
    private var marksHeld = 0
    private var marksThere = 0
    /// A byte of the output, and where in the input it comes from: for errors that are found when the output is read.
    private let probe: Int
    private(set) var source = 0

    init(_ program: AvroProgram, from start: UnsafeRawPointer, next: UnsafeRawPointer, end: UnsafeRawPointer, probe: Int = .max) {
        self.program = program
        operations = UnsafePointer(program.operations.baseAddress!)
        tables = UnsafePointer(program.tables.baseAddress!)
        constants = UnsafePointer(program.constants.baseAddress!)
        self.start = start
        self.next = next
        self.end = end
        self.probe = probe
        pending = next
    }

    deinit { marks?.deallocate() }

    mutating func run(into output: inout ByteWriter) throws(CodecError) {
        try run(0, &output)
        keep(&output)
    }

    private mutating func run(_ routine: Int, _ output: inout ByteWriter) throws(CodecError) {
        var pc = routine
        var held = marksHeld
        guard depth < Self.maximumDepth else { throw failure(.tooLarge("nested deeper than \(Self.maximumDepth) levels")) }
        depth += 1
        do throws(CodecError) {
            while true {
                let operation = operations[pc]
                pc += 1
                switch operation.code {
                case .end:
                    marksHeld -= Int(operation.a)
                    depth -= 1
                    return
                case .marks:
                    held = marksHeld
                    if operation.a > 0 { hold(Int(operation.a)) }
                case .jump: pc = Int(operation.a)
                case .fixed: try skip(Int(operation.a))
                case .varint: try skipVarint()
                case .int: _ = try readInt()
                case .bytes: try skip(try readLength())
                case .array: try items(operation, &output)
                case .arrayOfBytes:
                    while true {
                        let count = try blockCount(leastSize: Int(operation.a))
                        if count == 0 { break }
                        for _ in 0..<count &* Int(operation.a) { try skip(try readLength()) }
                    }
                case .arrayAnew: try itemsAnew(operation, &output)
                case .call: try run(Int(operation.a), &output)
                case .choose:
                    let number = try readNumber()
                    guard number >= 0, number < Int64(operation.b) else { throw unknownBranch(number) }
                    pc = Int(tables[Int(operation.a) &+ Int(truncatingIfNeeded: number)])
                case .chooseAnew:
                    keep(&output)
                    let number = try readNumber()
                    guard number >= 0, number < Int64(operation.b) else { throw unknownBranch(number) }
                    pc = Int(tables[Int(operation.a) &+ Int(truncatingIfNeeded: number)])
                    pending = next
                case .keep: keep(&output)
                case .leave: pending = next
                case .write:
                    if probe < output.count &+ Int(operation.b) { note(output.count, constant: true) }
                    output.append(RawSpan(_unsafeStart: UnsafeRawPointer(constants + Int(operation.a)), byteCount: Int(operation.b)))
                case .symbol: try symbol(operation, &output)
                case .intToFloat:
                    keep(&output)
                    let number = try readInt()
                    write(UInt64(Float(number).bitPattern), bytes: 4, &output)
                case .intToDouble:
                    keep(&output)
                    let number = try readInt()
                    write(Double(number).bitPattern, bytes: 8, &output)
                case .longToFloat:
                    keep(&output)
                    let number = try readNumber()
                    write(UInt64(Float(number).bitPattern), bytes: 4, &output)
                case .longToDouble:
                    keep(&output)
                    let number = try readNumber()
                    write(Double(number).bitPattern, bytes: 8, &output)
                case .floatToDouble:
                    keep(&output)
                    try skip(4)
                    let bits = UInt32(littleEndian: (next - 4).loadUnaligned(as: UInt32.self))
                    write(Double(Float(bitPattern: bits)).bitPattern, bytes: 8, &output)
                case .mark: marks![held &+ Int(operation.a)] = next
                case .back:
                    keep(&output)
                    next = marks![held &+ Int(operation.a)]
                    pending = next
                case .fail: throw failure(.malformed(expected: "what the reader's schema can hold: " + program.messages[Int(operation.a)]))
                }
            }
        } catch {
            throw program.error(error, in: pc - 1)
        }
    }

    // MARK: Writing

    @inline(__always)
    private mutating func keep(_ output: inout ByteWriter) {
        let count = next - pending
        guard count > 0 else { return }
        if probe < output.count &+ count { note(output.count, constant: false) }
        output.append(RawSpan(_unsafeStart: pending, byteCount: count))
        pending = next
    }

    /// The first stretch of the output that reaches beyond the probe is the one it lies in.
    @inline(never)
    private mutating func note(_ written: Int, constant: Bool) {
        guard probe >= written else { return }
        source = constant ? next - start : pending - start + probe - written
    }

    /// In place of what was read since `keep`.
    @inline(__always)
    private mutating func write(_ bits: UInt64, bytes: Int, _ output: inout ByteWriter) {
        pending = next
        if probe < output.count &+ bytes { note(output.count, constant: true) }
        for place in 0..<bytes { output.append(UInt8(truncatingIfNeeded: bits >> UInt64(8 &* place))) }
    }

    private mutating func write(varint number: Int, _ output: inout ByteWriter) {
        pending = next
        var bits = UInt64(number) << 1
        while bits >= 0x80 {
            output.append(UInt8(truncatingIfNeeded: bits) | 0x80)
            bits >>= 7
        }
        output.append(UInt8(bits))
    }

    private mutating func symbol(_ operation: AvroProgram.Operation, _ output: inout ByteWriter) throws(CodecError) {
        keep(&output)
        let number = try readNumber()
        guard number >= 0, number < Int64(operation.b) else {
            throw failure(.malformed(expected: "a symbol of the writer's enum, of which it has \(operation.b)"))
        }
        let read = tables[Int(operation.a) + Int(number)]
        guard read >= 0 else { throw failure(.malformed(expected: "a symbol that the reader's enum has")) }
        write(varint: Int(read), &output)
    }

    private mutating func hold(_ count: Int) {
        let needed = marksHeld + count
        if needed > marksThere {
            let larger = UnsafeMutablePointer<UnsafeRawPointer>.allocate(capacity: needed * 2)
            if let marks {
                larger.update(from: marks, count: marksHeld)
                marks.deallocate()
            }
            marks = larger
            marksThere = needed * 2
        }
        marksHeld = needed
    }

    // MARK: Blocks

    private mutating func items(_ operation: AvroProgram.Operation, _ output: inout ByteWriter) throws(CodecError) {
        var done = 0
        while true {
            let count = try blockCount(leastSize: Int(operation.b), done)
            if count == 0 { return }
            try items(count, operation, &output, done)
            done += count
        }
    }

    private mutating func itemsAnew(_ operation: AvroProgram.Operation, _ output: inout ByteWriter) throws(CodecError) {
        var done = 0
        while true {
            let before = next
            let count = try blockCount(leastSize: Int(operation.b), done)
            if count == 0 { return }
            if before.load(as: UInt8.self) & 1 != 0 {
                // A count below 0 is followed by the block's length, which is another now.
                let after = next
                next = before
                keep(&output)
                next = after
                write(varint: count, &output)
            }
            try items(count, operation, &output, done)
            done += count
        }
    }

    @inline(__always)
    private mutating func items(
        _ count: Int, _ operation: AvroProgram.Operation, _ output: inout ByteWriter, _ done: Int
    ) throws(CodecError) {
        var index = 0
        do throws(CodecError) {
            while index < count {
                try run(Int(operation.a), &output)
                index &+= 1
            }
        } catch {
            throw error.within(.index(done + index))
        }
    }

    /// - Returns: 0 at the end.
    @inline(__always)
    private mutating func blockCount(leastSize: Int, _ done: Int = 0) throws(CodecError) -> Int {
        if next < end, next.load(as: UInt8.self) == 0 {
            next += 1
            return 0
        }
        return try longBlockCount(leastSize: leastSize, done)
    }

    private mutating func longBlockCount(leastSize: Int, _ done: Int) throws(CodecError) -> Int {
        var count = try readNumber()
        if count < 0 {
            guard count != .min else { throw failure(.tooLarge("a block's count is beyond what a long can hold")) }
            count = -count
            let size = try readNumber()
            guard size >= 0, size <= Int64(end - next) else { throw failure(.tooLarge("a block's length is beyond the input")) }
        }
        let most = leastSize > 0 ? (end - next) / leastSize : Self.mostEmptyItems - done
        guard count <= Int64(most) else { throw failure(.tooLarge("\(count) items are more than the input can hold")) }
        return Int(count)
    }

    // MARK: Reading

    @inline(__always)
    private mutating func skip(_ count: Int) throws(CodecError) {
        guard count <= end - next else { throw failure(.endOfInput) }
        next += count
    }

    @inline(__always)
    private mutating func skipVarint() throws(CodecError) {
        if next < end, next.load(as: UInt8.self) < 0x80 {
            next += 1
            return
        }
        try skipLongVarint()
    }

    private mutating func skipLongVarint() throws(CodecError) {
        let last = min(end - next, 10)
        for place in 0..<last where next.load(fromByteOffset: place, as: UInt8.self) < 0x80 {
            next += place + 1
            return
        }
        throw failure(last < 10 ? .endOfInput : .malformed(expected: "a long of at most 10 bytes"))
    }

    /// Of bytes that follow.
    @inline(__always)
    private mutating func readLength() throws(CodecError) -> Int {
        if next < end {
            let byte = next.load(as: UInt8.self)
            if byte & 0x81 == 0 {
                next += 1
                return Int(byte >> 1)
            }
        }
        return try readLongLength()
    }

    private mutating func readLongLength() throws(CodecError) -> Int {
        let length = try readNumber()
        guard length >= 0 else { throw failure(.malformed(expected: "a length of at least 0")) }
        guard length <= Int64(end - next) else { throw failure(.endOfInput) }
        return Int(length)
    }

    @inline(__always)
    private mutating func readNumber() throws(CodecError) -> Int64 {
        if next < end {
            let byte = next.load(as: UInt8.self)
            if byte < 0x80 {
                next += 1
                return Int64(byte >> 1) ^ -Int64(byte & 1)
            }
        }
        return try readLongNumber()
    }

    private mutating func readLongNumber() throws(CodecError) -> Int64 {
        var bits: UInt64 = 0
        var place = 0
        while place < 10 {
            guard next + place < end else { throw failure(.endOfInput) }
            let byte = next.load(fromByteOffset: place, as: UInt8.self)
            // The tenth byte holds the last of 64 bits.
            if place == 9, byte > 1 { break }
            bits |= UInt64(byte & 0x7F) << UInt64(7 * place)
            place += 1
            if byte < 0x80 {
                next += place
                return Int64(bitPattern: bits >> 1) ^ -Int64(bitPattern: bits & 1)
            }
        }
        throw failure(.malformed(expected: "a long of at most 10 bytes"))
    }

    private mutating func readInt() throws(CodecError) -> Int32 {
        let before = next
        let number = try readNumber()
        guard let int = Int32(exactly: number), next - before <= 5 else {
            next = before
            throw failure(.malformed(expected: "an int of at most 5 bytes"))
        }
        return int
    }

    @inline(never)
    private func failure(_ reason: CodecError.Reason) -> CodecError { CodecError(reason, at: next - start) }

    @inline(never)
    private func unknownBranch(_ number: Int64) -> CodecError {
        failure(.malformed(expected: "a branch of the writer's union, found number \(number)"))
    }
}
