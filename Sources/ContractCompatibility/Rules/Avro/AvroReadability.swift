import ContractModel

/// Whether types of the reader read types of the writer: yes or no, without the reasons.
///
/// Types that speak of themselves make this a question that asks itself. The answer is the greatest solution: pairs of
/// named types are taken to be readable until there is a reason against it, and whoever relied on such a pair is asked
/// again. So an assumption that fails leaves no trace, wherever it was made, and nothing recurses through named types.
struct AvroReadability {
    /// Full names.
    struct Pair: Hashable {
        var reader: String
        var writer: String
    }

    let reader: AvroSchema
    let writer: AvroSchema
    private(set) var writerFields: AvroFieldIndex
    private var known: Set<Pair> = []
    private var unreadable: Set<Pair> = []
    private var askers: [Pair: Set<Pair>] = [:]
    private var toAsk: [Pair] = []
    private(set) var effortLeft: Int

    init(reader: AvroSchema, writer: AvroSchema, effort: Int) {
        self.reader = reader
        self.writer = writer
        writerFields = AvroFieldIndex(writer)
        effortLeft = effort
    }

    /// No answer that was given since can be relied on.
    var hasGivenUp: Bool { effortLeft <= 0 }

    mutating func spend(_ effort: Int = 1) { effortLeft -= effort }

    mutating func match(_ field: AvroField, in record: String) -> AvroFieldMatch {
        spend(1 + field.aliases.count)
        return writerFields.field(of: record, for: field)
    }

    mutating func reads(_ reader: AvroType, _ writer: AvroType) -> Bool {
        let answer = evaluate(reader, writer, for: nil)
        guard !toAsk.isEmpty else { return answer }
        settle()
        return evaluate(reader, writer, for: nil)
    }

    private mutating func settle() {
        while let pair = toAsk.popLast() {
            guard !hasGivenUp else { return }
            guard !unreadable.contains(pair), !evaluate(pair) else { continue }
            unreadable.insert(pair)
            toAsk += askers.removeValue(forKey: pair) ?? []
        }
    }

    private mutating func evaluate(_ reader: AvroType, _ writer: AvroType, for asker: Pair?) -> Bool {
        spend()
        guard !hasGivenUp else { return false }
        switch (reader, writer) {
        case (_, .union(let branches)):
            for branch in branches where !evaluate(reader, branch, for: asker) { return false }
            return true
        case (.union(let branches), _):
            for branch in branches where evaluate(branch, writer, for: asker) { return true }
            return false
        case (.primitive(let reader, _), .primitive(let writer, _)): return reader.reads(writer)
        case (.array(let reader), .array(let writer)), (.map(let reader), .map(let writer)):
            return evaluate(reader, writer, for: asker)
        case (.named(let reader), .named(let writer)): return assume(Pair(reader: reader, writer: writer), for: asker)
        default: return false
        }
    }

    private mutating func assume(_ pair: Pair, for asker: Pair?) -> Bool {
        if unreadable.contains(pair) { return false }
        if known.insert(pair).inserted {
            guard namesAgree(pair) else {
                unreadable.insert(pair)
                return false
            }
            toAsk.append(pair)
        }
        if let asker { askers[pair, default: []].insert(asker) }
        return true
    }

    /// Cheap, and most pairs of a union's branches end here.
    private func namesAgree(_ pair: Pair) -> Bool {
        guard let reader = reader.types[pair.reader], let writer = writer.types[pair.writer] else { return false }
        return reader.isSameKind(as: writer) && reader.hasName(of: writer)
    }

    private mutating func evaluate(_ pair: Pair) -> Bool {
        guard let reader = reader.types[pair.reader], let writer = writer.types[pair.writer] else { return false }
        switch (reader.content, writer.content) {
        case (.fixed(let size, _), .fixed(let written, _)): return size == written
        case (.enumeration(let symbols, let fallback), .enumeration(let written, _)):
            spend(symbols.count + written.count)
            return fallback != nil || Set(symbols).isSuperset(of: written)
        case (.record(let fields), .record):
            for field in fields {
                switch match(field, in: pair.writer) {
                case .none: if field.fallback == nil { return false }
                case .one(let written): if !evaluate(field.type, written.type, for: pair) { return false }
                case .several: return false
                }
            }
            return true
        default: return false
        }
    }
}

extension AvroNamedType {
    func isSameKind(as other: AvroNamedType) -> Bool {
        switch (content, other.content) {
        case (.record, .record), (.enumeration, .enumeration), (.fixed, .fixed): true
        default: false
        }
    }
}
