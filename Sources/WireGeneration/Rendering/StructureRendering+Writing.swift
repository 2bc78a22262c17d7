extension StructureRendering {
    func renderWriting(_ text: inout SwiftText) {
        text.block("package func write(to writer: inout WireWriter, version: Int16) throws(WireError)") { text in
            renderVersionCheck(&text)
            renderFlexibleConstant(&text)
            for field in fields {
                renderWriting(field, &text)
            }
            let tagged = fields.filter(\.isTagged).sorted { ($0.tag ?? 0) < ($1.tag ?? 0) }
            renderWhenFlexible(&text) { text in
                guard !tagged.isEmpty else {
                    text.line("writer.writeNoTaggedFields()")
                    return
                }
                renderTaggedWriting(tagged, &text)
            }
        }
    }

    /// A plain field where the version has it; a refusal where it has not and dropping the value would lie.
    private func renderWriting(_ field: FieldDescription, _ text: inout SwiftText) {
        let condition = field.versions.condition(within: versions)
        let refusal = "throw .fieldNotInVersion(field: \"\(name).\(field.name)\", version: version)"
        let isSet = field.isSet(field.swiftName)
        if field.isTagged {
            guard let condition, !field.isIgnorable else { return }
            text.line("if !(\(condition)), \(isSet) { \(refusal) }")
        } else if let condition {
            text.line("if \(condition) {")
            text.indented { renderPresentWriting(field, &$0) }
            if field.isIgnorable {
                text.line("}")
            } else {
                text.line("} else if \(isSet) {")
                text.indented { $0.line(refusal) }
                text.line("}")
            }
        } else {
            renderPresentWriting(field, &text)
        }
    }

    private func renderPresentWriting(_ field: FieldDescription, _ text: inout SwiftText) {
        guard let nullable = field.nullable else {
            text.line(writing(field.type, field.swiftName, nullable: false))
            return
        }
        guard let condition = nullable.condition(within: field.versions.clipped(to: versions) ?? field.versions) else {
            renderNullableWriting(field, &text)
            return
        }
        let required = "WireWriter.required(\(field.swiftName), \"\(name).\(field.name)\", version)"
        text.line("if \(condition) {")
        text.indented { renderNullableWriting(field, &$0) }
        text.line("} else {")
        text.indented { $0.line(writing(field.type, required, nullable: false)) }
        text.line("}")
    }

    private func renderNullableWriting(_ field: FieldDescription, _ text: inout SwiftText) {
        if case .structure = field.type {
            text.line("writer.writePresence(\(field.swiftName) != nil)")
            text.line("try \(field.swiftName)?.write(to: &writer, version: version)")
        } else {
            text.line(writing(field.type, field.swiftName, nullable: true))
        }
    }

    private func renderTaggedWriting(_ tagged: [FieldDescription], _ text: inout SwiftText) {
        text.line("var tagged = TaggedFieldWriter()")
        for field in tagged {
            let conditions = [field.versions.condition(within: versions), field.isSet(field.swiftName)].compactMap(\.self)
            let content = writing(field.type, field.swiftName, nullable: field.nullable != nil)
            text.block("if \(conditions.joined(separator: ", "))") { text in
                text.line("try tagged.add(\(field.tag ?? 0)) { (writer: inout WireWriter) throws(WireError) in")
                text.indented { $0.line(content) }
                text.line("}")
            }
        }
        text.line("writer.writeTaggedFields(tagged)")
    }

    /// The statement that writes a value which is there.
    private func writing(_ type: FieldType, _ value: String, nullable: Bool) -> String {
        let kind = nullable ? "Nullable" : ""
        switch type {
        case .structure:
            return "try \(value).write(to: &writer, version: version)"
        case .array(.structure):
            return "try writer.write\(kind)Array(\(value), flexible: \(flexible), version: version)"
        case .array(let element):
            let signature = "(writer: inout WireWriter, element: \(element.swiftType)) throws(WireError) in"
            return "try writer.write\(kind)Array(\(value), flexible: \(flexible)) { \(signature) "
                + "\(writing(element, "element", nullable: false)) }"
        default:
            let name = type.primitiveName ?? ""
            return type.hasLength
                ? "try writer.write\(kind)\(name)(\(value), flexible: \(flexible))" : "writer.write\(name)(\(value))"
        }
    }
}
