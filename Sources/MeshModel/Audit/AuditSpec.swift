import Determinism
import Diagnostics

/// `Mesh.spec.audit`: what an audit of access holds for too much, and what was agreed upon.
package struct AuditSpec: Sendable {
    /// How many topics a prefix may match before it counts as broad.
    package var topicsPerRule: Int
    /// Of contracts' fields: which classes are watched.
    package var classifications: [ContractSpec.Classification]
    /// Who and what belongs to a domain without a label that says so, by name of the domain.
    package var domains: [Domain]
    package var separations: [Separation]
    package var suppressions: [Suppression]

    package init(
        topicsPerRule: Int = 20, classifications: [ContractSpec.Classification] = [.pii, .secret], domains: [Domain] = [],
        separations: [Separation] = [], suppressions: [Suppression] = []
    ) {
        self.topicsPerRule = topicsPerRule
        self.classifications = classifications
        self.domains = domains
        self.separations = separations
        self.suppressions = suppressions
    }

    package struct Domain: Sendable {
        package var name: Located<String>
        /// Beginnings of topics' names.
        package var topics: [Located<String>]
        /// Names of kind Principal.
        package var principals: [Located<String>]
        package var owners: [Located<String>]
        package init(name: Located<String>, topics: [Located<String>] = [], principals: [Located<String>] = [], owners: [Located<String>] = []) {
            self.name = name
            self.topics = topics
            self.principals = principals
            self.owners = owners
        }
    }

    /// Two duties that nobody may hold at once.
    package struct Separation: Sendable {
        package var name: Located<String>
        package var first: Duty
        package var second: Duty
        package init(name: Located<String>, first: Duty, second: Duty) {
            self.name = name
            self.first = first
            self.second = second
        }
    }

    /// One operation on anything that the pattern names.
    package struct Duty: Sendable {
        package var operation: AccessRule.Operation
        package var resourceType: AccessRule.ResourceType
        package var pattern: AccessRule.Pattern
        package init(operation: AccessRule.Operation, on resourceType: AccessRule.ResourceType, _ pattern: AccessRule.Pattern) {
            self.operation = operation
            self.resourceType = resourceType
            self.pattern = pattern
        }
    }

    /// A finding that was looked at and let be, until a day.
    package struct Suppression: Sendable {
        package var code: Located<AuditCode>
        /// `topic:orders.created`, as findings name it, with `*` for any run of characters; nil: every resource.
        package var resource: Located<String>?
        /// `checkout` or `User:checkout`, with `*`; nil: every principal.
        package var principal: Located<String>?
        package var owner: Located<String>
        package var reason: Located<String>
        /// The last day on which it holds.
        package var expires: Located<CalendarDate>
        /// Of the whole entry.
        package var range: SourceRange?

        package init(
            code: Located<AuditCode>, resource: Located<String>? = nil, principal: Located<String>? = nil, owner: Located<String>,
            reason: Located<String>, expires: Located<CalendarDate>, range: SourceRange? = nil
        ) {
            self.code = code
            self.resource = resource
            self.principal = principal
            self.owner = owner
            self.reason = reason
            self.expires = expires
            self.range = range
        }
    }
}
