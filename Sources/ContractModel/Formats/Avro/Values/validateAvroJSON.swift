import Diagnostics
import LocatedJSON

/// Where JSON is no value of a schema.
package struct AvroJSONProblem: Sendable, Hashable {
    /// A JSON Pointer to the value.
    package var path: String
    /// One sentence without a full stop.
    package var message: String
    package var range: SourceRange
}

extension AvroSchema {
    /// Whether JSON is a value of the schema in Avro's JSON encoding (Avro 1.12, "JSON Encoding"): a union's value is null,
    /// or an object whose one member is named after the branch; bytes are strings of the characters U+0000 to U+00FF.
    ///
    /// - Returns: what is wrong, in the order of the schema's fields, at most `limit`. Members that the schema does not
    ///   name are wrong, too.
    package func validateJSON(_ value: JSONNode, limit: Int = 20) -> [AvroJSONProblem] {
        var validation = AvroJSONValidation(schema: self, limit: limit)
        validation.check(value, root, "")
        return validation.problems
    }
}

private struct AvroJSONValidation {
    let schema: AvroSchema
    let limit: Int
    var problems: [AvroJSONProblem] = []

    mutating func report(_ message: String, _ node: JSONNode, _ path: String) {
        guard problems.count < limit else { return }
        problems.append(AvroJSONProblem(path: path, message: message, range: node.range))
    }

    mutating func check(_ node: JSONNode, _ type: AvroType, _ path: String) {
        guard problems.count < limit else { return }
        switch type {
        case .primitive(let primitive, _):
            if !AvroJSONForm.fits(node, primitive) { report("\(node.kind.description) is no \(primitive.rawValue)", node, path) }
        case .array(let item):
            guard let items = node.array else { return report("\(node.kind.description) is no array", node, path) }
            for (number, element) in items.enumerated() { check(element, item, "\(path)/\(number)") }
        case .map(let value):
            guard let members = node.object else { return report("\(node.kind.description) is no map", node, path) }
            for member in members { check(member.value, value, "\(path)/\(escaped(member.key))") }
        case .union(let branches): check(node, branches, path)
        case .named(let name):
            guard let named = schema.types[name] else { return }
            check(node, named, path)
        }
    }

    private mutating func check(_ node: JSONNode, _ branches: [AvroType], _ path: String) {
        let names = branches.map(\.branchName)
        let known = names.prefix(10).map { "'\($0)'" }.joined(separator: ", ")
        if node.isNull {
            if !names.contains("null") { report("null is none of \(known)", node, path) }
            return
        }
        guard let members = node.object, members.count == 1, let member = members.first else {
            return report(
                "the value of a union is null or an object of one member, named after the type: one of \(known)", node, path)
        }
        guard member.key != "null", let number = names.firstIndex(of: member.key) else {
            return report("'\(member.key)' is none of the union's types \(known)", node, path)
        }
        check(member.value, branches[number], "\(path)/\(escaped(member.key))")
    }

    private mutating func check(_ node: JSONNode, _ named: AvroNamedType, _ path: String) {
        switch named.content {
        case .enumeration(let symbols, _):
            guard let symbol = node.string else { return report("\(node.kind.description) is no symbol", node, path) }
            if !symbols.contains(symbol) { report("'\(symbol)' is no symbol of '\(named.fullName)'", node, path) }
        case .fixed(let size, _):
            guard let count = AvroJSONForm.byteCount(node) else {
                return report("a fixed is a string of the characters U+0000 to U+00FF", node, path)
            }
            if count != size { report("it has \(count) bytes, and '\(named.fullName)' has \(size)", node, path) }
        case .record(let fields):
            guard let members = node.object else { return report("\(node.kind.description) is no record", node, path) }
            var values = Dictionary(members.map { ($0.key, $0.value) }) { _, last in last }
            for field in fields {
                if let value = values.removeValue(forKey: field.name) {
                    check(value, field.type, "\(path)/\(field.name)")
                } else {
                    // Defaults are for readers: who writes has to give every field.
                    report("the field '\(field.name)' of '\(named.fullName)' is missing", node, path)
                }
            }
            for member in members where values[member.key] != nil {
                report("'\(named.fullName)' has no field '\(member.key)'", member.value, "\(path)/\(escaped(member.key))")
            }
        }
    }

    private func escaped(_ key: String) -> String {
        key.contains { $0 == "~" || $0 == "/" } ? key.replacing("~", with: "~0").replacing("/", with: "~1") : key
    }
}
