import Diagnostics
import LocatedJSON

/// Records, enumerations and fixed: the types that have names (Avro 1.12, "Complex Types").
extension AvroParser {
    mutating func parseRecord(_ node: JSONNode, namespace: String?) -> AvroType? {
        guard var type = beginNamed(node, "a record", content: .record([]), namespace: namespace) else { return nil }
        guard let fieldsNode = attribute("fields", of: node, in: "a record") else { return fail(type) }
        guard let fieldNodes = fieldsNode.array else {
            wrongType("fields", "an array", fieldsNode)
            return fail(type)
        }
        var fields: [AvroField] = []
        var names: [String: SourceRange] = [:]
        var isWhole = !failedNames.contains(type.fullName)
        for fieldNode in fieldNodes {
            guard let field = parseField(fieldNode, namespace: AvroName.namespace(of: type.fullName)) else {
                isWhole = false
                continue
            }
            if let first = names.updateValue(field.range, forKey: field.name) {
                report(
                    "avro/duplicate-field", "the record '\(type.fullName)' has two fields '\(field.name)'", at: field.range,
                    secondary: [.init("first here", at: first)])
                isWhole = false
                continue
            }
            fields.append(field)
        }
        guard isWhole else { return fail(type) }
        type.content = .record(fields)
        types[type.fullName] = type
        return .named(type.fullName)
    }

    private mutating func parseField(_ node: JSONNode, namespace: String?) -> AvroField? {
        guard node.object != nil else {
            report(
                "avro/wrong-type", "a field must be an object with 'name' and 'type', not \(node.kind.description)",
                at: node.range)
            return nil
        }
        guard let nameNode = attribute("name", of: node, in: "a field") else { return nil }
        guard let name = nameNode.string else {
            wrongType("name", "a string", nameNode)
            return nil
        }
        var isWhole = checkName(name, nameNode.range)
        guard let typeNode = attribute("type", of: node, in: "the field '\(name)'") else { return nil }
        let aliases = parseAliases(node)
        var order = AvroField.Order.ascending
        if let orderNode = node["order"] {
            if let known = orderNode.string.flatMap(AvroField.Order.init(rawValue:)) {
                order = known
            } else {
                report("avro/invalid-order", "'order' must be 'ascending', 'descending' or 'ignore'", at: orderNode.range)
                isWhole = false
            }
        }
        guard let type = parse(typeNode, namespace: namespace), isWhole else { return nil }
        if let fallback = node["default"] { pendingDefaults.append((fallback, type, name)) }
        return AvroField(
            name: name, aliases: aliases, documentation: node["doc"]?.string, type: type, fallback: node["default"], order: order,
            range: nameNode.range)
    }

    mutating func parseEnumeration(_ node: JSONNode, namespace: String?) -> AvroType? {
        guard var type = beginNamed(node, "an enum", content: .enumeration(symbols: [], fallback: nil), namespace: namespace)
        else { return nil }
        guard let symbolsNode = attribute("symbols", of: node, in: "an enum") else { return fail(type) }
        guard let symbolNodes = symbolsNode.array else {
            wrongType("symbols", "an array", symbolsNode)
            return fail(type)
        }
        var symbols: [String: SourceRange] = [:]
        var ordered: [String] = []
        var isWhole = !failedNames.contains(type.fullName)
        for symbolNode in symbolNodes {
            guard let symbol = symbolNode.string else {
                report("avro/wrong-type", "a symbol must be a string, not \(symbolNode.kind.description)", at: symbolNode.range)
                isWhole = false
                continue
            }
            isWhole = checkName(symbol, symbolNode.range) && isWhole
            if let first = symbols.updateValue(symbolNode.range, forKey: symbol) {
                report(
                    "avro/duplicate-symbol", "the enum '\(type.fullName)' has the symbol '\(symbol)' twice", at: symbolNode.range,
                    secondary: [.init("first here", at: first)])
                isWhole = false
            }
            ordered.append(symbol)
        }
        // The Java library takes a null for no default, and there are schemas that rely on it.
        if let fallback = node["default"], !fallback.isNull, fallback.string.map({ symbols[$0] == nil }) ?? true {
            report(
                "avro/invalid-enum-default", "the enum's default must be one of its symbols", at: fallback.range,
                suggestion: fallback.string.flatMap { closestMatch(to: $0, among: ordered) }.map { "did you mean '\($0)'?" })
            isWhole = false
        }
        guard isWhole else { return fail(type) }
        type.content = .enumeration(symbols: ordered, fallback: node["default"]?.string)
        types[type.fullName] = type
        return .named(type.fullName)
    }

    mutating func parseFixed(_ node: JSONNode, namespace: String?) -> AvroType? {
        guard var type = beginNamed(node, "a fixed", content: .fixed(size: 0, logical: nil), namespace: namespace) else {
            return nil
        }
        guard let sizeNode = attribute("size", of: node, in: "a fixed") else { return fail(type) }
        guard let size = sizeNode.writtenInteger, (0...Int64(Int32.max)).contains(size) else {
            report(
                "avro/invalid-size", "'size' must be a number of bytes: a whole number from 0 to \(Int32.max)", at: sizeNode.range
            )
            return fail(type)
        }
        if failedNames.contains(type.fullName) { return fail(type) }
        type.content = .fixed(size: Int(size), logical: logicalType(of: node, on: .fixed(size: Int(size))))
        types[type.fullName] = type
        return .named(type.fullName)
    }

    /// Reads name, namespace, aliases and doc, and makes the name known.
    private mutating func beginNamed(
        _ node: JSONNode, _ noun: String, content: AvroNamedType.Content, namespace: String?
    ) -> AvroNamedType? {
        guard let nameNode = attribute("name", of: node, in: noun) else { return nil }
        guard let name = nameNode.string else {
            wrongType("name", "a string", nameNode)
            return nil
        }
        var space = namespace
        if let spaceNode = node["namespace"], !name.contains(".") {
            guard let text = spaceNode.string else {
                wrongType("namespace", "a string", spaceNode)
                return nil
            }
            if !text.isEmpty, !AvroName.isFullName(text) {
                report(
                    "avro/invalid-name", "'\(text)' is not a namespace: letters, digits and '_', parts divided by dots",
                    at: spaceNode.range)
                return nil
            }
            space = text
        }
        let fullName = AvroName.full(name, in: space)
        if !AvroName.isFullName(name) {
            report(
                "avro/invalid-name", "'\(name)' is not a name: letters, digits and '_', beginning with no digit",
                at: nameNode.range)
            markFailed(fullName)
        }
        if AvroType.Primitive(rawValue: fullName) != nil {
            report(
                "avro/invalid-name", "'\(name)' is the name of a primitive type, which cannot be defined anew", at: nameNode.range
            )
            return nil
        }
        let type = AvroNamedType(
            fullName: fullName, aliases: parseAliases(node).map { AvroName.full($0, in: AvroName.namespace(of: fullName)) },
            documentation: node["doc"]?.string, content: content, range: nameNode.range)
        return declare(type) ? type : nil
    }

    private mutating func fail(_ type: AvroNamedType) -> AvroType? {
        // It stays known, so that its uses are no errors of their own.
        types[type.fullName] = type
        markFailed(type.fullName)
        return nil
    }

    private mutating func checkName(_ name: String, _ range: SourceRange) -> Bool {
        if AvroName.isNamePart(name) { return true }
        report(
            "avro/invalid-name",
            name.isEmpty ? "a name cannot be empty" : "'\(name)' is not a name: letters, digits and '_', beginning with no digit",
            at: range)
        return false
    }

    private mutating func parseAliases(_ node: JSONNode) -> [String] {
        guard let aliases = node["aliases"] else { return [] }
        guard let items = aliases.array else {
            wrongType("aliases", "an array of names", aliases)
            return []
        }
        return items.compactMap { item in
            if let text = item.string, AvroName.isFullName(text) { return text }
            report(
                "avro/invalid-name", "an alias must be a name, not \(item.string.map { "'\($0)'" } ?? item.kind.description)",
                at: item.range)
            return nil
        }
    }
}
