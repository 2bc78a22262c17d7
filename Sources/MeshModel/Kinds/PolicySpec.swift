import Determinism
import Diagnostics

/// Kind `Policy`: a rule of the house, as an expression over resources or over the changes of a plan.
package struct PolicySpec: Sendable {
    /// What the rule is asked of, one by one; `mesh` once, of the whole.
    package enum Target: String, Sendable, Hashable, CaseIterable {
        case cluster = "Cluster"
        case contract = "Contract"
        case topic = "Topic"
        case principal = "Principal"
        case application = "Application"
        case access = "Access"
        case mesh = "Mesh"
        /// A change of a plan.
        case change = "Change"
    }

    package enum Severity: String, Sendable, Hashable, CaseIterable { case error, warning }

    /// A policy that Heddle brings along, to be switched on.
    package enum Standard: String, Sendable, Hashable, CaseIterable {
        case topicNames = "topic-names"
        case owners
        case retentionBounds = "retention-bounds"
        case classifiedContracts = "classified-contracts"
        case regions
        case noWildcardGrants = "no-wildcard-grants"
        case replication
    }

    package struct Rule: Sendable {
        package var target: Located<Target>
        /// Which of them it is asked of; nil: all.
        package var condition: Located<String>?
        /// True where all is well.
        package var expression: Located<String>
        /// With expressions in `{{ }}`; nil: that the policy is broken.
        package var message: Located<String>?

        package init(
            target: Located<Target>, condition: Located<String>? = nil, expression: Located<String>, message: Located<String>? = nil
        ) {
            self.target = target
            self.condition = condition
            self.expression = expression
            self.message = message
        }
    }

    /// What a standard policy leaves open.
    package struct Settings: Sendable {
        package var pattern: Located<String>?
        package var leastRetention: Located<Milliseconds>?
        package var mostRetention: Located<Milliseconds>?
        package var leastReplication: Located<Int>?
        package var exceptEnvironments: [Located<String>]

        package init(
            pattern: Located<String>? = nil, leastRetention: Located<Milliseconds>? = nil, mostRetention: Located<Milliseconds>? = nil,
            leastReplication: Located<Int>? = nil, exceptEnvironments: [Located<String>] = []
        ) {
            self.pattern = pattern
            self.leastRetention = leastRetention
            self.mostRetention = mostRetention
            self.leastReplication = leastReplication
            self.exceptEnvironments = exceptEnvironments
        }
    }

    package struct Exemption: Sendable {
        /// A resource's name, or a glob over names.
        package var resource: Located<String>
        package var owner: Located<String>
        package var reason: Located<String>
        /// The last day on which it holds.
        package var expires: Located<CalendarDate>

        package init(resource: Located<String>, owner: Located<String>, reason: Located<String>, expires: Located<CalendarDate>) {
            self.resource = resource
            self.owner = owner
            self.reason = reason
            self.expires = expires
        }
    }

    package enum Content: Sendable {
        case rule(Rule)
        case standard(Located<Standard>, Settings)
    }

    package var content: Content
    package var severity: Severity
    /// How to mend what breaks it.
    package var remedy: String?
    /// nil: in every environment, and without one.
    package var environments: [Located<String>]?
    package var exemptions: [Exemption]

    package init(
        content: Content, severity: Severity = .error, remedy: String? = nil, environments: [Located<String>]? = nil,
        exemptions: [Exemption] = []
    ) {
        self.content = content
        self.severity = severity
        self.remedy = remedy
        self.environments = environments
        self.exemptions = exemptions
    }
}
