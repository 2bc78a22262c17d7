import LocatedJSON

extension SchemaDifferences {
    /// Two normalised Avro types at a path such as `fields.customer`; empty for the whole schema.
    mutating func compareAvro(_ old: JSONNode, _ new: JSONNode, at path: String) {
        guard old != new else { return }
        if let oldBranches = old.array, let newBranches = new.array {
            return compareUnions(oldBranches, newBranches, at: path)
        }
        guard let oldType = old["type"]?.string, oldType == new["type"]?.string, old["name"]?.string == new["name"]?.string
            || path.isEmpty
        else {
            let (oldText, newText) = (avroSummary(old), avroSummary(new))
            return oldText == newText ? add(below(path, "type"), old.compactText, new.compactText) : add(below(path, "type"), oldText, newText)
        }
        compareAttributes(old, new, at: path, except: ["type", "fields", "symbols", "items", "values"])
        switch oldType {
        case "record", "error": compareFields(old["fields"]?.array ?? [], new["fields"]?.array ?? [], at: path)
        case "enum": compareSymbols(old["symbols"]?.array ?? [], new["symbols"]?.array ?? [], at: path)
        case "array": compareAvro(old["items"] ?? old, new["items"] ?? new, at: below(path, "items"))
        case "map": compareAvro(old["values"] ?? old, new["values"] ?? new, at: below(path, "values"))
        default: break
        }
    }

    private mutating func compareFields(_ old: [JSONNode], _ new: [JSONNode], at path: String) {
        let oldByName = byName(old)
        let newByName = byName(new)
        for field in old {
            guard let name = field["name"]?.string, newByName[name] == nil else { continue }
            add(below(path, "fields.\(name)"), fieldSummary(field), nil)
        }
        for field in new {
            guard let name = field["name"]?.string else { continue }
            let place = below(path, "fields.\(name)")
            guard let before = oldByName[name] else {
                add(place, nil, fieldSummary(field))
                continue
            }
            if let oldType = before["type"], let newType = field["type"] { compareAvro(oldType, newType, at: place) }
            compareAttributes(before, field, at: place, except: ["name", "type"])
        }
        // Values are written in the order of fields: those that stay may have changed places.
        let oldOrder = old.compactMap { $0["name"]?.string }.filter { newByName[$0] != nil }
        let newOrder = new.compactMap { $0["name"]?.string }.filter { oldByName[$0] != nil }
        guard oldOrder != newOrder else { return }
        add(
            below(path, "fields"), "in the order \(oldOrder.joined(separator: ", "))",
            "in the order \(newOrder.joined(separator: ", "))")
    }

    private mutating func compareSymbols(_ old: [JSONNode], _ new: [JSONNode], at path: String) {
        guard old != new else { return }
        add(below(path, "symbols"), old.compactMap(\.string).joined(separator: ", "), new.compactMap(\.string).joined(separator: ", "))
    }

    /// Branches are known by their names, of which a union has each once.
    private mutating func compareUnions(_ old: [JSONNode], _ new: [JSONNode], at path: String) {
        let names = (old.map(avroSummary), new.map(avroSummary))
        if names.0 != names.1 { add(below(path, "type"), unionSummary(old), unionSummary(new)) }
        for (name, branch) in zip(names.0, old) {
            guard let index = names.1.firstIndex(of: name), branch != new[index] else { continue }
            compareAvro(branch, new[index], at: below(path, shortName(name)))
        }
    }

    private mutating func compareAttributes(_ old: JSONNode, _ new: JSONNode, at path: String, except: Set<String>) {
        let keys = (old.object ?? []).map(\.key) + (new.object ?? []).map(\.key).filter { old[$0] == nil }
        for key in keys where !except.contains(key) && old[key] != new[key] {
            add(below(path, key), old[key].map(plainText), new[key].map(plainText))
        }
    }
}

private func below(_ path: String, _ part: String) -> String { path.isEmpty ? part : "\(path).\(part)" }

private func byName(_ fields: [JSONNode]) -> [String: JSONNode] {
    Dictionary(fields.compactMap { field in field["name"]?.string.map { ($0, field) } }) { first, _ in first }
}

private func shortName(_ name: String) -> String {
    name.lastIndex(of: ".").map { String(name[name.index(after: $0)...]) } ?? name
}

/// A word without its quotes, anything else as JSON.
private func plainText(_ node: JSONNode) -> String { node.string ?? node.compactText }

private func fieldSummary(_ field: JSONNode) -> String {
    let type = field["type"].map(avroSummary) ?? "?"
    return type + (field["default"].map { ", default \($0.compactText)" } ?? "")
}

private func unionSummary(_ branches: [JSONNode]) -> String { "union " + branches.map(avroSummary).joined(separator: "|") }

/// `long`, `long (timestamp-millis)`, `record shop.Order`, `array of string`.
private func avroSummary(_ type: JSONNode) -> String {
    if let name = type.string { return name }
    if let branches = type.array { return unionSummary(branches) }
    guard let inner = type["type"] else { return type.compactText }
    switch inner.string {
    case "array"?: return "array of \(type["items"].map(avroSummary) ?? "?")"
    case "map"?: return "map of \(type["values"].map(avroSummary) ?? "?")"
    case "record"?, "error"?, "enum"?: return type["name"]?.string ?? "?"
    case "fixed"?: return (type["name"]?.string ?? "?") + logicalSuffix(type)
    default: return avroSummary(inner) + logicalSuffix(type)
    }
}

private func logicalSuffix(_ type: JSONNode) -> String {
    guard let logical = type["logicalType"]?.string else { return "" }
    guard logical == "decimal", let precision = type["precision"]?.compactText else { return " (\(logical))" }
    return " (decimal \(precision),\(type["scale"]?.compactText ?? "0"))"
}
