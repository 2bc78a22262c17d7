/// One payload, read to its end or to what is wrong with it.
struct AvroPayloadReading {
    private struct Failure: Error { var kind: AvroPayloadProblem.Kind }

    private enum Step {
        case field(String)
        case item(Int)
        /// Where the key's bytes are.
        case key(Range<Int>)
    }

    private let validator: AvroPayloadValidator
    private let bytes: UnsafeRawBufferPointer
    private let maximumDepth: Int
    private var offset = 0
    private var valueStart = 0
    /// Left as they are when reading fails, so that they tell where.
    private var steps: [Step] = []

    init(_ validator: AvroPayloadValidator, _ bytes: UnsafeRawBufferPointer, maximumDepth: Int) {
        self.validator = validator
        self.bytes = bytes
        self.maximumDepth = maximumDepth
    }

    mutating func run() -> AvroPayloadProblem? {
        do throws(Failure) {
            try read(0, depth: 0)
            guard offset == bytes.count else {
                valueStart = offset
                throw Failure(kind: .trailingBytes(bytes.count - offset))
            }
            return nil
        } catch {
            return AvroPayloadProblem(kind: error.kind, path: path, offset: valueStart)
        }
    }

    private mutating func read(_ index: Int, depth: Int) throws(Failure) {
        if validator.isEmpty[index] { return }
        guard depth <= maximumDepth else { throw Failure(kind: .tooDeep) }
        valueStart = offset
        switch validator.nodes[index] {
        case .null: return
        case .boolean:
            let byte = try byte()
            if byte > 1 { throw Failure(kind: .invalidBoolean(byte)) }
        case .int: if Int32(exactly: try long()) == nil { throw Failure(kind: .malformedNumber) }
        case .long: _ = try long()
        case .float: try skip(4)
        case .double: try skip(8)
        case .bytes: _ = try text()
        case .string: try checkUTF8(text())
        case .fixed(let size): try skip(size)
        case .enumeration(let count):
            let number = try long()
            guard (0..<Int64(count)).contains(number) else { throw Failure(kind: .unknownSymbol(number, count: count)) }
        case .union(let branches):
            let number = try long()
            guard (0..<Int64(branches.count)).contains(number) else {
                throw Failure(kind: .unknownBranch(number, count: branches.count))
            }
            try read(branches[Int(number)], depth: depth + 1)
        case .record(let fields):
            for field in fields {
                steps.append(.field(field.name))
                try read(field.node, depth: depth + 1)
                steps.removeLast()
            }
        case .array(let item): try readBlocks(of: item, keyed: false, depth: depth)
        case .map(let value): try readBlocks(of: value, keyed: true, depth: depth)
        }
    }

    /// Blocks of a count and so many items, the last one of none. A count below zero is followed by the block's size in
    /// bytes, and means as many items as it would without the sign.
    private mutating func readBlocks(of item: Int, keyed: Bool, depth: Int) throws(Failure) {
        var number = 0
        while true {
            valueStart = offset
            let count = try long()
            if count == 0 { return }
            var size: Int64?
            if count < 0 {
                let said = try long()
                guard count > .min, said >= 0, said <= Int64(bytes.count - offset) else {
                    throw Failure(kind: .invalidLength(count > .min ? said : count))
                }
                size = said
            }
            let start = offset
            // Items without bytes may be as many as the block says.
            if keyed || !validator.isEmpty[item] {
                guard count.magnitude <= UInt64(bytes.count - offset) else { throw Failure(kind: .invalidLength(count)) }
                for _ in 0..<count.magnitude {
                    try readItem(item, number, keyed: keyed, depth: depth)
                    number += 1
                }
            }
            if let size, Int64(offset - start) != size {
                valueStart = start
                throw Failure(kind: .wrongBlockSize(said: size, found: offset - start))
            }
        }
    }

    private mutating func readItem(_ item: Int, _ number: Int, keyed: Bool, depth: Int) throws(Failure) {
        valueStart = offset
        if keyed {
            let key = try text()
            steps.append(.key(key))
            try checkUTF8(key)
        } else {
            steps.append(.item(number))
        }
        try read(item, depth: depth + 1)
        steps.removeLast()
    }

    private mutating func byte() throws(Failure) -> UInt8 {
        guard offset < bytes.count else { throw Failure(kind: .truncated) }
        defer { offset += 1 }
        return bytes[offset]
    }

    /// Zigzag, seven bits a byte, the lowest first.
    private mutating func long() throws(Failure) -> Int64 {
        var value: UInt64 = 0
        var shift: UInt64 = 0
        while true {
            let byte = try byte()
            if shift == 63, byte > 1 { throw Failure(kind: .malformedNumber) }
            value |= UInt64(byte & 0x7F) << shift
            if byte < 0x80 { return Int64(bitPattern: (value >> 1) ^ (0 &- (value & 1))) }
            shift += 7
        }
    }

    private mutating func skip(_ count: Int) throws(Failure) {
        guard bytes.count - offset >= count else { throw Failure(kind: .truncated) }
        offset += count
    }

    /// A length and so many bytes: where they are.
    private mutating func text() throws(Failure) -> Range<Int> {
        let length = try long()
        guard length >= 0, length <= Int64(bytes.count - offset) else { throw Failure(kind: .invalidLength(length)) }
        let start = offset
        offset += Int(length)
        return start..<offset
    }

    private func checkUTF8(_ range: Range<Int>) throws(Failure) {
        guard String(validating: UnsafeRawBufferPointer(rebasing: bytes[range]), as: UTF8.self) != nil else {
            throw Failure(kind: .invalidUTF8)
        }
    }

    private var path: String {
        var text = ""
        for step in steps {
            switch step {
            case .field(let name): text += text.isEmpty ? name : ".\(name)"
            case .item(let number): text += "[\(number)]"
            case .key(let range): text += "{\(String(decoding: bytes[range.prefix(100)], as: UTF8.self))}"
            }
        }
        return text
    }
}
