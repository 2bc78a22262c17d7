import MeshModel

/// Yes or no, and what made it so.
package struct AccessDecision: Sendable, Hashable {
    package enum Ground: Sendable, Hashable {
        /// Rules do not bind it.
        case superPrincipal
        /// A denial: it counts whatever else does.
        case denied(by: AccessRule)
        case allowed(by: AccessRule)
        /// No rule decides, and the cluster allows then.
        case allowedByDefault
        /// No rule decides, and the cluster denies then.
        case deniedByDefault
        /// No rule at all is on the resource, and the cluster allows then (`allow.everyone.if.no.acl.found`).
        case allowedWithoutRules
        /// A cluster that would have allowed, had there not been rules on the resource for others: this is one.
        case lockedOut(by: AccessRule)
    }

    package var ground: Ground

    package init(_ ground: Ground) { self.ground = ground }

    package var isAllowed: Bool {
        switch ground {
        case .superPrincipal, .allowed, .allowedByDefault, .allowedWithoutRules: true
        case .denied, .deniedByDefault, .lockedOut: false
        }
    }

    /// The rule that decided; nil where none did.
    package var rule: AccessRule? {
        switch ground {
        case .denied(let rule), .allowed(let rule), .lockedOut(let rule): rule
        case .superPrincipal, .allowedByDefault, .deniedByDefault, .allowedWithoutRules: nil
        }
    }
}
