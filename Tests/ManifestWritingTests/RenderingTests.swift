import Diagnostics
import Foundation
import ManifestLoading
import ManifestWriting
import MeshModel
import MeshResolution
import TestSupport
import Testing

struct RenderingTests {
    private static let files = [
        "heddle.yaml": """
        apiVersion: heddle.dev/v1
        kind: Mesh
        metadata: { name: shop }
        spec:
          manifests: ["manifests/*.yaml"]
          defaults:
            topic: { partitions: 6, retention: { time: 7d, size: 1GiB }, config: { cleanup.policy: compact, segment.ms: 3600000 }, validation: enforce }
          variables:
            region: { default: eu }
            days: { type: duration, default: 3d }
          environments:
            prod:
              variables: { region: eu-west }
              patches:
                - target: { kind: Topic, name: orders }
                  set: { spec.partitions: 24, spec.config.retention.bytes: 5 }
        """,
        "manifests/all.yaml": """
        kind: Cluster
        metadata: { name: eu, labels: { region: $(region) } }
        spec: { engine: kafka, addresses: ["h:9092"] }
        ---
        kind: Topic
        metadata: { name: orders, owner: team, description: "in $(region), $$(literally)" }
        spec:
          clusters: [eu]
          retention: { time: $(days) }
        ---
        kind: Topic
        metadata: { name: plain, owner: team }
        ---
        kind: Contract
        metadata: { name: order, owner: team }
        spec: { format: avro, file: ../contracts/order.avsc }
        ---
        kind: Principal
        metadata: { name: shop }
        spec: { scram: { mechanism: SCRAM-SHA-512, password: { fromEnv: SHOP } } }
        ---
        kind: Application
        metadata: { name: shop, owner: team }
        spec: { principal: shop, consumes: [ { topic: orders, group: g, deadLetter: {} } ] }
        """,
        "contracts/order.avsc": #"{ "type": "record", "name": "Order", "fields": [] }"#,
    ]

    @Test func `every value tells where it comes from`() throws {
        let (mesh, _) = loadMesh(InMemoryManifestSource(Self.files), environment: "prod", variables: ["days": "5d"])
        let rendered = renderMesh(prepareDocuments(of: try #require(mesh), variables: ["days": "5d"]), environment: "prod")
        let orders = try #require(rendered.documents.first { $0.name == "orders" })
        #expect(
            orders.yaml(withOrigins: true) == """
                apiVersion: heddle.dev/v1
                kind: Topic # manifests/all.yaml:5
                metadata:
                  name: orders # manifests/all.yaml:6
                  owner: team # manifests/all.yaml:6
                  description: in eu-west, $$(literally) # variable region, heddle.yaml:13
                spec:
                  clusters: [eu] # manifests/all.yaml:8
                  partitions: 24 # patch of environment prod, heddle.yaml:16
                  retention: { time: 5d } # variable days, command line
                  config:
                    retention.bytes: 5 # patch of environment prod, heddle.yaml:16
                    cleanup.policy: compact # default of Mesh, heddle.yaml:7
                    segment.ms: 3600000 # default of Mesh, heddle.yaml:7

                """)
    }

    @Test(arguments: [nil, "prod"]) func `what is rendered declares the same mesh`(environment: String?) throws {
        try expectSameMesh(Self.files, environment: environment)
    }

    @Test(arguments: [nil, "dev", "prod"]) func `the example, rendered, declares the same mesh`(environment: String?) throws {
        let root = packageRoot.appending(path: "Examples/orders").standardizedFileURL
        var files: [String: String] = [:]
        for case let file as URL in try #require(FileManager.default.enumerator(at: root, includingPropertiesForKeys: nil)) {
            guard let text = try? String(contentsOf: file, encoding: .utf8) else { continue }
            files[String(file.standardizedFileURL.path.dropFirst(root.path.count + 1))] = text
        }
        try expectSameMesh(files, environment: environment)
    }

    private func expectSameMesh(_ files: [String: String], environment: String?) throws {
        let (loaded, diagnostics) = loadMesh(InMemoryManifestSource(files), environment: environment)
        let mesh = try #require(loaded)
        #expect(diagnostics.filter { $0.severity == .error }.map(\.message) == [])
        let text = renderMesh(prepareDocuments(of: mesh), environment: environment).documents
            .map { $0.yaml(withOrigins: false) }.joined(separator: "---\n")
        #expect(!text.contains("#"))
        let flat = files.filter { !$0.key.hasSuffix(".yaml") }.merging(["heddle.yaml": text]) { $1 }
        let (again, problems) = loadMesh(InMemoryManifestSource(flat))
        #expect(problems.filter { $0.severity == .error }.map(\.message) == [], "\(text)")
        let wanted = try #require(resolveMesh(mesh).mesh)
        let reloaded = try #require(again)
        let rendered = try #require(resolveMesh(reloaded).mesh, "\(text)")
        #expect(summary(rendered) == summary(wanted))
    }

    /// All that a plan is made from, without places.
    private func summary(_ mesh: DesiredMesh) -> [String] {
        var lines = ["\(mesh.name) \(mesh.scope.kinds?.map(\.value) ?? []) \(mesh.scope.prefixes?.map(\.value) ?? [])"]
        for cluster in mesh.clusters.values {
            let spec = cluster.spec
            lines.append("cluster \(cluster.name) \(spec.engine.value) \(spec.addresses.map(\.value)) \(spec.listeners.map(\.address.value)) \(String(describing: spec.registryAddress?.value))")
            for topic in cluster.topics.values {
                let config = topic.config.sorted { $0.key < $1.key }.map { "\($0.key)=\($0.value)" }
                lines.append(
                    "\(cluster.name) topic \(topic.name) \(topic.owner ?? "") \(topic.partitions) \(topic.replication ?? 0) \(config) \(topic.deletionProtection) \(topic.adopts) \(topic.isDerived)")
            }
            for (rule, access) in cluster.access { lines.append("\(cluster.name) access \(rule.addressName) \(access.owner ?? "") \(access.adopts)") }
            for subject in cluster.subjects.values {
                lines.append("\(cluster.name) subject \(subject.name) \(subject.contract) \(subject.text) \(String(describing: subject.compatibility)) \(subject.references)")
            }
        }
        for contract in mesh.contracts.values {
            let spec = contract.spec
            lines.append("contract \(contract.name) \(String(decoding: contract.schema.bytes, as: UTF8.self)) \(spec.classification.mapValues(\.value).sorted { $0.key < $1.key }) \(spec.references.map { "\($0.name.value)=\($0.contract.value)" })")
        }
        return lines.sorted()
    }
}
