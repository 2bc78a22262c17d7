extension ProtobufSchema {
    /// Whether bytes are a message of a type: what is wrong with them, in the order of the bytes, at most `limit`.
    ///
    ///     let problems = schema.validate(record.value, as: order)
    ///
    /// Fields that the contract does not know are let pass, as Protobuf has it, and so are numbers that an enum does not
    /// name. Repeated numbers are read packed and unpacked. A message that is sent in several parts, which Protobuf lets one
    /// do and nobody does, has to have its required fields in each.
    package func validate(
        _ payload: [UInt8], as message: ProtobufMessage, limit: Int = 20, maximumDepth: Int = 100
    ) -> [ProtobufPayloadProblem] {
        payload.withUnsafeBytes { validate($0, as: message, limit: limit, maximumDepth: maximumDepth) }
    }

    package func validate(
        _ payload: UnsafeRawBufferPointer, as message: ProtobufMessage, limit: Int = 20, maximumDepth: Int = 100
    ) -> [ProtobufPayloadProblem] {
        var validation = ProtobufPayloadValidation(schema: self, payload, limit: limit, maximumDepth: maximumDepth)
        validation.run(message.id)
        return validation.problems
    }
}

private struct ProtobufPayloadValidation {
    typealias Failure = ProtobufWireReader.Failure

    /// A message that is being read: where it began, and the field in the one around it.
    struct Level {
        var field: Int
        var start: Int
    }

    let schema: ProtobufSchema
    var reader: ProtobufWireReader
    let limit: Int
    let maximumDepth: Int
    var problems: [ProtobufPayloadProblem] = []
    var levels: [Level] = []

    init(schema: ProtobufSchema, _ payload: UnsafeRawBufferPointer, limit: Int, maximumDepth: Int) {
        self.schema = schema
        reader = ProtobufWireReader(payload)
        self.limit = limit
        self.maximumDepth = maximumDepth
    }

    mutating func run(_ message: ProtobufID<ProtobufMessage>) {
        do throws(Failure) {
            try read(message, group: nil)
        } catch {
            // The levels are still those of the place.
            add(error.kind, field: nil, at: min(reader.offset, reader.bytes.count))
        }
    }

    /// The fields of a message, to the end of the reader's bytes or of the group.
    private mutating func read(_ id: ProtobufID<ProtobufMessage>, group: Int32?) throws(Failure) {
        let start = reader.offset
        let required = schema.messages[Int(id.index)].requiredFields
        var seen: Set<Int32> = []
        while !reader.isAtEnd {
            let tagOffset = reader.offset
            let (number, wireType) = try reader.tag()
            if wireType == 4 {
                guard number == group else { throw Failure(kind: .unbalancedGroup) }
                checkRequired(required, seen, at: start)
                return
            }
            guard let index = field(number, of: id) else {
                try reader.skip(number, wireType, depth: maximumDepth)
                continue
            }
            if !required.isEmpty { seen.insert(Int32(index)) }
            try read(field: index, number, wireType, start: start, tagOffset: tagOffset)
            if problems.count >= limit { return }
        }
        if group != nil { throw Failure(kind: .unbalancedGroup) }
        checkRequired(required, seen, at: start)
    }

    private func field(_ number: Int32, of id: ProtobufID<ProtobufMessage>) -> Int? {
        let index = Int(id.index)
        if let own = schema.messages[index].fieldIndex(of: number, in: schema) { return own }
        guard !schema.messages[index].extensionRanges.isEmpty else { return nil }
        return schema.extensionsByNumber[.init(message: id, number: number)].map { Int($0.index) }
    }

    private mutating func read(
        field index: Int, _ number: Int32, _ wireType: UInt8, start: Int, tagOffset: Int
    ) throws(Failure) {
        let type = schema.fields[index].type
        switch type {
        case .unresolved:
            try reader.skip(number, wireType, depth: maximumDepth)
        case .message(let inner):
            // A message with a length and a group are different on the wire.
            let expected: UInt8 = schema.fields[index].isDelimited ? 3 : 2
            guard wireType == expected else {
                return try skip(wrong: wireType, expected: expected, index, number, start, tagOffset)
            }
            guard levels.count < maximumDepth else { throw Failure(kind: .tooDeep) }
            let end = expected == 2 ? try length(of: index, start) : reader.end
            levels.append(Level(field: index, start: start))
            let outerEnd = reader.end
            reader.end = end
            try read(inner, group: expected == 3 ? number : nil)
            reader.end = outerEnd
            if expected == 2, problems.count < limit { reader.offset = end }
            levels.removeLast()
        case .enumeration:
            try readScalar(index, number, wireType, expected: 0, start, tagOffset)
        case .scalar(let scalar):
            if scalar.wireType == 2 {
                guard wireType == 2 else { return try skip(wrong: wireType, expected: 2, index, number, start, tagOffset) }
                let end = try length(of: index, start)
                if schema.fields[index].requiresUTF8, !isUTF8(reader.offset..<end) {
                    add(.invalidUTF8, field: Level(field: index, start: start), at: tagOffset)
                }
                reader.offset = end
            } else {
                try readScalar(index, number, wireType, expected: scalar.wireType, start, tagOffset)
            }
        }
    }

    private mutating func readScalar(
        _ index: Int, _ number: Int32, _ wireType: UInt8, expected: UInt8, _ start: Int, _ tagOffset: Int
    ) throws(Failure) {
        if wireType == expected {
            levels.append(Level(field: index, start: start))
            try reader.skip(number, wireType, depth: maximumDepth)
            levels.removeLast()
        } else if wireType == 2, schema.fields[index].isRepeated {
            let end = try length(of: index, start)
            switch expected {
            case 0:
                let outerEnd = reader.end
                reader.end = end
                levels.append(Level(field: index, start: start))
                while !reader.isAtEnd { _ = try reader.varint() }
                levels.removeLast()
                reader.end = outerEnd
            default:
                if (end - reader.offset) % (expected == 1 ? 8 : 4) != 0 {
                    add(.raggedPackedField, field: Level(field: index, start: start), at: tagOffset)
                }
                reader.offset = end
            }
        } else {
            try skip(wrong: wireType, expected: expected, index, number, start, tagOffset)
        }
    }

    // MARK: Problems

    private mutating func skip(
        wrong wireType: UInt8, expected: UInt8, _ index: Int, _ number: Int32, _ start: Int, _ tagOffset: Int
    ) throws(Failure) {
        add(.wrongWireType(expected: expected, found: wireType), field: Level(field: index, start: start), at: tagOffset)
        try reader.skip(number, wireType, depth: maximumDepth)
    }

    /// A length that fails is told of the field, not of the message around it.
    private mutating func length(of index: Int, _ start: Int) throws(Failure) -> Int {
        levels.append(Level(field: index, start: start))
        let end = try reader.length()
        levels.removeLast()
        return end
    }

    private mutating func checkRequired(_ required: [Int32], _ seen: Set<Int32>, at start: Int) {
        for index in required where !seen.contains(index) {
            add(.missingRequired, field: Level(field: Int(index), start: start), at: start)
        }
    }

    private func isUTF8(_ range: Range<Int>) -> Bool {
        firstInvalidUTF8(UnsafeRawBufferPointer(rebasing: reader.bytes[range])) == nil
    }

    private mutating func add(_ kind: ProtobufPayloadProblem.Kind, field: Level?, at offset: Int) {
        guard problems.count < limit else { return }
        var path = ""
        for (position, level) in (levels + (field.map { [$0] } ?? [])).enumerated() {
            let descriptor = schema.fields[level.field]
            if position > 0 { path += "." }
            path += descriptor.isExtension ? "[\(schema.fullName(of: descriptor))]" : descriptor.name
            if descriptor.isRepeated { path += "[\(occurrences(of: descriptor, from: level.start, to: offset))]" }
        }
        problems.append(ProtobufPayloadProblem(kind: kind, path: path, offset: offset))
    }

    /// How many elements of a repeated field stand before the one at an offset.
    private func occurrences(of field: ProtobufField, from start: Int, to offset: Int) -> Int {
        var reader = ProtobufWireReader(reader.bytes)
        reader.offset = start
        var count = -1
        while reader.offset <= offset, let (number, wireType) = try? reader.tag() {
            if number == field.number { count += 1 }
            guard (try? reader.skip(number, wireType, depth: maximumDepth)) != nil else { break }
        }
        return max(count, 0)
    }
}
