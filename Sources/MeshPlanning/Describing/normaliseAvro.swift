import LocatedJSON

/// An Avro schema's JSON with one spelling for each thing that can be spelt in several ways: full names in place of
/// namespaces, `"string"` for `{"type": "string"}`, no attribute that says the default.
///
/// Unlike the specification's parsing canonical form this keeps whatever makes two versions of a contract differ: defaults,
/// aliases, logical types, documentation and attributes of one's own. It needs no referenced schema, because a name means
/// the same whether it is known or not.
func normaliseAvro(_ node: JSONNode, namespace: String? = nil) -> JSONNode {
    switch node.content {
    case .string(let name):
        return JSONNode(.string(absolute(name, in: namespace)), at: node.range)
    case .array(let branches):
        return JSONNode(.array(branches.map { normaliseAvro($0, namespace: namespace) }), at: node.range)
    case .object(let members):
        return normaliseType(node, members, namespace)
    case .null, .bool, .number:
        return node
    }
}

private func normaliseType(_ node: JSONNode, _ members: [JSONMember], _ namespace: String?) -> JSONNode {
    guard let type = node["type"] else { return node }
    switch type.string {
    case "record"?, "error"?, "enum"?, "fixed"?:
        return normaliseNamed(node, members, namespace)
    case "array"?, "map"?:
        let key = type.string == "array" ? "items" : "values"
        return rewriting(node, members) { member in
            member.key == key ? normaliseAvro(member.value, namespace: namespace) : member.value
        }
    default:
        let inner = normaliseAvro(type, namespace: namespace)
        let scaleIsDefault = node["logicalType"]?.string == "decimal" && node["scale"]?.int64 == 0
        let kept = members.filter { !(scaleIsDefault && $0.key == "scale") }
        guard kept.count > 1 else { return inner }
        return rewriting(node, kept) { $0.key == "type" ? inner : $0.value }
    }
}

private func normaliseNamed(_ node: JSONNode, _ members: [JSONMember], _ namespace: String?) -> JSONNode {
    let said = node["namespace"]?.string ?? namespace
    let fullName = node["name"]?.string.map { absolute($0, in: said, mayBePrimitive: false) } ?? ""
    let own = fullName.lastIndex(of: ".").map { String(fullName[..<$0]) }
    return rewriting(node, withoutEmptyAliases(members).filter { $0.key != "namespace" }) { member in
        switch member.key {
        case "name": JSONNode(.string(fullName), at: member.value.range)
        case "aliases": sortedAliases(member.value, in: own)
        case "fields": JSONNode(.array((member.value.array ?? []).map { normaliseField($0, own) }), at: member.value.range)
        default: member.value
        }
    }
}

private func normaliseField(_ field: JSONNode, _ namespace: String?) -> JSONNode {
    guard let members = field.object else { return field }
    let kept = withoutEmptyAliases(members).filter { !($0.key == "order" && $0.value.string == "ascending") }
    return rewriting(field, kept) { member in
        switch member.key {
        case "type": normaliseAvro(member.value, namespace: namespace)
        case "aliases": sortedAliases(member.value, in: nil)
        default: member.value
        }
    }
}

private func rewriting(_ node: JSONNode, _ members: [JSONMember], value: (JSONMember) -> JSONNode) -> JSONNode {
    JSONNode(.object(members.map { JSONMember(key: $0.key, at: $0.keyRange, value: value($0)) }), at: node.range)
}

private func withoutEmptyAliases(_ members: [JSONMember]) -> [JSONMember] {
    members.filter { !($0.key == "aliases" && $0.value.array?.isEmpty == true) }
}

private func sortedAliases(_ node: JSONNode, in namespace: String?) -> JSONNode {
    guard let aliases = node.array else { return node }
    let names = aliases.map { alias in
        alias.string.map { JSONNode(.string(absolute($0, in: namespace, mayBePrimitive: false)), at: alias.range) } ?? alias
    }
    return JSONNode(.array(names.sorted { $0.canonicalText < $1.canonicalText }), at: node.range)
}

private func absolute(_ name: String, in namespace: String?, mayBePrimitive: Bool = true) -> String {
    if name.contains(".") || (mayBePrimitive && avroPrimitives.contains(name)) { return name }
    guard let namespace, !namespace.isEmpty else { return name }
    return "\(namespace).\(name)"
}

let avroPrimitives: Set<String> = ["null", "boolean", "int", "long", "float", "double", "bytes", "string"]
