extension ProtobufPrinter {
    /// `name = value` of each option, by number; a repeated option once for each value.
    func optionTexts(_ options: ProtobufOptions) -> [String] {
        guard let value = options.value else { return [] }
        return value.fields.sorted { $0.number < $1.number }.flatMap { option -> [String] in
            let field = schema[option.id]
            let name = field.isExtension ? "(.\(schema.fullName(of: field)))" : field.name
            return option.values.map { "\(name) = \(valueText($0, of: field))" }
        }
    }

    func valueText(_ value: ProtobufValue, of field: ProtobufField) -> String {
        switch value {
        case .bool(let value): return value ? "true" : "false"
        case .signed(let value): return String(value)
        case .unsigned(let value): return String(value)
        case .float(let value): return ProtobufNumberText.text(value)
        case .double(let value): return ProtobufNumberText.text(value)
        case .string(let bytes), .bytes(let bytes): return "\"\(ProtobufStringText.escaped(bytes))\""
        case .enumeration(let number):
            guard case .enumeration(let id) = field.type else { return String(number) }
            return schema.values(of: schema[id]).first { $0.number == number }?.name ?? String(number)
        case .message(let message):
            let members = message.fields.sorted { $0.number < $1.number }.flatMap { member -> [String] in
                let field = schema[member.id]
                let name = field.isExtension ? "[\(schema.fullName(of: field))]" : field.name
                return member.values.map { value in
                    if case .message = value { "\(name) \(valueText(value, of: field))" } else { "\(name): \(valueText(value, of: field))" }
                }
            }
            return members.isEmpty ? "{}" : "{ " + members.joined(separator: " ") + " }"
        }
    }
}
