/// What an audit of access can find, by its stable name. A page in Specs/diagnostics/access-audit tells of each.
package enum AuditCode: String, Sendable, Hashable, CaseIterable {
    // Grants that are wider than anybody can mean.
    case allOperations = "all-operations"
    case everyone
    case openCluster = "open-cluster"
    case privilegedFromAnywhere = "privileged-from-anywhere"
    case broadPrefix = "broad-prefix"
    case severalDomains = "several-domains"
    case futureNames = "future-names"

    // Rules that change nothing, or less than they say.
    case shadowed
    case overruled
    case duplicate
    case inertDenial = "inert-denial"
    case inapplicableOperation = "inapplicable-operation"
    case missingTopic = "missing-topic"
    case unknownGroup = "unknown-group"

    // Grants that nobody has used.
    case unusedGrant = "unused-grant"
    case shortEvidence = "short-evidence"

    // What nobody answers for.
    case undeclaredPrincipal = "undeclared-principal"
    case undeclaredRule = "undeclared-rule"
    case topicWithoutOwner = "topic-without-owner"
    case idlePrincipal = "idle-principal"

    // Grants of which one half is missing.
    case readWithoutGroup = "read-without-group"
    case groupWithoutTopic = "group-without-topic"
    case transactionWithoutTopic = "transaction-without-topic"
    case describeDenied = "describe-denied"

    // More power than one should hold.
    case separationOfDuties = "separation-of-duties"
    case escalation
    case superPrincipal = "super-principal"

    // Where data goes.
    case crossDomainAccess = "cross-domain-access"
    case crossDomainFlow = "cross-domain-flow"
    case classifiedAccess = "classified-access"
    case classifiedFlow = "classified-flow"

    // Rules that shut others out.
    case firstRule = "first-rule"
    case ownLockout = "own-lockout"

    // The audit's own suppressions.
    case expiredSuppression = "expired-suppression"
    case unmatchedSuppression = "unmatched-suppression"

    package static let group = "access-audit"

    /// `access-audit/shadowed`: what `heddle explain` takes.
    package var diagnosticCode: String { "\(Self.group)/\(rawValue)" }

    /// `shadowed`, or `access-audit/shadowed`.
    package init?(naming text: String) {
        let prefix = Self.group + "/"
        self.init(rawValue: text.hasPrefix(prefix) ? String(text.dropFirst(prefix.count)) : text)
    }
}

/// How bad a finding is: how much somebody could do with it, by how little.
package enum AuditSeverity: String, Sendable, Hashable, CaseIterable, Comparable {
    case info, low, medium, high, critical

    package static func < (left: Self, right: Self) -> Bool { left.rank < right.rank }

    private var rank: Int {
        switch self {
        case .info: 0
        case .low: 1
        case .medium: 2
        case .high: 3
        case .critical: 4
        }
    }
}
