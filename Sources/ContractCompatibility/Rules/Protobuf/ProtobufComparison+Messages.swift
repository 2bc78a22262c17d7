import ContractModel

extension ProtobufComparison {
    /// Messages that are in both versions. The entries of maps are compared with the fields that have them.
    func compareMessages() {
        for message in old.messages where message.kind != .mapEntry && !old[message.file].isWellKnown {
            guard let id = counterparts[message.id], new[id].kind != .mapEntry else { continue }
            compare(message, new[id])
        }
    }

    private func compare(_ message: ProtobufMessage, _ counterpart: ProtobufMessage) {
        compareRequiredFields(message, counterpart)
        compareReservations(message, counterpart)
        compareExtensionRanges(message, counterpart)
        compareMessageFeatures(message, counterpart)
        let oneofs = compareOneofs(message, counterpart)
        compareFields(message, counterpart, oneofs: oneofs)
    }

    /// Whoever requires a field cannot read what others write without it: added or deleted, one side is in trouble.
    private func compareRequiredFields(_ message: ProtobufMessage, _ counterpart: ProtobufMessage) {
        for field in old.fields(of: message) where field.cardinality == .required {
            if let same = new.field(field.number, of: counterpart), !same.isExtension,
                same.cardinality == .required
            {
                continue
            }
            report(
                .requiredFieldDeleted, "\(message.fullName).\(field.name)",
                "the field '\(field.name)', number \(field.number), is required no more; readers of the old version cannot do without it",
                old: (field.file, field.nameSpan), new: (counterpart.file, counterpart.nameSpan))
        }
        for field in new.fields(of: counterpart) where field.cardinality == .required {
            if let same = old.field(field.number, of: message), !same.isExtension,
                same.cardinality == .required
            {
                continue
            }
            report(
                .requiredFieldAdded, "\(message.fullName).\(field.name)",
                "the field '\(field.name)', number \(field.number), is required, which it was not; data of the old version may be without it",
                old: (message.file, message.nameSpan), new: (field.file, field.nameSpan))
        }
    }

    private func compareReservations(_ message: ProtobufMessage, _ counterpart: ProtobufMessage) {
        guard !message.reservedRanges.isEmpty || !message.reservedNames.isEmpty else { return }
        let numbers = ProtobufNumberSet(counterpart.reservedRanges.map(\.numbers))
        for range in message.reservedRanges where !numbers.covers(range.numbers) {
            report(
                .messageReservationDeleted, message.fullName,
                "the reservation of the number \(range.numbers.protobufText) is deleted",
                old: (message.file, range.span), new: (counterpart.file, counterpart.nameSpan))
        }
        let names = Set(counterpart.reservedNames.map(\.name))
        for reserved in message.reservedNames where !names.contains(reserved.name) {
            report(
                .messageReservationDeleted, message.fullName,
                "the reservation of the name '\(reserved.name)' is deleted",
                old: (message.file, reserved.span), new: (counterpart.file, counterpart.nameSpan))
        }
    }

    private func compareExtensionRanges(_ message: ProtobufMessage, _ counterpart: ProtobufMessage) {
        guard level == .source, !message.extensionRanges.isEmpty else { return }
        let numbers = ProtobufNumberSet(counterpart.extensionRanges.map(\.numbers))
        for range in message.extensionRanges where !numbers.covers(range.numbers) {
            report(
                .extensionRangeDeleted, message.fullName,
                "the numbers \(range.numbers.protobufText) are open to extensions no more",
                old: (message.file, range.span), new: (counterpart.file, counterpart.nameSpan))
        }
    }

    private func compareMessageFeatures(_ message: ProtobufMessage, _ counterpart: ProtobufMessage) {
        if message.features.jsonFormat == .allow, counterpart.features.jsonFormat != .allow {
            report(
                .messageJSONFormatChanged, message.fullName,
                "the JSON form of '\(message.fullName)' is promised no more",
                old: (message.file, message.nameSpan), new: (counterpart.file, counterpart.nameSpan))
        }
        let noAccessor: Int32 = 2
        if counterpart.options[noAccessor].last?.bool == true,
            message.options[noAccessor].last?.bool != true
        {
            report(
                .descriptorAccessorDeleted, message.fullName,
                "'no_standard_descriptor_accessor' is set, which it was not",
                old: (message.file, message.nameSpan), new: (counterpart.file, counterpart.nameSpan))
        }
    }

    /// - Returns: the new oneof of each old one that has the same name, those that `optional` implies left out.
    private func compareOneofs(
        _ message: ProtobufMessage, _ counterpart: ProtobufMessage
    ) -> [ProtobufID<ProtobufOneof>: ProtobufID<ProtobufOneof>] {
        var matches: [ProtobufID<ProtobufOneof>: ProtobufID<ProtobufOneof>] = [:]
        guard !message.oneofs.isEmpty else { return matches }
        let byName = new.oneofs(of: counterpart).filter { !$0.isSynthetic }.map { ($0.name, $0.id) }
        let names = Dictionary(byName, uniquingKeysWith: { first, _ in first })
        for oneof in old.oneofs(of: message) where !oneof.isSynthetic {
            matches[oneof.id] = names[oneof.name]
            guard names[oneof.name] == nil else { continue }
            report(
                .oneofDeleted, "\(message.fullName).\(oneof.name)", "the oneof '\(oneof.name)' is deleted",
                old: (message.file, oneof.nameSpan), new: (counterpart.file, counterpart.nameSpan))
        }
        return matches
    }
}
