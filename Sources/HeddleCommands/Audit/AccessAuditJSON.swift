import AccessAnalysis
import MeshModel

/// The audit as machines read it. The shape is Specs/audit/v1/access.schema.json; it changes only by adding.
struct AccessAuditJSON: Encodable {
    var formatVersion = "1.0"
    var mesh: String
    var environment: String?
    var clusters: [Cluster]
    var summary: [String: Int]
    var findings: [Finding]
    var suppressed: [Suppressed]
    var usage: Usage?

    struct Cluster: Encodable {
        var name: String
        /// `live` or `manifests`.
        var source: String
        var rules: Int
        var topics: Int
    }

    struct Finding: Encodable {
        var code: String
        var severity: String
        var message: String
        var clusters: [String]
        var principal: String?
        var resource: String?
        var rules: [String]
        var evidence: [Evidence]
        var document: String?
        var location: Location?
        var fix: Fix
    }

    struct Evidence: Encodable {
        var label: String
        var values: [String]
        var total: Int
    }

    struct Location: Encodable {
        var file: String
        var line: Int
        var column: Int
    }

    struct Fix: Encodable {
        var text: String
        var yaml: String?
    }

    struct Suppressed: Encodable {
        var finding: Finding
        var owner: String
        var reason: String
        var expires: String
    }

    struct Usage: Encodable {
        var files: [String]
        var lines: Int
        var granted: Int
        var denied: Int
        var onlyWondered: Int
        var notUnderstood: Int
        var otherLines: Int
        var first: String?
        var last: String?
        var rules: [RuleUse]
    }

    struct RuleUse: Encodable {
        var cluster: String
        var rule: String
        var count: Int
        var last: String?
    }

    init(_ audit: AccessAudit) {
        mesh = audit.mesh
        environment = audit.environment
        clusters = audit.clusters.map { Cluster(name: $0.name, source: $0.isLive ? "live" : "manifests", rules: $0.rules, topics: $0.topics) }
        summary = Dictionary(uniqueKeysWithValues: AuditSeverity.allCases.map { ($0.rawValue, audit.count($0)) })
        findings = audit.findings.map(Finding.init)
        suppressed = audit.suppressed.map {
            Suppressed(
                finding: Finding($0.finding), owner: $0.suppression.owner.value, reason: $0.suppression.reason.value,
                expires: $0.suppression.expires.value.description)
        }
        usage = audit.usage.map { usage in
            let evidence = usage.evidence
            return Usage(
                files: evidence.files, lines: evidence.lines, granted: evidence.grantedCount, denied: evidence.deniedCount,
                onlyWondered: evidence.wonderedCount, notUnderstood: evidence.unparsed, otherLines: evidence.otherLines, first: evidence.first.map(utc),
                last: evidence.last.map(utc),
                rules: usage.rules.map { RuleUse(cluster: $0.cluster, rule: $0.rule.addressName, count: $0.count, last: $0.last.map(utc)) })
        }
    }
}

extension AccessAuditJSON.Finding {
    init(_ finding: AccessFinding) {
        self.init(
            code: finding.code.diagnosticCode, severity: finding.severity.rawValue, message: finding.message, clusters: finding.clusters,
            principal: finding.principal, resource: finding.resource, rules: finding.rules.map(\.addressName),
            evidence: finding.evidence.map { .init(label: $0.label, values: $0.values, total: $0.total) }, document: finding.document,
            location: finding.range.map { .init(file: $0.file.path, line: Int($0.start.line), column: Int($0.start.column)) },
            fix: .init(text: finding.fix.text, yaml: finding.fix.yaml))
    }
}
