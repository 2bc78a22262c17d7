import ContractModel

extension AvroLint {
    /// Old data has both fields then, and a reader cannot know which it should take.
    mutating func checkFieldAliases(_ fields: [AvroField], of type: AvroNamedType) {
        var owners: [String: AvroField] = [:]
        for field in fields { owners[field.name] = field }
        for field in fields {
            for alias in field.aliases {
                if let other = owners[alias], other.name != field.name {
                    findings.add(
                        .avroAliasIsAName,
                        "'\(alias)' is an alias of '\(field.name)', and a name or an alias of the field '\(other.name)', too",
                        at: field.range, secondary: [.init("the other field", at: other.range)],
                        suggestion: "take the alias away, or the field that has its name")
                } else {
                    owners[alias] = field
                }
            }
        }
    }

    mutating func checkTypeAliases(_ type: AvroNamedType) {
        for alias in type.aliases {
            guard alias != type.fullName, let other = schema.types[alias] else { continue }
            findings.add(
                .avroAliasIsAName, "'\(alias)' is an alias of '\(type.fullName)', and a type of its own, too", at: type.range,
                secondary: [.init("the type", at: other.range)], suggestion: "take the alias away, or rename the type")
        }
    }
}
