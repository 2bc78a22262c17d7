/// What becomes of what another hand changed: put right, told of, or let be. Declared in `Mesh`; asked of every drift.
package struct DriftPolicy: Sendable, Equatable {
    package enum Response: String, Sendable, Hashable, CaseIterable {
        /// Back to what was declared.
        case mend
        /// Left as found, and shown as drift until it is gone.
        case report
        /// Left as found, and not spoken of.
        case ignore
    }

    /// Each part that is nil says nothing; a rule applies where all that are said do.
    package struct Rule: Sendable, Equatable {
        package var kind: ResourceAddress.Kind?
        package var cluster: String?
        /// Of the resource, with `*` for any run of characters.
        package var name: String?
        /// `partitions`, `config.retention.ms`, `config.*`: as plans name fields, with `*` for any run of characters. A rule that
        /// names a field does not speak of resources that are gone or came about as a whole.
        package var field: String?
        package var response: Response

        package init(kind: ResourceAddress.Kind? = nil, cluster: String? = nil, name: String? = nil, field: String? = nil, response: Response) {
            self.kind = kind
            self.cluster = cluster
            self.name = name
            self.field = field
            self.response = response
        }
    }

    /// Where no rule applies.
    package var standard: Response
    /// The first that applies counts.
    package var rules: [Rule]

    package init(standard: Response = .mend, rules: [Rule] = []) {
        self.standard = standard
        self.rules = rules
    }

    /// - Parameter field: nil: the resource as a whole.
    package func response(to field: String?, of address: ResourceAddress) -> Response {
        rules.first { $0.applies(to: field, of: address) }?.response ?? standard
    }
}

extension DriftPolicy.Rule {
    func applies(to field: String?, of address: ResourceAddress) -> Bool {
        if let kind, kind != address.kind { return false }
        if let cluster, cluster != address.cluster { return false }
        if let name, !matches(name, address.name) { return false }
        if let wanted = self.field { return field.map { matches(wanted, $0) } ?? false }
        return true
    }
}

/// Whether a text is what a pattern says, in which `*` stands for any run of characters, also none.
package func matches(_ pattern: String, _ text: String) -> Bool {
    let pattern = Array(pattern.utf8)
    let text = Array(text.utf8)
    var (p, t) = (0, 0)
    var star: Int?
    var mark = 0
    while t < text.count {
        if p < pattern.count, pattern[p] == UInt8(ascii: "*") {
            star = p
            mark = t
            p += 1
        } else if p < pattern.count, pattern[p] == text[t] {
            p += 1
            t += 1
        } else if let last = star {
            // One more byte for the last star.
            p = last + 1
            mark += 1
            t = mark
        } else {
            return false
        }
    }
    return pattern[p...].allSatisfy { $0 == UInt8(ascii: "*") }
}
