import Determinism
import Diagnostics
import Foundation
import ManifestLoading
import MeshModel
import MeshResolution
import TestSupport
import Testing

@testable import AccessAnalysis

/// A small mesh in Fixtures/audit: the documents of one file beside those of base.yaml, of which it may take the place of some.
struct AuditFixture {
    static let folder = packageRoot.appending(path: "Fixtures/audit")

    /// The last day of the fixtures' world.
    static var today: CalendarDate { CalendarDate(parsing: "2026-06-30") ?? .distantPast }

    var scene: AccessScene
    var diagnostics: [Diagnostic]

    /// - Parameter variant: `with` or `without`.
    init(_ code: AuditCode, _ variant: String) throws {
        let folder = Self.folder.appending(path: code.rawValue)
        func text(_ name: String) -> String? { try? String(contentsOf: folder.appending(path: name), encoding: .utf8) }
        let own = try #require(text("\(variant).yaml"), "Fixtures/audit/\(code.rawValue)/\(variant).yaml is missing")
        try self.init(own, live: text("\(variant).live.txt"), log: text("\(variant).log"))
    }

    init(_ own: String, live: String? = nil, log: String? = nil) throws {
        let base = try String(contentsOf: Self.folder.appending(path: "base.yaml"), encoding: .utf8)
        var documents = base.components(separatedBy: "---\n")
        if own.contains("kind: Cluster") { documents.removeAll { $0.contains("kind: Cluster") } }
        if !own.contains("kind: Mesh") { documents.insert("apiVersion: heddle.dev/v1\nkind: Mesh\nmetadata: { name: shop }\n", at: 0) }
        let source = InMemoryManifestSource(["heddle.yaml": (documents + [own]).joined(separator: "---\n")])
        let (loaded, loadDiagnostics) = loadMesh(source)
        let mesh = try #require(loaded, "\(loadDiagnostics)")
        let (resolved, resolveDiagnostics) = resolveMesh(mesh)
        diagnostics = loadDiagnostics + resolveDiagnostics
        let desired = try #require(resolved, "\(diagnostics.filter { $0.severity == .error })")
        var usage: UsageEvidence?
        if let log {
            var evidence = UsageEvidence()
            var reader = AuthorizerLogReader()
            reader.read(Array(log.utf8), into: &evidence)
            reader.finish(into: &evidence)
            usage = evidence
        }
        let observed = try live.map { try Self.observed($0, desired) }
        scene = AccessScene(mesh, desired, at: Self.today.end, observed: observed.map { ["eu": $0] } ?? [:], usage: usage)
    }

    func audit(_ codes: Set<AuditCode>? = nil) -> AccessAudit { auditAccess(scene, codes: codes, today: Self.today) }

    /// Lines: `open`, `bare` (without the declared rules), `topic NAME`, `allow|deny PRINCIPAL OPERATION TYPE literal|prefix|any NAME`.
    private static func observed(_ text: String, _ desired: DesiredMesh) throws -> ObservedCluster {
        let cluster = try #require(desired.clusters["eu"])
        var observed = ObservedCluster(topics: cluster.topics.mapValues { _ in ObservedTopic(partitions: 1, replication: 1) }, access: Set(cluster.access.keys))
        for line in text.split(separator: "\n") {
            let words = line.split(separator: " ").map(String.init)
            switch words[0] {
            case "open": observed.allowsWithoutRules = true
            case "bare": observed.access = []
            case "topic": observed.topics[words[1]] = ObservedTopic(partitions: 1, replication: 1)
            default:
                try #require(words.count == 6, "\(line)")
                observed.access.insert(
                    AccessRule(
                        resourceType: try #require(AccessRule.ResourceType(rawValue: words[3])),
                        pattern: words[4] == "prefix" ? .prefix(words[5]) : words[4] == "any" ? .any : .literal(words[5]), principal: words[1],
                        operation: try #require(AccessRule.Operation(rawValue: words[2])), permission: try #require(AccessRule.Permission(rawValue: words[0]))))
            }
        }
        return observed
    }
}
