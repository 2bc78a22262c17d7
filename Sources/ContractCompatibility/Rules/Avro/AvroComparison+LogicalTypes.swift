import ContractModel

/// avro/logical-type-changed. Resolution does not look at logical types (Avro 1.12, "Logical Types"; AVRO-2078), so the
/// data is read, and a time in milliseconds is taken for one in microseconds.
extension AvroComparison {
    mutating func compareLogicalTypes(_ read: AvroLogicalType?, _ written: AvroLogicalType?, at place: Place) {
        guard let read, let written, !means(read, what: written) else { return }
        report(
            .logicalTypeChanged, "data written as '\(describe(written))' is read as '\(describe(read))': the same bytes mean"
                + " another value", at: place)
    }

    /// More digits before the point do no harm.
    private func means(_ read: AvroLogicalType, what written: AvroLogicalType) -> Bool {
        switch (read, written) {
        case (.decimal(let precision, let scale), .decimal(let writtenPrecision, let writtenScale)):
            scale == writtenScale && precision >= writtenPrecision
        default: read == written
        }
    }

    private func describe(_ type: AvroLogicalType) -> String {
        switch type {
        case .decimal(let precision, let scale): "decimal(\(precision), \(scale))"
        case .plain(let name): name
        }
    }
}
