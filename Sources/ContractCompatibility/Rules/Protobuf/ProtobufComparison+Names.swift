import ContractModel

extension ProtobufComparison {
    func compareNames(_ pair: ProtobufFieldPair) {
        let (before, after) =
            pair.old.isExtension
            ? (old.fullName(of: pair.old), new.fullName(of: pair.new)) : (pair.old.name, pair.new.name)
        if before != after {
            report(
                .fieldRenamed, pair, at: \.nameSpan,
                "the field with the number \(pair.old.number) is renamed from '\(before)' to '\(after)'")
        }
        // The JSON name of an extension follows from its name.
        if !pair.old.isExtension, pair.old.jsonName != pair.new.jsonName {
            report(
                .fieldJSONNameChanged, pair, at: \.nameSpan,
                "the field '\(pair.old.name)', number \(pair.old.number), changes its JSON name from '\(pair.old.jsonName)' to '\(pair.new.jsonName)'"
            )
        }
        if !pair.isInSameOneof {
            let places = (before: said(pair.old, in: old), after: said(pair.new, in: new))
            report(
                .fieldOneofChanged, pair, at: \.nameSpan,
                "the field '\(pair.old.name)', number \(pair.old.number), moves from \(places.before) to \(places.after)"
            )
        }
    }

    private func said(_ field: ProtobufField, in schema: ProtobufSchema) -> String {
        guard let id = field.oneof, !schema[id].isSynthetic else { return "outside of any oneof" }
        return "the oneof '\(schema[id].name)'"
    }
}
