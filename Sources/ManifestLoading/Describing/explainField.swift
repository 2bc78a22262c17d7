/// What `heddle explain Topic`, `heddle explain Topic.retention.time` or `… Topic.metadata.owner` answers; nil for a path
/// that leads nowhere. `spec` may be left out, and lists and maps are passed through without an index.
package func explainField(path: String) -> String? {
    var names = path.split(separator: ".", omittingEmptySubsequences: false).map(String.init)
    guard let first = names.first,
        let kind = ManifestKind.allCases.first(where: { $0.rawValue.lowercased() == first.lowercased() })
    else {
        return nil
    }
    names.removeFirst()
    let description = kind.description
    if names.isEmpty { return explainKind(description) }
    var fields = description.document.fields
    if description.document.field(names[0]) == nil { fields = description.spec.fields }
    var found: FieldDescription?
    for name in names {
        guard let field = fields.first(where: { $0.name == name }) else { return nil }
        found = field
        fields = field.shape.fields
    }
    return found.map { explain($0, as: ([kind.rawValue] + names).joined(separator: ".")) }
}

private func explainKind(_ description: KindDescription) -> String {
    var text = "\(description.kind.rawValue)\n\n\(wrapped(description.summary, indent: 2))\n\nFields of spec\n\n"
    text += fieldList(description.spec.fields)
    text +=
        "\nExample\n\n"
        + description.example.split(separator: "\n", omittingEmptySubsequences: false).map { "  \($0)\n" }.joined()
    return text
}

private func explain(_ field: FieldDescription, as path: String) -> String {
    var text =
        "\(path): \(field.shape.noun)\(field.isRequired ? ", required" : "")\n\n\(wrapped(field.documentation, indent: 2))\n"
    if let fallback = field.fallback { text += "\n  Where it is absent: \(fallback)\n" }
    for choice in field.shape.choices {
        text += (choice.value == field.shape.choices.first?.value ? "\n" : "") + "  \(choice.value): \(choice.documentation)\n"
    }
    let fields = field.shape.fields
    if !fields.isEmpty { text += "\nFields\n\n" + fieldList(fields) }
    text += "\nExample\n\n  \(field.name): \(field.example)\n"
    return text
}

private func fieldList(_ fields: [FieldDescription]) -> String {
    let width = fields.map { $0.name.count }.max() ?? 0
    return fields.map { field in
        let name = field.name + String(repeating: " ", count: width - field.name.count)
        return "  \(name)  \(field.shape.noun)\(field.isRequired ? ", required" : "")\n"
            + wrapped(field.documentation, indent: width + 4) + "\n"
    }.joined()
}

/// Lines of at most 100 columns.
private func wrapped(_ text: String, indent: Int) -> String {
    let margin = String(repeating: " ", count: indent)
    var lines: [String] = []
    var line = ""
    for word in text.split(separator: " ") {
        if !line.isEmpty, indent + line.count + 1 + word.count > 100 {
            lines.append(margin + line)
            line = ""
        }
        line += (line.isEmpty ? "" : " ") + word
    }
    if !line.isEmpty { lines.append(margin + line) }
    return lines.joined(separator: "\n")
}

extension ValueShape {
    /// The fields of the mapping that stands here, or in the list or map that does.
    package var fields: [FieldDescription] {
        switch self {
        case .object(let object): object.fields
        case .list(let item, _), .map(let item, _): item.fields
        case .either(let shapes): shapes.flatMap(\.fields)
        case .secret: secretReference.fields
        default: []
        }
    }

    package var choices: [Choice] {
        switch self {
        case .choice(let choices): choices
        case .list(let item, _), .map(let item, _): item.choices
        case .either(let shapes): shapes.lazy.map(\.choices).first { !$0.isEmpty } ?? []
        default: []
        }
    }
}
