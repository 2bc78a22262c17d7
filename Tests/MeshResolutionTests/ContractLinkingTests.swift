import ContractModel
import Diagnostics
import MeshModel
import Testing

struct ContractLinkingTests {
    private let protobufContracts = """
        kind: Contract
        metadata: { name: money, owner: o }
        spec: { format: protobuf, schema: 'syntax = "proto3"; package common; message Money { int64 units = 1; }' }
        ---
        kind: Contract
        metadata: { name: line, owner: o }
        spec:
          format: protobuf
          schema: 'syntax = "proto3"; package shop; import "common/money.proto"; message Line { common.Money price = 1; }'
          references: [{ name: common/money.proto, contract: money }]
        ---
        kind: Contract
        metadata: { name: order, owner: o }
        spec:
          format: protobuf
          level: wire-json
          message: shop.Order.Placed
          schema: |
            syntax = "proto3";
            package shop;
            import "shop/line.proto";
            message Other { string x = 1; }
            message Order { message Placed { repeated Line lines = 1; map<string, Line> by_sku = 2; } }
          references: [{ name: shop/line.proto, contract: line }]
          classification: { lines.price.units: pii, by_sku.price: confidential }

        """

    @Test func `a Protobuf contract is linked with what its imports import`() throws {
        let verdict = verdict(of: protobufContracts)
        let order = try #require(verdict.mesh?.contracts["order"], "\(TextRenderer().render(verdict.report))")
        #expect(order.sources.keys.sorted() == ["common/money.proto", "shop/line.proto"])
        #expect(order.recordName == "shop.Order.Placed")
        #expect(order.spec.level?.value == .wireJSON)
        #expect(verdict.mesh?.contracts["money"]?.recordName == "common.Money")
    }

    @Test func `an import that no reference names is an error at the import`() {
        let verdict = verdict(
            of: """
                kind: Contract
                metadata: { name: order, owner: o }
                spec: { format: protobuf, schema: 'syntax = "proto3"; import "a.proto"; message M {}' }
                """)
        #expect(verdict.mesh == nil)
        #expect(verdict.codes.count == 1 && verdict.codes[0].hasPrefix("protobuf/"), "\(verdict.codes)")
    }

    @Test func `what is wrong within an imported contract is told once`() {
        let verdict = verdict(of: protobufContracts.replacing("int64 units = 1", with: "int64 units = 0"))
        #expect(verdict.codes.count == 1 && verdict.codes[0].hasPrefix("protobuf/"), "\(verdict.codes)")
    }

    @Test func `a JSON Schema's references are known by their URIs`() throws {
        let verdict = verdict(
            of: """
                kind: Contract
                metadata: { name: address, owner: o }
                spec: { format: json-schema, schema: '{ "$id": "https://e.com/address.json", "properties": { "street": {}, "city": { "$ref": "city.json" } } }',
                  references: [{ name: "https://e.com/city.json", contract: city }] }
                ---
                kind: Contract
                metadata: { name: city, owner: o }
                spec: { format: json-schema, schema: '{ "$id": "https://e.com/city.json", "properties": { "zip": {} } }' }
                ---
                kind: Contract
                metadata: { name: customer, owner: o }
                spec:
                  format: json-schema
                  schema: '{ "title": "Customer", "$id": "https://e.com/customer.json", "properties": { "homes": { "items": { "$ref": "address.json" } } } }'
                  references: [{ name: "https://e.com/address.json", contract: address }]
                  classification: { homes.street: pii, homes.city.zip: internal }
                """)
        let customer = try #require(verdict.mesh?.contracts["customer"], "\(TextRenderer().render(verdict.report))")
        #expect(customer.recordName == "Customer")
        #expect(customer.sources.keys.sorted() == ["https://e.com/address.json", "https://e.com/city.json"])
    }

    @Test(arguments: [
        "'{ \"properties\": { \"b\": {} } }', classification: { a: pii }",
        "'{ \"items\": { \"$ref\": \"#\" }, \"properties\": {} }', classification: { a: pii }",
        "'{ \"allOf\": [{ \"$ref\": \"#/definitions/x\" }], \"definitions\": { \"x\": { \"properties\": { \"b\": {} } } } }', classification: { b.c: pii }",
    ])
    func `a path that leads to no property is an error`(schema: String) {
        let verdict = verdict(of: "kind: Contract\nmetadata: { name: c, owner: o }\nspec: { format: json-schema, schema: \(schema) }\n")
        #expect(verdict.codes == ["contract/unknown-field"])
    }

    @Test func `exceptions are read with their days`() throws {
        let verdict = verdict(
            of: """
                kind: Contract
                metadata: { name: c, owner: o }
                spec:
                  format: avro
                  schema: '"string"'
                  exceptions: [{ rule: avro/type-mismatch, path: /fields/1, reason: agreed, expires: 2026-12-31 }]
                """)
        let exception = try #require(verdict.mesh?.contracts["c"]?.spec.exceptions.first)
        #expect(exception.rule.value == "avro/type-mismatch" && exception.path?.value == "/fields/1")
        #expect("\(exception.expires.value)" == "2026-12-31")
    }

    @Test func `an exception needs a day that there is`() {
        let verdict = verdict(
            of: "kind: Contract\nmetadata: { name: c, owner: o }\nspec: { format: avro, schema: '\"string\"', "
                + "exceptions: [{ rule: x, reason: y, expires: 2026-02-30 }, { rule: x, reason: y }] }\n")
        #expect(verdict.codes == ["manifest/invalid-value", "manifest/missing-field"])
    }

    private func mesh(_ topic: String, registry: String = "registry: { address: '127.0.0.1:8181' }") -> Verdict {
        verdict(
            of: """
                kind: Cluster
                metadata: { name: eu }
                spec: { engine: embedded, listeners: [{ name: c, address: "127.0.0.1:9192" }], \(registry) }
                ---
                kind: Contract
                metadata: { name: order, owner: o }
                spec: { format: avro, schema: '{ "type": "record", "name": "Order", "namespace": "shop", "fields": [] }' }
                ---
                kind: Topic
                metadata: { name: orders, owner: team }
                spec: { \(topic) }
                ---
                kind: Principal
                metadata: { name: p }
                ---
                kind: Application
                metadata: { name: billing, owner: billers }
                spec: { principal: p, consumes: [{ topic: orders, group: g, retry: { attempts: 2 } }], produces: [{ topic: orders }] }
                """)
    }

    @Test(arguments: [
        ("topic-name", "orders-value"), ("record-name", "shop.Order"), ("topic-record-name", "orders-shop.Order"),
    ])
    func `validation tells the brokers the subject of the contract`(strategy: String, subject: String) throws {
        let verdict = mesh("key: { type: string }, value: { contract: order, subject: \(strategy) }, validation: enforce-payload")
        let topics = try #require(verdict.mesh?.clusters["eu"]?.topics, "\(TextRenderer().render(verdict.report))")
        #expect(topics["orders"]?.config["heddle.value.validation"] == .value("enforce-payload"))
        #expect(topics["orders"]?.config["heddle.value.subjects"] == .value(subject))
        #expect(topics["orders"]?.config["heddle.key.validation"] == nil)
        #expect(topics["orders.g.retry"]?.config.keys.contains { $0.hasPrefix("heddle.") } == false)
    }

    @Test func `validation needs a registry`() {
        #expect(mesh("value: { contract: order }, validation: warn", registry: "brokers: 1").codes.contains("topic/validation-not-possible"))
        #expect(mesh("value: { contract: order }, validation: none", registry: "brokers: 1").codes.isEmpty)
    }
}
