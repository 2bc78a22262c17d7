import XMLText
import XSDModel

/// Where two documents say different things; nil where they say the same, written otherwise. What docs/guides/codecs-xml.md says is lost
/// does not count: null where an element may be left out, `xsi:type` that says nothing new, values that the schema fills in.
func documentDifference(_ first: XMLElement, _ second: XMLElement, _ schema: XSDSchema) -> String? {
    let instance = "http://www.w3.org/2001/XMLSchema-instance"
    guard first.name == second.name else { return "\(first.name) became \(second.name)" }
    for (name, value) in first.attributes where name.namespace != instance {
        guard let other = second.attributes[name] else { return "\(first.name) lost \(name)" }
        if !isSameValue(value, other) { return "\(first.name): \(name) '\(value)' became '\(other)'" }
    }
    for (name, value) in second.attributes where name.namespace != instance && first.attributes[name] == nil {
        guard isFilledIn(name, value, schema) else { return "\(first.name) gained \(name)" }
    }
    let isNil = { (element: XMLElement) in ["true", "1"].contains(element.attributes[XMLName("nil", in: instance)] ?? "") }
    guard isNil(first) == isNil(second) else { return "\(first.name) is null in one" }
    var (left, right) = (first.children, second.children)
    if left.count != right.count { left.removeAll(where: isNil) }
    if left.map(\.name) != right.map(\.name) {
        left.sort { $0.name < $1.name }
        right.sort { $0.name < $1.name }
    }
    guard left.map(\.name) == right.map(\.name) else { return "in \(first.name), \(left.map(\.name)) became \(right.map(\.name))" }
    if !isSameValue(first.text, second.text) {
        let given = schema.elements.contains { $0.name == first.name && $0.value.map { isSameValue($0.value, second.text) } ?? false }
        guard first.text.allSatisfy(\.isWhitespace), given || second.text.isEmpty else {
            return "\(first.name): '\(first.text)' became '\(second.text)'"
        }
    }
    for (one, other) in zip(left, right) { if let difference = documentDifference(one, other, schema) { return difference } }
    return nil
}

private func isFilledIn(_ name: XMLName, _ value: String, _ schema: XSDSchema) -> Bool {
    schema.types.contains { type in
        guard case .complex(let complex) = type, let given = complex.attributes[name]?.value else { return false }
        return isSameValue(given.value, value)
    }
}

private func isSameValue(_ first: String, _ second: String) -> Bool {
    let (left, right) = (first.split(whereSeparator: \.isWhitespace), second.split(whereSeparator: \.isWhitespace))
    if left == right { return true }
    if left.joined() == right.joined() { return true }
    return left.count == right.count && zip(left, right).allSatisfy { isSameWord(String($0), String($1)) }
}

private func isSameWord(_ first: String, _ second: String) -> Bool {
    if first == second || first.uppercased() == second { return true }
    if let one = Double(first.replacing("INF", with: "inf")), let other = Double(second.replacing("INF", with: "inf")) {
        return one == other || one.isNaN && other.isNaN
    }
    if let one = ["true": true, "1": true, "false": false, "0": false][first] { return second == "\(one)" }
    func settled(_ text: String) -> String {
        text.replacing("+00:00", with: "Z").replacing("-00:00", with: "Z").replacing(/\.?0+(?=S|Z|$)/) { _ in "" }
    }
    return settled(first) == settled(second)
}
