import Foundation
import Testing

/// The schema registry beside an embedded cluster, with Confluent's own clients.
@Suite(.serialized, .timeLimit(.minutes(5)), .enabled(if: Program.hasClients, "needs the Kafka clients that 'make test' installs"))
struct `Foreign clients against the embedded registry` {
    @Test func `Confluent's registry client does all that it can`() async throws {
        try await TemporaryMesh.with(hasRegistry: true) { mesh in
            try await mesh.up()
            let said = try await mesh.client("registry_client.py", try await mesh.registry())
            #expect(said.contains("all checks held"))
        }
    }

    @Test func `Avro, JSON and Protobuf serializers write what their deserializers read`() async throws {
        try await TemporaryMesh.with(hasRegistry: true) { mesh in
            let bootstrap = try await mesh.up()
            let said = try await mesh.client("registry_serdes.py", bootstrap, try await mesh.registry())
            #expect(said.contains("all checks held"))
        }
    }

    @Test func `brokers hold records against what clients registered`() async throws {
        try await TemporaryMesh.with(hasRegistry: true) { mesh in
            let bootstrap = try await mesh.up()
            let said = try await mesh.client("validation_client.py", bootstrap, "checked-value", try await mesh.registry())
            #expect(said.contains("all checks held"))
        }
    }

    @Test func `contracts are registered with what they refer to, and the mesh settles`() async throws {
        try await TemporaryMesh.with(Self.shop, hasRegistry: true) { mesh in
            let bootstrap = try await mesh.up()
            let first = try await mesh.plan()
            #expect(first.changes.filter { $0.address.hasPrefix("contract/") }.compactMap(\.subject).sorted() == Self.subjects)
            try await mesh.heddle("apply", "--yes")
            #expect(try await mesh.plan("--detailed-exitcode").changes.isEmpty)
            let registry = try await mesh.registry()
            #expect(try await subjects(in: registry) == Self.subjects)

            // A record that names no schema is refused, whoever writes it.
            let refused = try await Program.run(
                URL(fileURLWithPath: "/usr/bin/env"), ["kcat", "-b", bootstrap, "-P", "-t", "orders"], in: mesh.folder, input: "no schema\n")
            #expect(refused.everything.contains("failed to validate record"), "\(refused.everything)")

            let id = try await id(of: "invoices-value", in: registry)
            for (document, isTaken) in [("<invoice>7</invoice>", true), ("<invoice>seven</invoice>", false)] {
                let sent = try await Program.run(
                    Program.python,
                    ["-c", Self.produce, bootstrap, "invoices", String(id), document], in: mesh.folder)
                #expect((sent.status == 0) == isTaken, "\(document): \(sent.everything)")
            }

            // What is registered survives the death of the process.
            kill(try mesh.processId(), SIGKILL)
            try await Task.sleep(for: .milliseconds(300))
            try await mesh.heddle("mesh", "up", "--detach")
            #expect(try await subjects(in: try await mesh.registry()) == Self.subjects)
            #expect(try await mesh.plan("--detailed-exitcode").changes.isEmpty)
        }
    }

    @Test func `a change of a schema is shown field by field, and one that breaks is refused before anything is done`() async throws {
        try await TemporaryMesh.with(Self.shop, hasRegistry: true) { mesh in
            try await mesh.up()
            try await mesh.heddle("apply", "--yes")
            try await mesh.heddle("check", "--against", "mesh")

            try mesh.edit("manifests/rest.yaml", "{ \"name\": \"id\", \"type\": \"string\" }", "{ \"name\": \"id\", \"type\": \"string\" }, { \"name\": \"note\", \"type\": [\"null\", \"string\"], \"default\": null }")
            let added = try await mesh.plan()
            let change = try #require(added.changes.first { $0.subject == "orders-value" })
            #expect(change.action == "update" && change.risk == "safe")
            #expect(change.fields.contains { $0.path.contains("note") && $0.old == nil }, "\(change.fields)")
            try await mesh.heddle("check", "--against", "mesh")
            try await mesh.heddle("apply", "--yes")

            try mesh.edit("manifests/rest.yaml", "\"default\": null", "\"doc\": \"no default\"")
            try mesh.edit("manifests/rest.yaml", "\"note\"", "\"remark\"")
            let refused = try await mesh.plan(status: 4)
            #expect(refused.notices.contains { $0.kind == "incompatible" && $0.address == "contract/order" })
            let check = try await mesh.heddle("check", "--against", "mesh", status: 1)
            #expect(check.everything.contains("avro/field-added-without-default"))
            #expect(check.everything.contains("billing"), "the consumer is named: \(check.everything)")
            try await mesh.heddle("apply", "--yes", status: 4)
            let url = try await mesh.registry()
            try await mesh.heddle("check", "--against", url, status: 1)
        }
    }

    @Test func `a registry of others is driven by its URL`() async throws {
        try await TemporaryMesh.with(hasRegistry: true) { other in
            let bootstrap = try await other.up()
            let registry = try await other.registry()
            let shop = Self.shop.replacing("validation: enforce-payload", with: "validation: none")
                .replacing("validation: enforce", with: "validation: none")
            try await TemporaryMesh.with(shop) { mesh in
                try mesh.write(
                    "manifests/clusters.yaml",
                    """
                    kind: Cluster
                    metadata: { name: one }
                    spec: { engine: kafka, addresses: ["\(bootstrap)"], registry: { url: "\(registry)" } }
                    """)
                try await mesh.heddle("apply", "--yes")
                // A registry of others would know no XML Schemas.
                #expect(try await subjects(in: registry) == Self.subjects.filter { $0 != "invoices-value" })
                #expect(try await mesh.plan("--detailed-exitcode").changes.isEmpty)
            }
        }
    }

    private func subjects(in registry: String) async throws -> [String] {
        let answer = try await Program.run(
            Program.python, ["-c", "import sys, urllib.request as u; print(u.urlopen(sys.argv[1] + '/subjects').read().decode())", registry],
            in: Program.root)
        return try JSONDecoder().decode([String].self, from: Data(answer.output.utf8)).sorted()
    }

    private func id(of subject: String, in registry: String) async throws -> Int {
        struct Version: Decodable { var id: Int }
        let answer = try await Program.run(
            Program.python,
            ["-c", "import sys, urllib.request as u; print(u.urlopen(sys.argv[1]).read().decode())", "\(registry)/subjects/\(subject)/versions/latest"],
            in: Program.root)
        return try JSONDecoder().decode(Version.self, from: Data(answer.output.utf8)).id
    }

    /// BOOTSTRAP TOPIC ID PAYLOAD: one record in a registry's frame; ends with 1 where it is refused.
    private static let produce = """
        import struct, sys
        from confluent_kafka import Producer
        refused = []
        producer = Producer({"bootstrap.servers": sys.argv[1]})
        framed = struct.pack(">bI", 0, int(sys.argv[3])) + sys.argv[4].encode()
        producer.produce(sys.argv[2], framed, on_delivery=lambda error, message: error and refused.append(error))
        producer.flush(20)
        print(refused)
        sys.exit(1 if refused else 0)
        """

    private static let subjects = ["common/money.proto", "invoices-value", "orders-value", "payments-key", "payments-value", "shop.Money"]

    private static let shop = """
        kind: Contract
        metadata: { name: money, owner: o }
        spec: { format: avro, schema: '{ "type": "record", "name": "Money", "namespace": "shop", "fields": [{ "name": "cents", "type": "long" }] }' }
        ---
        kind: Contract
        metadata: { name: order, owner: o }
        spec:
          format: avro
          compatibility: backward-transitive
          schema: '{ "type": "record", "name": "Order", "namespace": "shop", "fields": [{ "name": "total", "type": "Money" }, { "name": "id", "type": "string" }] }'
          references: [{ name: shop.Money, contract: money }]
        ---
        kind: Contract
        metadata: { name: payment-key, owner: o }
        spec: { format: json-schema, schema: '{ "type": "object", "properties": { "id": { "type": "string" } } }' }
        ---
        kind: Contract
        metadata: { name: amount, owner: o }
        spec: { format: protobuf, schema: 'syntax = "proto3"; package common; message Amount { int64 cents = 1; }' }
        ---
        kind: Contract
        metadata: { name: payment, owner: o }
        spec:
          format: protobuf
          message: shop.Payment
          schema: 'syntax = "proto3"; package shop; import "common/money.proto"; message Payment { common.Amount amount = 1; }'
          references: [{ name: common/money.proto, contract: amount }]
        ---
        kind: Contract
        metadata: { name: invoice, owner: o }
        spec:
          format: xsd
          schema: '<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema"><xs:element name="invoice" type="xs:int"/></xs:schema>'
        ---
        kind: Topic
        metadata: { name: invoices, owner: o }
        spec: { clusters: [one], value: { contract: invoice }, validation: enforce-payload }
        ---
        kind: Topic
        metadata: { name: orders, owner: o }
        spec: { clusters: [one], value: { contract: order }, validation: enforce }
        ---
        kind: Topic
        metadata: { name: payments, owner: o }
        spec: { clusters: [one], key: { contract: payment-key }, value: { contract: payment } }
        ---
        kind: Principal
        metadata: { name: billing }
        ---
        kind: Application
        metadata: { name: billing, owner: o }
        spec: { principal: billing, consumes: [{ topic: orders, group: billing }] }

        """
}
