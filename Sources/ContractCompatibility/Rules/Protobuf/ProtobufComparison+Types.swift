import ContractModel

/// Types as they lie on the wire: a group and a message differ, and so do a map and a list of messages.
private enum ProtobufKind: Hashable {
    case scalar(ProtobufScalar)
    case enumeration, message, group, map
    case unknown

    init(of field: ProtobufField, in schema: ProtobufSchema) {
        switch field.type {
        case .scalar(let scalar): self = .scalar(scalar)
        case .enumeration: self = .enumeration
        case .message where schema.mapEntry(of: field) != nil: self = .map
        case .message: self = field.isDelimited ? .group : .message
        case .unresolved: self = .unknown
        }
    }

    /// Kinds that read each other's bytes, if not always as the same number.
    var wireGroup: Self {
        switch self {
        case .scalar(.int64), .scalar(.uint32), .scalar(.uint64), .scalar(.bool): .scalar(.int32)
        case .scalar(.sint64): .scalar(.sint32)
        default: jsonGroup
        }
    }

    /// Kinds that read each other's bytes and JSON: 64-bit integers are strings there.
    var jsonGroup: Self {
        switch self {
        case .scalar(.uint32): .scalar(.int32)
        case .scalar(.uint64): .scalar(.int64)
        case .scalar(.sfixed32): .scalar(.fixed32)
        case .scalar(.sfixed64): .scalar(.fixed64)
        default: self
        }
    }
}

extension ProtobufComparison {
    func compareTypes(_ pair: ProtobufFieldPair) {
        if let before = old.mapEntry(of: pair.old), let after = new.mapEntry(of: pair.new) {
            compareTypes(before.key, after.key, of: pair, part: "the type of its keys")
            compareTypes(before.value, after.value, of: pair, part: "the type of its values")
        } else {
            compareTypes(pair.old, pair.new, of: pair, part: "its type")
        }
    }

    private func compareTypes(
        _ before: ProtobufField, _ after: ProtobufField, of pair: ProtobufFieldPair, part: String
    ) {
        let kinds = (old: ProtobufKind(of: before, in: old), new: ProtobufKind(of: after, in: new))
        if kinds.old == .unknown || kinds.new == .unknown {
            report(
                .fieldTypeUnknown, pair, at: \.typeSpan,
                "the field '\(pair.old.name)' has a type that could not be found")
            return
        }
        let isSame =
            kinds.old == kinds.new && (kinds.old == .map || isSameName(before.type, after.type))
        if isSame { return }
        let message = { [old, new] in
            "the field '\(pair.old.name)', number \(pair.old.number), changes \(part) from \(said(before, in: old)) to \(said(after, in: new))"
        }
        report(.fieldTypeChanged, pair, at: \.typeSpan, message())
        guard level != .source else { return }
        let isJSONSafe =
            kinds.old.jsonGroup == kinds.new.jsonGroup && isInterchangeable(before.type, after.type)
        let isWireSafe =
            kinds.old.wireGroup == kinds.new.wireGroup && isInterchangeable(before.type, after.type)
        if !isJSONSafe { report(.fieldJSONTypeChanged, pair, at: \.typeSpan, message()) }
        if !isWireSafe && !isReadableText(kinds.old, kinds.new) {
            report(.fieldWireTypeChanged, pair, at: \.typeSpan, message())
        }
    }

    /// Text reads as bytes; bytes may be no text.
    private func isReadableText(_ before: ProtobufKind, _ after: ProtobufKind) -> Bool {
        let (written, read) = victim == .newReaders ? (before, after) : (after, before)
        return written == .scalar(.string) && read == .scalar(.bytes)
    }

    private func isSameName(_ before: ProtobufField.FieldType, _ after: ProtobufField.FieldType)
        -> Bool
    {
        switch (before, after) {
        case (.message(let before), .message(let after)): counterparts[before] == after
        case (.enumeration(let before), .enumeration(let after)): counterparts[before] == after
        default: true
        }
    }

    /// Same names, or an enum that was moved: of the same last name, with all that it had.
    private func isInterchangeable(
        _ before: ProtobufField.FieldType, _ after: ProtobufField.FieldType
    ) -> Bool {
        if isSameName(before, after) { return true }
        guard case .enumeration(let before) = before, case .enumeration(let after) = after else {
            return false
        }
        return isMoved(old[before], to: new[after])
    }

    private func isMoved(_ before: ProtobufEnum, to after: ProtobufEnum) -> Bool {
        guard before.name == after.name else { return false }
        let move = EnumMove(old: before.id, new: after.id)
        if let known = enumMoves[move] { return known }
        // Each of many enums may be held against each of many others: past the budget they are taken to differ.
        enumMoveBudget -= before.values.count + after.values.count
        guard enumMoveBudget > 0 else { return false }
        let numbers = Dictionary(
            new.values(of: after).map { ($0.name, $0.number) }, uniquingKeysWith: { first, _ in first })
        let isSubset = old.values(of: before).allSatisfy { numbers[$0.name] == $0.number }
        enumMoves[move] = isSubset
        return isSubset
    }

    struct EnumMove: Hashable {
        var old: ProtobufID<ProtobufEnum>
        var new: ProtobufID<ProtobufEnum>
    }
}

/// A field's type as it is written, names in full.
private func said(_ field: ProtobufField, in schema: ProtobufSchema) -> String {
    if let entry = schema.mapEntry(of: field) {
        return "'map<\(bare(entry.key, in: schema)), \(bare(entry.value, in: schema))>'"
    }
    switch field.type {
    case .scalar: return "'\(bare(field, in: schema))'"
    case .enumeration: return "the enum '\(bare(field, in: schema))'"
    case .message:
        return "the \(field.isDelimited ? "group" : "message") '\(bare(field, in: schema))'"
    case .unresolved: return "a type that could not be found"
    }
}

private func bare(_ field: ProtobufField, in schema: ProtobufSchema) -> String {
    switch field.type {
    case .scalar(let scalar): scalar.name
    case .enumeration(let id): schema[id].fullName
    case .message(let id): schema[id].fullName
    case .unresolved: "?"
    }
}
