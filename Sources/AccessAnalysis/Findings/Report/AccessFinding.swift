import Diagnostics
import MeshModel

/// One thing that an audit of access found: what it is, how bad, what shows it, where it was written, and how to mend it.
package struct AccessFinding: Sendable, Hashable {
    package var code: AuditCode
    package var severity: AuditSeverity
    /// On which it holds, in order; empty for what belongs to no cluster.
    package var clusters: [String]
    /// One sentence without a full stop, names in single quotes.
    package var message: String
    /// As Kafka writes it: `User:checkout`.
    package var principal: String?
    /// `topic:orders.created`, `topic-prefix:orders.`, `group:*`.
    package var resource: String?
    /// The rules that it speaks of, the one to be mended first.
    package var rules: [AccessRule]
    package var evidence: [Evidence]
    /// Where the first rule, or what else is to be mended, was written; nil for what no manifest declares.
    package var range: SourceRange?
    /// Who asked for it: `Access analytics-reads-orders`.
    package var document: String?
    package var related: [Diagnostic.Label]
    package var fix: Fix

    /// What shows it: names, numbers, a path. Long lists are cut, and their length is told.
    package struct Evidence: Sendable, Hashable {
        package var label: String
        package var values: [String]
        /// How many there are, shown or not.
        package var total: Int

        package init(_ label: String, _ values: [String], most: Int = 10) {
            self.label = label
            self.values = Array(values.prefix(most))
            total = values.count
        }
    }

    package struct Fix: Sendable, Hashable {
        package var text: String
        /// What to write instead, or besides.
        package var yaml: String?
        package init(_ text: String, yaml: String? = nil) {
            self.text = text
            self.yaml = yaml
        }
    }

    package init(
        _ code: AuditCode, _ severity: AuditSeverity, on clusters: [String] = [], _ message: String, principal: String? = nil,
        resource: String? = nil, rules: [AccessRule] = [], evidence: [Evidence] = [], at range: SourceRange? = nil, document: String? = nil,
        related: [Diagnostic.Label] = [], fix: Fix
    ) {
        self.code = code
        self.severity = severity
        self.clusters = clusters
        self.message = message
        self.principal = principal
        self.resource = resource
        self.rules = rules
        self.evidence = evidence
        self.range = range
        self.document = document
        self.related = related
        self.fix = fix
    }

    /// About one rule: where it was written, whom it is about and what.
    init(
        _ code: AuditCode, _ severity: AuditSeverity, of rule: AuditedRule, on cluster: AuditedCluster, _ message: String,
        others: [AuditedRule] = [], evidence: [Evidence] = [], fix: Fix
    ) {
        self.init(
            code, severity, on: [cluster.name], message, principal: rule.rule.principal, resource: rule.rule.resourceText,
            rules: [rule.rule] + others.map(\.rule), evidence: evidence, at: rule.origin?.range, document: rule.origin?.document,
            related: others.compactMap { other in other.origin?.range.map { Diagnostic.Label(other.rule.sentence, at: $0) } }, fix: fix)
    }
}

extension AccessFinding {
    /// As annotations and code scanning show it.
    package var diagnostic: Diagnostic {
        let place = clusters.isEmpty ? [] : ["on \(clusters.joined(separator: ", "))"]
        let shown = evidence.map { "\($0.label): " + $0.values.joined(separator: ", ") + ($0.total > $0.values.count ? ", … (\($0.total) in all)" : "") }
        return Diagnostic(
            severity.diagnosticSeverity, code: code.diagnosticCode, message, at: range, secondary: related,
            notes: ["severity: \(severity.rawValue)"] + place + shown, suggestion: fix.text)
    }
}

extension AuditSeverity {
    /// What reports of others know: `critical` and `high` are errors, `medium` and `low` warnings.
    package var diagnosticSeverity: Diagnostic.Severity {
        switch self {
        case .critical, .high: .error
        case .medium, .low: .warning
        case .info: .note
        }
    }
}
