import ContractModel

/// A field of the old version and the one of the new that has its number.
struct ProtobufFieldPair {
    var old: ProtobufField
    var new: ProtobufField
    /// Whether both are in the same oneof, or in none.
    var isInSameOneof = true
}

extension ProtobufComparison {
    func compareFields(
        _ message: ProtobufMessage, _ counterpart: ProtobufMessage,
        oneofs: [ProtobufID<ProtobufOneof>: ProtobufID<ProtobufOneof>]
    ) {
        var deleted: [ProtobufField] = []
        for field in old.fields(of: message) {
            guard let same = new.field(field.number, of: counterpart), !same.isExtension else {
                deleted.append(field)
                continue
            }
            let before = writtenOneof(of: field, in: old)
            let after = writtenOneof(of: same, in: new)
            let isInSameOneof = before.map { oneofs[$0] != nil && oneofs[$0] == after } ?? (after == nil)
            compare(ProtobufFieldPair(old: field, new: same, isInSameOneof: isInSameOneof))
        }
        if !deleted.isEmpty { compareDeleted(deleted, of: message, counterpart) }
    }

    /// Extensions that are in both versions.
    func compareExtensions() {
        for field in old.fields where field.isExtension && !old[field.file].isWellKnown {
            guard let id = counterparts.ofExtension(field) else { continue }
            compare(ProtobufFieldPair(old: field, new: new[id]))
        }
    }

    private func compare(_ pair: ProtobufFieldPair) {
        compareTypes(pair)
        compareCardinalities(pair)
        compareNames(pair)
        compareDefaults(pair)
        if level == .source { compareLanguageFeatures(pair) }
    }

    /// What is free may be given another meaning, and old data be read with it.
    private func compareDeleted(
        _ deleted: [ProtobufField], of message: ProtobufMessage, _ counterpart: ProtobufMessage
    ) {
        let numbers = ProtobufNumberSet(counterpart.reservedRanges.map(\.numbers))
        let names = Set(counterpart.reservedNames.map(\.name))
        for field in deleted {
            let places: (old: Place, new: Place) = (
                (field.file, field.nameSpan), (counterpart.file, counterpart.nameSpan)
            )
            report(
                .fieldDeleted, path(of: field),
                "the field '\(field.name)', number \(field.number), is deleted", old: places.old,
                new: places.new)
            if !numbers.contains(field.number) {
                report(
                    .fieldNumberNotReserved, path(of: field),
                    "the field '\(field.name)' is deleted, and its number \(field.number) is not reserved",
                    old: places.old,
                    new: places.new)
            }
            if !names.contains(field.name) {
                report(
                    .fieldNameNotReserved, path(of: field),
                    "the field '\(field.name)', number \(field.number), is deleted, and its name is not reserved",
                    old: places.old, new: places.new)
            }
        }
    }

    private func writtenOneof(of field: ProtobufField, in schema: ProtobufSchema) -> ProtobufID<
        ProtobufOneof
    >? {
        field.oneof.flatMap { schema[$0].isSynthetic ? nil : $0 }
    }

    /// Of the old version: `shop.Order.total`.
    func path(of field: ProtobufField) -> String { old.fullName(of: field) }

    func report(
        _ rule: ProtobufRule, _ pair: ProtobufFieldPair, at span: KeyPath<ProtobufField, ProtobufSpan>,
        _ message: @autoclosure () -> String
    ) {
        report(
            rule, path(of: pair.old), message(), old: (pair.old.file, pair.old[keyPath: span]),
            new: (pair.new.file, pair.new[keyPath: span]))
    }
}
