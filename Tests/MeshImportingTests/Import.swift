import ContractModel
import Diagnostics
import ManifestLoading
import MeshModel
import MeshResolution
import Testing

@testable import MeshImporting

/// An import into a mesh of one cluster, `eu`, from observation to proof, all in memory.
struct Import {
    var request: ImportRequest
    var result: ClusterImport
    var files: [ImportedFile]
    var proof: ImportProof
    /// The mesh with the import in it; nil where it has errors.
    var desired: DesiredMesh?

    static let registered = "engine: kafka, addresses: [\"127.0.0.1:9092\"], registry: { url: \"http://127.0.0.1:8081\" }"
    static let embedded =
        "engine: embedded, listeners: [{ name: c, address: \"127.0.0.1:9092\", security: plaintext }], registry: { address: \"127.0.0.1:8081\" }"

    /// - Parameters:
    ///   - mesh: fields of the Mesh document.
    ///   - manifests: documents that are there before.
    init(
        _ observed: ObservedCluster, cluster: String = registered, mesh: String = "", manifests: String = "", owner: String = "team",
        prefixes: [String] = [], includesAccess: Bool = true
    ) throws {
        var texts = [
            "heddle.yaml": "apiVersion: heddle.dev/v1\nkind: Mesh\nmetadata: { name: shop }\nspec: { manifests: [\"manifests/**/*.yaml\"]\(mesh.isEmpty ? "" : ", " + mesh) }\n",
            "manifests/clusters.yaml": "kind: Cluster\nmetadata: { name: eu }\nspec: { \(cluster) }\n",
        ]
        if !manifests.isEmpty { texts["manifests/topics.yaml"] = manifests }
        let (loaded, loadDiagnostics) = loadMesh(InMemoryManifestSource(texts))
        let (desired, diagnostics) = resolveMesh(try #require(loaded))
        try #require(!(loadDiagnostics + diagnostics).contains { $0.severity == .error }, "\(loadDiagnostics + diagnostics)")
        request = ImportRequest(
            cluster: "eu", observed: observed, loaded: try #require(loaded), desired: try #require(desired), owner: owner, prefixes: prefixes,
            includesAccess: includesAccess)
        result = importCluster(request)
        let taken = Set(texts.keys)
        files = layOutFiles(result, request, ImportLayout(folder: "manifests", schemaFolder: "contracts") { taken.contains($0) })
        for file in files { texts[file.path] = file.text }
        let source = InMemoryManifestSource(texts)
        proof = proveImport(files, of: request, in: source, root: "heddle.yaml", environment: nil, variables: [:])
        self.desired = loadMesh(source).mesh.flatMap { resolveMesh($0).mesh }
    }

    func text(_ path: String) -> String { files.first { $0.path == path }?.text ?? "" }

    /// The documents of a file without its header.
    func body(_ path: String) -> String {
        text(path).split(separator: "\n", omittingEmptySubsequences: false).filter { !$0.hasPrefix("#") }.joined(separator: "\n")
    }

    func leftOut(_ name: String) -> LeftOut.Reason? { result.leftOut.first { $0.name == name }?.reason }

    func names(_ kind: ManifestKind) -> [String] { result.documents.filter { $0.kind == kind }.map(\.name) }

    /// Everything that went wrong, for a test's message.
    var trouble: String {
        (proof.differences.map { "\($0.address): \($0.message)" } + proof.diagnostics.filter { $0.severity == .error }.map { "\($0.code): \($0.message)" }
            + files.map(\.text)).joined(separator: "\n")
    }
}

func topic(_ partitions: Int = 1, replication: Int = 1, isInternal: Bool = false, _ config: [String: String] = [:]) -> ObservedTopic {
    var entries: [String: ObservedTopic.ConfigEntry] = [
        "retention.ms": .init(value: "604800000", isSetOnTopic: false), "segment.bytes": .init(value: "1073741824", isSetOnTopic: false),
    ]
    for (key, value) in config { entries[key] = .init(value: value, isSetOnTopic: true) }
    return ObservedTopic(partitions: partitions, replication: replication, isInternal: isInternal, config: entries)
}

func rule(
    _ principal: String, _ operation: AccessRule.Operation, _ type: AccessRule.ResourceType, _ name: String, host: String = "*",
    _ permission: AccessRule.Permission = .allow
) -> AccessRule {
    AccessRule(resourceType: type, pattern: .literal(name), principal: principal, host: host, operation: operation, permission: permission)
}

/// Of one version unless told otherwise, in Avro.
func subject(_ schema: String, version: Int = 1, references: [ObservedReference] = [], _ mode: CompatibilityMode? = nil) -> ObservedSubject {
    ObservedSubject(
        latestVersion: version, id: 1, format: .avro, schema: schema, references: references, compatibility: mode, versions: Array(1...version))
}

func record(_ name: String, _ type: String = "\"string\"") -> String {
    "{\"type\":\"record\",\"name\":\"\(name)\",\"fields\":[{\"name\":\"a\",\"type\":\(type)}]}"
}
