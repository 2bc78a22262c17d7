import ContractModel
import LocatedJSON

extension AvroModelBuilder {
    /// A default as a Swift expression; nil where the Swift type has no such value, as an empty text is no UUID.
    func literal(_ node: JSONNode, _ type: AvroType, _ shape: AvroShape) -> String? {
        switch (type, shape) {
        case (.primitive(let primitive, _), .value(let value)):
            guard let template = value.literal, let base = literal(node, primitive) else { return nil }
            return template.replacing("$", with: base)
        case (.primitive(let primitive, _), _): return literal(node, primitive)
        case (.array(let item), .array(let itemShape, _)):
            return node.array.flatMap { all($0.map { literal($0, item, itemShape) }) }.map { "[\($0.joined(separator: ", "))]" }
        case (.map(let value), .map(let valueShape, _)):
            guard let members = node.object, let values = all(members.map { literal($0.value, value, valueShape) }) else { return nil }
            let entries = zip(members, values).map { member, value in
                options.maps == .pairs
                    ? "HeddleRuntime.MapEntry(key: \(swiftLiteral(member.key)), value: \(value))" : "\(swiftLiteral(member.key)): \(value)"
            }
            return entries.isEmpty && options.maps == .dictionary ? "[:]" : "[\(entries.joined(separator: ", "))]"
        case (.union(let branches), _): return literal(node, branches, shape)
        case (.named(let name), _): return schema.types[name].flatMap { literal(node, $0, shape) }
        default: return nil
        }
    }

    private func literal(_ node: JSONNode, _ primitive: AvroType.Primitive) -> String? {
        switch primitive {
        case .null: return node.isNull ? "HeddleRuntime.NullValue()" : nil
        case .boolean: return node.bool.map { "\($0)" }
        case .int: return node.int64.flatMap { Int32(exactly: $0) }.map { "\($0)" }
        case .long: return node.int64.map { "\($0)" }
        case .float: return node.number.map { "\(Float($0.double))" }.flatMap { $0.contains("inf") ? nil : $0 }
        case .double: return node.number.map { "\($0.double)" }.flatMap { $0.contains("inf") ? nil : $0 }
        case .string: return node.string.map(swiftLiteral)
        case .bytes: return node.string.flatMap(bytes)
        }
    }

    /// One character a byte.
    private func bytes(_ text: String) -> String? {
        let values = text.unicodeScalars.map(\.value)
        guard values.allSatisfy({ $0 < 256 }) else { return nil }
        return "[\(values.map(String.init).joined(separator: ", "))]"
    }

    private func literal(_ node: JSONNode, _ branches: [AvroType], _ shape: AvroShape) -> String? {
        switch shape {
        case .only(let inner): return literal(node, branches[0], inner)
        case .optional(let inner, let null): return node.isNull ? "nil" : literal(node, branches[1 - null], inner)
        case .union(let union):
            for (branch, part) in zip(branches, union.branches) {
                let name = "\(union.swiftName).\(SwiftName.escaped(part.caseName))"
                if part.shape.isNull {
                    if node.isNull { return name }
                } else if let value = literal(node, branch, part.shape) {
                    return "\(name)(\(value))"
                }
            }
            return nil
        default: return nil
        }
    }

    private func literal(_ node: JSONNode, _ type: AvroNamedType, _ shape: AvroShape) -> String? {
        let name = Self.swiftName(type.fullName, options)
        switch type.content {
        case .enumeration(let symbols, _):
            guard let symbol = node.string, symbols.contains(symbol) else { return nil }
            let chosen = options.names["\(type.fullName).\(symbol)"] ?? SwiftName.enumCase(symbol)
            return "\(name).\(SwiftName.escaped(Self.reservedSymbols.contains(chosen) ? chosen + "_" : chosen))"
        case .fixed(let size, _):
            guard let text = node.string, text.unicodeScalars.count == size, let bytes = bytes(text) else { return nil }
            if case .value(let value) = shape { return value.literal?.replacing("$", with: bytes) }
            return "\(name)(\(bytes))"
        case .record(let fields):
            guard node.object != nil, !cycles.recursive.contains(type.fullName) else { return nil }
            var arguments: [String] = []
            // A union's name follows from its place, so the record's own field is asked for it.
            var builder = self
            for field in fields {
                guard let value = node[field.name] ?? field.fallback else { return nil }
                let swiftField = builder.swiftField(field, of: type, name)
                guard let argument = literal(value, field.type, swiftField.shape) else { return nil }
                arguments.append("\(SwiftName.escaped(swiftField.swiftName)): \(argument)")
            }
            return "\(name)(\(arguments.joined(separator: ", ")))"
        }
    }

    private func all(_ values: [String?]) -> [String]? {
        let known = values.compactMap { $0 }
        return known.count == values.count ? known : nil
    }
}
