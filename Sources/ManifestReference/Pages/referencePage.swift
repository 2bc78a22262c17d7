import ManifestLoading

/// docs/reference/manifests.md: every kind, every field.
func referencePage() -> String {
    var text = """
        # Manifests

        What each kind of document holds. This page is made from the same tables as the checks, the JSON Schemas in
        `Specs/manifest/v1/` and `heddle explain`; `swift run heddle-dev generate` writes it.

        A document has `kind`, `metadata` and `spec`; the Mesh document in `heddle.yaml` says `apiVersion: heddle.dev/v1` for
        all of them. Durations are written `7d`, `90s`, `1h30m` or in milliseconds, sizes `10GiB`, `500MB` or in bytes. Any
        scalar may hold `$(name)`, a variable of the mesh.

        For completion and checks in an editor, let its YAML server (`yaml-language-server`) read `manifests/**/*.yaml` by
        `Specs/manifest/v1/manifest.schema.json`.


        """
    text += ManifestKind.allCases.map { "- [\($0.rawValue)](#\($0.rawValue.lowercased()))\n" }.joined()
    text += "\n## metadata\n\nThe same in every kind; Topic, Contract and Application need an `owner`.\n\n"
    text += fieldTable(metadataDescription(nameForm: .name, requiresOwner: false).fields, below: "")
    for kind in ManifestKind.allCases { text += kindSection(kind.description) }
    return text
}

private func kindSection(_ description: KindDescription) -> String {
    """

    ## \(description.kind.rawValue)

    \(description.summary)

    ```yaml
    \(description.example)
    ```

    \(fieldTable(description.spec.fields, below: ""))
    """
}

private func fieldTable(_ fields: [FieldDescription], below path: String) -> String {
    "| field | takes | means |\n|---|---|---|\n" + rows(fields, below: path)
}

/// Depth first, so that a mapping's fields stand under it.
private func rows(_ fields: [FieldDescription], below path: String) -> String {
    fields.map { field in
        let name = path + field.name
        var meaning = field.documentation
        if let fallback = field.fallback { meaning += " Absent: \(code(fallback))." }
        if !field.shape.choices.isEmpty {
            meaning += " " + field.shape.choices.map { "`\($0.value)`: \($0.documentation)" }.joined(separator: " ")
        }
        let takes = (field.isRequired ? "**required** " : "") + noun(field.shape) + ", `\(field.example)`"
        let own = "| `\(name)` | \(cell(takes)) | \(cell(meaning)) |\n"
        return own + rows(field.shape.fields, below: name + suffix(field.shape))
    }.joined()
}

/// The noun of a choice lists its values, which the meaning does as well.
private func noun(_ shape: ValueShape) -> String {
    switch shape {
    case .choice: "one word"
    case .either(let shapes): shapes.map(noun).joined(separator: " or ")
    default: shape.noun
    }
}

private func suffix(_ shape: ValueShape) -> String {
    switch shape {
    case .list: "[]."
    case .map: ".*."
    default: "."
    }
}

private func code(_ text: String) -> String { text.contains(" ") && !text.hasPrefix("{") ? text : "`\(text)`" }

/// A `|` would end the cell.
private func cell(_ text: String) -> String { text.replacing("|", with: "\\|") }
