extension ProtobufLinker {
    /// The highest number that a field may have.
    static let highestFieldNumber: Int64 = 536_870_911

    // MARK: Fields

    mutating func declareFieldsAndOneofs(
        _ body: ProtobufBodySyntax, of message: ProtobufID<ProtobufMessage>, scope: Int32, in file: Int
    ) {
        let firstField = schema.fields.count
        var isOrdered = true
        var last = Int32.min
        for field in body.fields {
            let id = declareField(field, of: message, isExtension: false, scope: scope, in: file)
            if schema[id].number <= last { isOrdered = false }
            last = schema[id].number
        }
        let fields = firstField..<schema.fields.count
        schema[message].fields = fields
        if !isOrdered {
            // Equal numbers, an error told elsewhere, keep the order in which they are written.
            schema[message].fieldsByNumber = fields.map { Int32($0) }.sorted {
                (schema.fields[Int($0)].number, $0) < (schema.fields[Int($1)].number, $1)
            }
        }
        let firstOneof = schema.oneofs.count
        for oneof in body.oneofs {
            let id = ProtobufID<ProtobufOneof>(schema.oneofs.count)
            schema.oneofs.append(
                ProtobufOneof(
                    id: id, message: message, name: name(oneof.name, in: file), isSynthetic: false, nameSpan: oneof.nameSpan,
                    span: oneof.span))
            _ = declare(oneof.name, in: scope, .oneof, index: Int(id.index), file: file, at: oneof.nameSpan)
            postpone(oneof.options, of: .oneof(id), scope: scope, in: file)
        }
        var isEmpty = Array(repeating: true, count: body.oneofs.count)
        for (index, field) in zip(fields, body.fields) {
            guard let oneof = field.oneof else { continue }
            isEmpty[Int(oneof)] = false
            schema.fields[index].oneof = ProtobufID(firstOneof + Int(oneof))
        }
        for (oneof, isEmpty) in zip(body.oneofs, isEmpty) where isEmpty {
            report(.emptyDefinition, "the oneof '\(name(oneof.name, in: file))' has no fields", oneof.nameSpan, in: file)
        }
        addSyntheticOneofs(of: message, fields: fields)
        schema[message].oneofs = firstOneof..<schema.oneofs.count
    }

    /// A oneof of its own for each `optional` of proto3: `_name`, with an X before it as long as the name is taken.
    private mutating func addSyntheticOneofs(of message: ProtobufID<ProtobufMessage>, fields: Range<Int>) {
        guard schema.fields[fields].contains(where: \.isProto3Optional) else { return }
        let file = Int(schema[message].file.index)
        let scope = messageSymbols[Int(message.index)]
        var taken = Set(schema.fields[fields].map(\.name))
        for oneof in schema.oneofs.reversed() {
            guard oneof.message == message else { break }
            taken.insert(oneof.name)
        }
        for index in fields where schema.fields[index].isProto3Optional {
            let field = schema.fields[index]
            var name = field.name.utf8.first == UInt8(ascii: "_") ? field.name : "_" + field.name
            while taken.contains(name) { name = "X" + name }
            taken.insert(name)
            let id = ProtobufID<ProtobufOneof>(schema.oneofs.count)
            schema.oneofs.append(
                ProtobufOneof(
                    id: id, message: message, name: name, isSynthetic: true, nameSpan: field.nameSpan, span: field.span))
            schema.fields[index].oneof = id
            _ = scopes.declare(names.id(of: name).index, in: scope, .oneof, index: Int(id.index), file: file)
        }
    }

    mutating func declareField(
        _ syntax: ProtobufFieldSyntax, of message: ProtobufID<ProtobufMessage>?, isExtension: Bool, scope: Int32, in file: Int
    ) -> ProtobufID<ProtobufField> {
        let id = ProtobufID<ProtobufField>(schema.fields.count)
        let name = name(syntax.name, in: file)
        let edition = files[file].tree.edition
        var type = ProtobufField.FieldType.unresolved
        var isGroup = false
        switch syntax.type {
        case .scalar(let scalar): type = .scalar(scalar)
        case .named(let path): pendingTypes.append(PendingType(field: id, path: path, scope: scope))
        case .group: isGroup = true
        case .map: break
        }
        var cardinality = ProtobufField.Cardinality.singular
        if syntax.label == .repeated { cardinality = .repeated } else if syntax.label == .required { cardinality = .required }
        if case .map = syntax.type { cardinality = .repeated }
        schema.fields.append(
            ProtobufField(
                id: id, file: files[file].id, message: message ?? ProtobufID(-1), scope: isExtension ? message : nil,
                isExtension: isExtension, name: name, jsonName: defaultJSONName(of: name), number: Int32(clamping: syntax.number.value),
                label: syntax.label, type: type, isGroup: isGroup,
                isProto3Optional: edition == .proto3 && syntax.label == .optional && syntax.oneof == nil,
                nameSpan: syntax.nameSpan, labelSpan: syntax.labelSpan, typeSpan: syntax.typeSpan, numberSpan: syntax.number.span,
                span: syntax.span, cardinality: cardinality))
        _ = declare(
            syntax.name, in: scope, isExtension ? .extension : .field, index: Int(id.index), file: file, at: syntax.nameSpan)
        if !syntax.options.isEmpty { postpone(syntax.options, of: .field(id), scope: scope, in: file) }
        checkLabel(of: syntax, named: name, isExtension: isExtension, edition: edition, in: file)
        checkNumber(of: syntax, isExtension: isExtension, in: file)
        return id
    }

    // MARK: Enums

    mutating func declareEnum(
        _ syntax: ProtobufEnumSyntax, parent: ProtobufID<ProtobufMessage>?, scope: Int32, in file: Int
    ) -> ProtobufID<ProtobufEnum> {
        let id = ProtobufID<ProtobufEnum>(schema.enums.count)
        let name = name(syntax.name, in: file)
        let outer = parent.map { schema[$0].fullName } ?? schema.files[file].package
        var enumeration = ProtobufEnum(
            id: id, file: files[file].id, parent: parent, name: name, fullName: outer.isEmpty ? name : outer + "." + name,
            visibility: syntax.visibility, nameSpan: syntax.nameSpan, span: syntax.span)
        let first = schema.enumValues.count
        enumeration.values = first..<first + syntax.values.count
        enumeration.reservedRanges = syntax.reservedRanges.compactMap { enumRange($0, in: file) }
        enumeration.reservedNames = syntax.reservedNames.map { .init(name: $0.text, span: $0.span) }
        schema.enums.append(enumeration)
        schema.enumsByName[enumeration.fullName] = schema.enumsByName[enumeration.fullName] ?? id
        _ = declare(syntax.name, in: scope, .enumeration, index: Int(id.index), file: file, at: syntax.nameSpan)
        postpone(syntax.options, of: .enumeration(id), scope: scope, in: file)
        for value in syntax.values {
            let valueID = ProtobufID<ProtobufEnumValue>(schema.enumValues.count)
            if Int64(Int32(clamping: value.number.value)) != value.number.value {
                report(.enumNumber, "the number of a value has 32 bits, and \(value.number.value) has more", value.number.span, in: file)
            }
            schema.enumValues.append(
                ProtobufEnumValue(
                    id: valueID, enumeration: id, name: self.name(value.name, in: file),
                    number: Int32(clamping: value.number.value), nameSpan: value.nameSpan, numberSpan: value.number.span,
                    span: value.span))
            _ = declare(value.name, in: scope, .enumValue, index: Int(valueID.index), file: file, at: value.nameSpan)
            postpone(value.options, of: .enumValue(valueID), scope: scope, in: file)
        }
        return id
    }

    // MARK: Ranges

    mutating func declareRanges(
        of body: ProtobufBodySyntax, in message: ProtobufID<ProtobufMessage>, scope: Int32, file: Int
    ) {
        schema[message].reservedNames = body.reservedNames.map { .init(name: $0.text, span: $0.span) }
        for range in body.reservedRanges {
            guard let numbers = fieldRange(range, highest: Self.highestFieldNumber, in: file) else { continue }
            schema[message].reservedRanges.append(.init(numbers: numbers, span: range.span))
        }
        let highest = schema[message].isMessageSet ? Int64(Int32.max) - 1 : Self.highestFieldNumber
        var index = 0
        while index < body.extensionRanges.count {
            let options = body.extensionRanges[index].options
            let first = schema[message].extensionRanges.count
            repeat {
                let range = body.extensionRanges[index].range
                if let numbers = fieldRange(range, highest: highest, in: file) {
                    schema[message].extensionRanges.append(.init(numbers: numbers, span: range.span, statement: Int32(first)))
                }
                index += 1
            } while index < body.extensionRanges.count && !options.isEmpty
                && body.extensionRanges[index].options.first?.span == options[0].span
            let ranges = first..<schema[message].extensionRanges.count
            postpone(options, of: .extensionRanges(message, ranges), scope: scope, in: file)
        }
        let all = schema[message].extensionRanges
        if zip(all, all.dropFirst()).contains(where: { $0.numbers.lowerBound >= $1.numbers.lowerBound }) {
            schema[message].extensionRangesByNumber = all.indices.map { Int32($0) }.sorted {
                (all[Int($0)].numbers.lowerBound, $0) < (all[Int($1)].numbers.lowerBound, $1)
            }
        }
    }

    private mutating func fieldRange(_ range: ProtobufRangeSyntax, highest: Int64, in file: Int) -> ClosedRange<Int32>? {
        let start = range.start.value
        let end = range.end?.value ?? highest
        if start == .max { return nil }
        guard start >= 1, end <= highest, start <= highest else {
            report(.numberRange, "field numbers go from 1 to \(highest)", range.span, in: file)
            return nil
        }
        return ordered(start, end, range.span, in: file)
    }

    private mutating func enumRange(_ range: ProtobufRangeSyntax, in file: Int) -> ProtobufMessage.ReservedRange? {
        let start = range.start.value
        let end = range.end?.value ?? Int64(Int32.max)
        if start == .max { return nil }
        guard start == Int64(Int32(clamping: start)), end == Int64(Int32(clamping: end)) else {
            report(.numberRange, "numbers of values have 32 bits", range.span, in: file)
            return nil
        }
        return ordered(start, end, range.span, in: file).map { .init(numbers: $0, span: range.span) }
    }

    private mutating func ordered(_ start: Int64, _ end: Int64, _ span: ProtobufSpan, in file: Int) -> ClosedRange<Int32>? {
        guard start <= end else {
            report(.numberRange, "the range ends before it begins", span, in: file, suggestion: "write \(end) to \(start)")
            return nil
        }
        return Int32(start)...Int32(end)
    }
}

/// `my_field` → `myField`: underscores go, and what follows them is a capital.
func defaultJSONName(of name: String) -> String {
    guard name.utf8.contains(UInt8(ascii: "_")) else { return name }
    var result: [UInt8] = []
    result.reserveCapacity(name.utf8.count)
    var isCapital = false
    for byte in name.utf8 {
        if byte == UInt8(ascii: "_") {
            isCapital = true
        } else {
            result.append(isCapital && byte &- UInt8(ascii: "a") < 26 ? byte - 0x20 : byte)
            isCapital = false
        }
    }
    return String(decoding: result, as: UTF8.self)
}
