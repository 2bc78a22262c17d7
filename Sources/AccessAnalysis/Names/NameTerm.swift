/// One part of a set in words: `orders.*`, `orders.* except orders.secret`.
package struct NameTerm: Sendable, Hashable, CustomStringConvertible {
    package enum Kind: Sendable, Hashable { case literal, prefix }

    package var kind: Kind
    package var name: String
    /// Of a prefix: what it does not hold; each begins with `name`. What is taken out may itself have exceptions.
    package var exceptions: [NameTerm]

    package init(_ kind: Kind, _ name: String, exceptions: [NameTerm] = []) {
        self.kind = kind
        self.name = name
        self.exceptions = exceptions
    }

    package var description: String { told(most: .max) }

    /// - Parameter most: how many exceptions are named before the rest are counted.
    func told(most: Int) -> String {
        let shown = kind == .literal ? name : name + "*"
        guard !exceptions.isEmpty else { return shown }
        var parts = exceptions.prefix(most).map { $0.exceptions.isEmpty ? $0.told(most: most) : "(\($0.told(most: most)))" }
        if exceptions.count > most { parts.append("\(exceptions.count - most) more") }
        return "\(shown) except \(parts.joined(separator: ", "))"
    }

    package var names: NameSet {
        let whole = kind == .literal ? NameSet.literal(name) : NameSet.prefix(name)
        guard !exceptions.isEmpty else { return whole }
        return whole.subtracting(exceptions.reduce(NameSet.none) { $0.union($1.names) })
    }
}

extension NameSet: CustomStringConvertible {
    package var description: String { told() }

    /// As people say it; `nothing` for the empty set, `*` for every name.
    ///
    /// - Parameter most: how many parts, and how many exceptions of each, are named before the rest are counted.
    package func told(most: Int = .max) -> String {
        if isEmpty { return "nothing" }
        let terms = terms
        var parts = terms.prefix(most).map { $0.told(most: most) }
        if terms.count > most { parts.append("and \(terms.count - most) more") }
        // With exceptions, a comma would leave open where they end.
        return parts.joined(separator: terms.contains { !$0.exceptions.isEmpty } ? "; " : ", ")
    }
}
