extension StructureRendering {
    func renderReading(_ text: inout SwiftText) {
        text.block("package init(from reader: inout WireReader, version: Int16) throws(WireError)") { text in
            renderVersionCheck(&text)
            renderFlexibleConstant(&text)
            for field in fields where !field.isTagged {
                let reading = self.reading(field)
                if let condition = field.versions.condition(within: versions) {
                    text.line("\(field.swiftName) = try \(condition) ? \(reading) : \(field.swiftDefault)")
                } else {
                    text.line("\(field.swiftName) = try \(reading)")
                }
            }
            let tagged = fields.filter(\.isTagged)
            for field in tagged {
                text.line("\(field.swiftName) = \(field.swiftDefault)")
            }
            renderWhenFlexible(&text) { text in
                guard !tagged.isEmpty else {
                    text.line("try reader.skipTaggedFields()")
                    return
                }
                renderTaggedReading(tagged, &text)
            }
        }
    }

    private func renderTaggedReading(_ tagged: [FieldDescription], _ text: inout SwiftText) {
        text.block("for _ in 0..<(try reader.readTaggedFieldCount())") { text in
            text.line("let field = try reader.readTaggedField()")
            text.line("switch field.tag {")
            for field in tagged {
                let condition = field.versions.condition(within: versions).map { " where \($0)" } ?? ""
                text.line("case \(field.tag ?? 0)\(condition): \(field.swiftName) = try \(reading(field))")
            }
            text.line("default: try reader.skip(field)")
            text.line("}")
            text.line("try reader.end(field)")
        }
    }

    /// The expression that reads a field which is there, without its `try`.
    private func reading(_ field: FieldDescription) -> String {
        guard let nullable = field.nullable else { return reading(field.type, nullable: false) }
        guard let condition = nullable.condition(within: field.versions.clipped(to: versions) ?? field.versions) else {
            return reading(field.type, nullable: true)
        }
        let either = "\(condition) ? \(reading(field.type, nullable: true)) : \(reading(field.type, nullable: false))"
        return field.versions.condition(within: versions) == nil ? either : "(\(either))"
    }

    private func reading(_ type: FieldType, nullable: Bool) -> String {
        let kind = nullable ? "Nullable" : ""
        switch type {
        case .structure(let structure):
            let value = "\(structure.name)(from: &reader, version: version)"
            return nullable ? "(reader.readPresence() ? \(value) : nil)" : value
        case .array(.structure(let structure)):
            return "reader.read\(kind)Array(of: \(structure.name).self, flexible: \(flexible), version: version)"
        case .array(let element):
            let signature = "(reader: inout WireReader) throws(WireError) in"
            return "reader.read\(kind)Array(flexible: \(flexible)) { \(signature) "
                + "try \(reading(element, nullable: false)) }"
        default:
            let name = type.primitiveName ?? ""
            return type.hasLength ? "reader.read\(kind)\(name)(flexible: \(flexible))" : "reader.read\(name)()"
        }
    }
}
