import ContractModel

extension ProtobufComparison {
    /// Enums that are in both versions, their values matched by number.
    func compareEnums() {
        for enumeration in old.enums where !old[enumeration.file].isWellKnown {
            guard let counterpart = counterparts[enumeration.id].map({ new[$0] }) else { continue }
            compareValues(enumeration, counterpart)
            compareReservations(enumeration, counterpart)
            compareEnumFeatures(enumeration, counterpart)
        }
    }

    private func compareValues(_ enumeration: ProtobufEnum, _ counterpart: ProtobufEnum) {
        let values = Dictionary(grouping: new.values(of: counterpart), by: \.number)
        let before = Dictionary(grouping: old.values(of: enumeration), by: \.number)
        var deleted: [[ProtobufEnumValue]] = []
        for value in old.values(of: enumeration) {
            // Of values that share a number, the first stands for all.
            guard let same = before[value.number], same[0].id == value.id else { continue }
            guard let after = values[value.number] else {
                deleted.append(same)
                continue
            }
            let names = Set(after.map(\.name))
            guard let lost = same.first(where: { !names.contains($0.name) }) else { continue }
            report(
                .enumValueRenamed, path(of: lost, in: enumeration),
                "the value with the number \(lost.number) is renamed from '\(lost.name)' to '\(after[0].name)'",
                old: (enumeration.file, lost.nameSpan), new: (counterpart.file, after[0].nameSpan))
        }
        if !deleted.isEmpty { compareDeleted(deleted, of: enumeration, counterpart) }
    }

    private func compareDeleted(
        _ deleted: [[ProtobufEnumValue]], of enumeration: ProtobufEnum, _ counterpart: ProtobufEnum
    ) {
        let numbers = ProtobufNumberSet(counterpart.reservedRanges.map(\.numbers))
        let names = Set(counterpart.reservedNames.map(\.name))
        for values in deleted {
            let value = values[0]
            let places: (old: Place, new: Place) = (
                (enumeration.file, value.nameSpan), (counterpart.file, counterpart.nameSpan)
            )
            report(
                .enumValueDeleted, path(of: value, in: enumeration),
                "the value '\(value.name)', number \(value.number), is deleted",
                old: places.old, new: places.new)
            if !numbers.contains(value.number) {
                report(
                    .enumValueNumberNotReserved, path(of: value, in: enumeration),
                    "the value '\(value.name)' is deleted, and its number \(value.number) is not reserved",
                    old: places.old,
                    new: places.new)
            }
            if let free = values.first(where: { !names.contains($0.name) }) {
                report(
                    .enumValueNameNotReserved, path(of: free, in: enumeration),
                    "the value '\(free.name)', number \(free.number), is deleted, and its name is not reserved",
                    old: places.old, new: places.new)
            }
        }
    }

    private func compareReservations(_ enumeration: ProtobufEnum, _ counterpart: ProtobufEnum) {
        guard !enumeration.reservedRanges.isEmpty || !enumeration.reservedNames.isEmpty else { return }
        let numbers = ProtobufNumberSet(counterpart.reservedRanges.map(\.numbers))
        for range in enumeration.reservedRanges where !numbers.covers(range.numbers) {
            report(
                .enumReservationDeleted, enumeration.fullName,
                "the reservation of the number \(range.numbers.protobufText) is deleted",
                old: (enumeration.file, range.span), new: (counterpart.file, counterpart.nameSpan))
        }
        let names = Set(counterpart.reservedNames.map(\.name))
        for reserved in enumeration.reservedNames where !names.contains(reserved.name) {
            report(
                .enumReservationDeleted, enumeration.fullName,
                "the reservation of the name '\(reserved.name)' is deleted",
                old: (enumeration.file, reserved.span), new: (counterpart.file, counterpart.nameSpan))
        }
    }

    private func compareEnumFeatures(_ enumeration: ProtobufEnum, _ counterpart: ProtobufEnum) {
        let places: (old: Place, new: Place) = (
            (enumeration.file, enumeration.nameSpan), (counterpart.file, counterpart.nameSpan)
        )
        if enumeration.isClosed != counterpart.isClosed {
            report(
                .enumOpennessChanged, enumeration.fullName,
                "the enum '\(enumeration.fullName)' changes from \(enumeration.isClosed ? "closed to open" : "open to closed")",
                old: places.old, new: places.new)
        }
        if enumeration.features.jsonFormat == .allow, counterpart.features.jsonFormat != .allow {
            report(
                .enumJSONFormatChanged, enumeration.fullName,
                "the JSON form of '\(enumeration.fullName)' is promised no more",
                old: places.old, new: places.new)
        }
    }

    private func path(of value: ProtobufEnumValue, in enumeration: ProtobufEnum) -> String {
        "\(enumeration.fullName).\(value.name)"
    }
}
