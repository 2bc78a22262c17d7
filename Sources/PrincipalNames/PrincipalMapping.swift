/// A certificate's subject → the name of its principal: Kafka's `ssl.principal.mapping.rules` (KIP-371).
///
///     let mapping = try PrincipalMapping(["RULE:^CN=(.*?),OU=.*$/$1/L", "DEFAULT"])
///     mapping.name(of: "CN=Checkout,OU=shop")   // checkout
///
/// The first rule that fits the whole subject counts; `DEFAULT` fits all, and leaves them as they are.
package struct PrincipalMapping: Sendable, Equatable {
    private var rules: [PrincipalRule]

    package static let asItIs = PrincipalMapping(rules: [.asItIs])

    private init(rules: [PrincipalRule]) { self.rules = rules }

    /// - Parameter rules: one a text. None: the subject is the name.
    package init(_ rules: [String]) throws(PrincipalRuleProblem) {
        guard !rules.isEmpty else {
            self = .asItIs
            return
        }
        var read: [PrincipalRule] = []
        for rule in rules { read.append(try PrincipalRule(rule)) }
        self.rules = read
    }

    /// Nil where no rule fits: such a client has no name, and is not let in.
    package func name(of subject: String) -> String? {
        for rule in rules {
            if let name = rule.name(of: subject) { return name }
        }
        return nil
    }
}

/// Why a rule cannot be used.
package struct PrincipalRuleProblem: Error, Equatable, CustomStringConvertible {
    package var description: String
    init(_ description: String) { self.description = description }
}
