import ContractModel
import Determinism
import ManifestLoading
import MeshModel
import MeshResolution
import RandomMeshes
import Testing

@testable import MeshImporting

@Suite struct `Whatever is there is imported without a change` {
    @Test func `clusters in any state`() throws {
        var chance = SeededGenerator(seed: 41)
        for round in 0..<600 {
            let observed = round.isMultiple(of: 2) ? RandomMesh.cluster(using: &chance) : RandomMesh(using: &chance).observed
            let cluster = round % 4 < 2 ? Import.registered : Import.embedded
            let mesh = round % 3 == 0 ? "defaults: { topic: { partitions: 4, retention: { time: 2d }, cleanup: compact, validation: warn } }" : ""
            let made = try Import(observed, cluster: cluster, mesh: mesh)
            #expect(made.proof.holds, "round \(round):\n\(made.trouble)")
            guard made.proof.holds else { return }
            // Nothing is both in and out, and no rule is lost.
            let leftOut = Set(made.result.leftOut.filter { $0.sort == .access }.map(\.name))
            let declared = made.desired?.clusters["eu"]?.access.keys.map(\.addressName) ?? []
            let shortfall = observed.capabilities.shortfall(.access) != nil
            #expect(shortfall || leftOut.union(declared) == Set(observed.access.map(\.addressName)), "round \(round)")
            #expect(leftOut.isDisjoint(with: declared), "round \(round)")
        }
    }

    @Test func `meshes that manifests made`() throws {
        var chance = SeededGenerator(seed: 7)
        var sound = 0
        for round in 0..<250 {
            var writer = RandomManifests(chance: chance)
            let text = writer.mesh()
            chance = writer.chance
            guard let loaded = loadMesh(InMemoryManifestSource(["heddle.yaml": text])).mesh, let desired = resolveMesh(loaded).mesh?.clusters["eu"] else { continue }
            sound += 1
            let made = try Import(applied(desired), cluster: Import.embedded)
            #expect(made.proof.holds, "round \(round):\n\(text)\n\(made.trouble)")
            guard made.proof.holds else { return }
            let again = made.desired?.clusters["eu"]
            #expect(Set(again?.access.keys.map { $0 } ?? []) == Set(desired.access.keys), "round \(round):\n\(text)")
            #expect(again?.topics.mapValues(\.config) == desired.topics.mapValues(\.config), "round \(round):\n\(text)")
            #expect(again?.topics.mapValues(\.partitions) == desired.topics.mapValues(\.partitions))
            #expect(Set(again?.subjects.keys.map { $0 } ?? []) == Set(desired.subjects.keys), "round \(round):\n\(text)")
            // The same observation gives the same files.
            if round.isMultiple(of: 10) { #expect(try Import(applied(desired), cluster: Import.embedded).files == made.files) }
        }
        #expect(sound > 150)
    }

    /// What a cluster says once everything is as declared.
    private func applied(_ desired: DesiredCluster) -> ObservedCluster {
        var observed = ObservedCluster(access: Set(desired.access.keys), subjects: [:], defaultReplication: 1)
        for (name, wanted) in desired.topics {
            var config: [String: String] = [:]
            for case (let key, .value(let value)) in wanted.config { config[key] = value }
            observed.topics[name] = topic(wanted.partitions, replication: wanted.replication ?? 1, config)
        }
        for (name, wanted) in desired.subjects {
            observed.subjects?[name] = ObservedSubject(
                latestVersion: 1, id: 1, format: wanted.format, schema: wanted.text,
                references: wanted.references.map { ObservedReference(name: $0.name, subject: $0.subject, version: 1) },
                compatibility: wanted.compatibility)
        }
        return observed
    }
}

/// Manifests of small meshes.
private struct RandomManifests {
    var chance: SeededGenerator

    mutating func below(_ count: Int) -> Int { Int.random(in: 0..<count, using: &chance) }
    mutating func one(in count: Int) -> Bool { below(count) == 0 }
    mutating func pick(_ texts: [String]) -> String { texts[below(texts.count)] }
    mutating func some(_ texts: [String]) -> [String] {
        let chosen = texts.filter { _ in one(in: 2) }
        return chosen.isEmpty ? [texts[0]] : chosen
    }

    static let principals = ["checkout", "billing", "mtls", "token"]

    mutating func mesh() -> String {
        let topics = (0..<1 + below(6)).map { "\(["orders", "stock.a", "pay_x"][$0 % 3]).\($0)" }
        var documents = [
            "apiVersion: heddle.dev/v1\nkind: Mesh\nmetadata: { name: source }\nspec: { \(one(in: 2) ? "defaults: { topic: { retention: { time: 3d }, config: { min.insync.replicas: 1 } } }" : "") }",
            "kind: Cluster\nmetadata: { name: eu }\nspec: { \(Import.embedded) }",
            "kind: Principal\nmetadata: { name: checkout }", "kind: Principal\nmetadata: { name: billing }",
            "kind: Principal\nmetadata: { name: mtls }\nspec: { mtls: { subject: \"CN=m,O=x\" } }",
            "kind: Principal\nmetadata: { name: token }\nspec: { oauth: { subject: Tok$$(en) } }",
        ]
        documents += contracts() + topics.map { topic($0) }
        for place in 0..<below(4) { documents.append(application("app-\(place)", topics)) }
        for place in 0..<below(4) { documents.append(access("access-\(place)", topics)) }
        return documents.joined(separator: "\n---\n") + "\n"
    }

    private mutating func contracts() -> [String] {
        [
            "kind: Contract\nmetadata: { name: base, owner: t }\nspec: { format: avro, schema: '\(record("Base"))' }",
            "kind: Contract\nmetadata: { name: order, owner: t }\nspec: { format: avro, schema: '\(record("Order", "\"Base\""))', references: [{ name: Base, contract: base }]\(one(in: 2) ? ", compatibility: full" : "") }",
            "kind: Contract\nmetadata: { name: proto, owner: t }\nspec: { format: protobuf, schema: 'syntax = \"proto3\"; message P { string a = 1; }' }",
            "kind: Contract\nmetadata: { name: page, owner: t }\nspec: { format: json-schema, schema: '{ \"type\": \"object\" }' }",
        ]
    }

    private mutating func topic(_ name: String) -> String {
        var fields = ["partitions: \(1 + below(4))"]
        if one(in: 4) { fields.append("replication: 1") }
        if one(in: 2) { fields.append("retention: { \(one(in: 2) ? "time: 5h" : "size: \(pick(["7MB", "unlimited"])), time: unlimited") }") }
        if one(in: 3) { fields.append("cleanup: \(pick(["compact", "delete", "[compact, delete]"]))") }
        if one(in: 3) { fields.append("config: { max.message.bytes: \(1 + below(3)), compression.type: zstd }") }
        if one(in: 2) {
            fields.append("value: { contract: \(pick(["order", "proto", "page", "base"])) }")
            if one(in: 3) { fields.append("key: { contract: base }") }
            if one(in: 2) { fields.append("validation: \(pick(["warn", "enforce", "none"]))") }
        }
        return "kind: Topic\nmetadata: { name: \(name), owner: t }\nspec: { clusters: [eu], \(fields.joined(separator: ", ")) }"
    }

    private mutating func application(_ name: String, _ topics: [String]) -> String {
        let consumes = some(topics).map { topic in
            let retry = one(in: 2) ? ", retry: { attempts: 3 }" : ""
            let deadLetter = one(in: 2) ? ", deadLetter: \(one(in: 2) ? "{}" : "{ retention: \(pick(["30d", "unlimited"])) }")" : ""
            return "{ topic: \(topic), group: \(pick(["g", "checkout", "x.y"]))\(retry)\(deadLetter) }"
        }
        let produces = some(topics).map { "{ topic: \($0)\(one(in: 3) ? ", transactionalId: tx-\(below(2))" : "") }" }
        return "kind: Application\nmetadata: { name: \(name), owner: t }\nspec: { principal: \(pick(Self.principals)), "
            + "produces: [\(produces.joined(separator: ", "))], consumes: [\(consumes.joined(separator: ", "))] }"
    }

    private mutating func access(_ name: String, _ topics: [String]) -> String {
        let rights = one(in: 2) ? "role: \(pick(["viewer", "reader", "writer", "operator", "admin"]))" : "operations: [\(pick(["read", "describe", "read, describe", "all"]))]"
        let resources = ["{ type: topic, prefix: orders. }", "{ type: group, any: true }", "{ type: topic, name: \(pick(topics)) }", "{ type: topic, any: true }"]
        return "kind: Access\nmetadata: { name: \(name) }\nspec: { \(one(in: 3) ? "permission: deny, " : "")principals: [\(some(Self.principals).joined(separator: ", "))], "
            + "\(rights), resources: [\(some(resources).joined(separator: ", "))]\(one(in: 3) ? ", hosts: [\"10.0.0.1\", \"10.0.0.2\"]" : "") }"
    }
}
