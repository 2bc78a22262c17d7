import Diagnostics
import LocatedJSON

extension JSONSchemaLint {
    /// `{"type": "string", "enum": ["a", null]}`: the null can never stand there.
    mutating func checkValues(_ place: JSONSchemaLintPlace) {
        guard let types = place.types, !types.isEmpty else { return }
        var values = (place.node["enum"]?.array ?? []).map { ("the value", $0) }
        if let value = place.node["const"] { values.append(("the value of 'const'", value)) }
        if let value = place.node["default"] { values.append(("the default", value)) }
        for (noun, value) in values where !types.contains(where: { Self.isOfType(value, $0) }) {
            findings.add(
                .jsonSchemaValueOfOtherType,
                "\(noun) is \(value.kind.description), and only \(quotedList(types.sorted(), count: types.count)) can stand here",
                at: value.range, suggestion: value.isNull ? "add \"null\" to 'type'" : nil)
        }
    }

    private static func isOfType(_ value: JSONNode, _ type: String) -> Bool {
        switch type {
        case "null": value.isNull
        case "boolean": value.bool != nil
        case "string": value.string != nil
        case "number": value.number != nil
        case "integer": value.number?.isWhole ?? false
        case "array": value.array != nil
        case "object": value.object != nil
        default: true
        }
    }
}
