import ContractModel

/// avro/field-added-without-default, avro/ambiguous-alias. Fields that only the writer has are skipped, and their order is free.
extension AvroComparison {
    mutating func compareFields(_ fields: [AvroField], of pair: AvroReadability.Pair, at place: Place) {
        for (number, field) in fields.enumerated() {
            guard !readability.hasGivenUp else { return }
            var fieldPlace = place.appending("fields").appending("\(number)")
            fieldPlace.readerRange = field.range
            switch readability.match(field, in: pair.writer) {
            case .one(let written):
                fieldPlace.writerRange = written.range
                compare(field.type, written.type, at: fieldPlace.appending("type"))
            case .several(let written):
                fieldPlace.writerRange = written.first?.range
                let names = written.map { "'\($0.name)'" }.joined(separator: " and ")
                report(
                    .ambiguousAlias, "the field '\(field.name)' could be read from \(names): its aliases name more than one field"
                        + " of the data", at: fieldPlace)
            case .none:
                guard field.fallback == nil else { continue }
                report(
                    .fieldWithoutDefault, "the field '\(field.name)' of '\(pair.reader)' is not in the data, and has no default"
                        + (hasEnumDefault(field.type) ? "; the default of its enum stands for unknown symbols only" : ""),
                    at: fieldPlace)
            }
        }
    }

    private func hasEnumDefault(_ type: AvroType) -> Bool {
        guard case .named(let name) = type, case .enumeration(_, .some)? = reader.types[name]?.content else { return false }
        return true
    }
}
