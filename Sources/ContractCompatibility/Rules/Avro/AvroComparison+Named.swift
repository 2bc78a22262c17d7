import ContractModel

/// avro/name-changed, avro/fixed-size-changed, avro/enum-symbol-missing.
extension AvroComparison {
    mutating func compareNamed(_ pair: AvroReadability.Pair, at outer: Place) {
        guard let read = reader.types[pair.reader], let written = writer.types[pair.writer] else { return }
        let place = outer.within(reader: read.range, writer: written.range)
        if !read.hasName(of: written) {
            report(
                .nameChanged, "data of the \(written.kindName) '\(written.fullName)' is read as '\(read.fullName)', which has no"
                    + " alias '\(written.fullName)'", at: place.appending("name"))
        }
        switch (read.content, written.content) {
        case (.record(let fields), .record): compareFields(fields, of: pair, at: place)
        case (.enumeration(let symbols, let fallback), .enumeration(let writtenSymbols, _)):
            compareSymbols(symbols, fallback, writtenSymbols, of: read, at: place)
        case (.fixed(let size, let logical), .fixed(let writtenSize, let writtenLogical)):
            if size != writtenSize {
                report(
                    .fixedSizeChanged, "'\(written.fullName)' was written with \(writtenSize) bytes and is read with \(size)",
                    at: place.appending("size"))
            }
            compareLogicalTypes(logical, writtenLogical, at: place)
        default: break
        }
    }

    private mutating func compareSymbols(
        _ symbols: [String], _ fallback: String?, _ written: [String], of read: AvroNamedType, at place: Place
    ) {
        readability.spend(symbols.count + written.count)
        guard fallback == nil else { return }
        let known = Set(symbols)
        let missing = written.filter { !known.contains($0) }
        guard !missing.isEmpty else { return }
        let shown = missing.prefix(5).map { "'\($0)'" }.joined(separator: ", ")
        let more = missing.count > 5 ? " and \(missing.count - 5) more" : ""
        report(
            .enumSymbolMissing, "the data may hold \(shown)\(more), which the enum '\(read.fullName)' does not have; it has no"
                + " default either", at: place.appending("symbols"))
    }
}

extension AvroNamedType {
    var kindName: String {
        switch content {
        case .record: "record"
        case .enumeration: "enum"
        case .fixed: "fixed"
        }
    }
}
