import ContractModel
import Diagnostics
import MeshModel
import Testing

struct SubjectDerivationTests {
    private let base = """
        apiVersion: heddle.dev/v1
        kind: Mesh
        metadata: { name: shop }
        ---
        kind: Cluster
        metadata: { name: eu, owner: platform }
        spec: { engine: kafka, addresses: ["eu:9092"], registry: { url: "http://eu:8081" } }
        ---
        kind: Cluster
        metadata: { name: us, owner: platform }
        spec: { engine: kafka, addresses: ["us:9092"] }
        ---
        kind: Contract
        metadata: { name: money, owner: team-money, annotations: { heddle.dev/adopt: "true" } }
        spec: { format: avro, schema: '{"type":"record","name":"shop.Money","fields":[]}' }
        ---
        kind: Contract
        metadata: { name: price, owner: team-price }
        spec:
          format: avro
          schema: '{"type":"record","name":"shop.Price","fields":[{"name":"m","type":"shop.Money"}]}'
          references: [{ name: shop.Money, contract: money }]
        ---
        kind: Contract
        metadata: { name: order, owner: team-order }
        spec:
          format: avro
          schema: '{"type":"record","name":"shop.Order","fields":[{"name":"p","type":"shop.Price"}]}'
          references: [{ name: shop.Price, contract: price }]
          compatibility: full
        ---

        """

    private func topic(_ name: String, _ spec: String) -> String {
        "kind: Topic\nmetadata: { name: \(name), owner: a }\nspec: { clusters: [eu, us], \(spec) }\n---\n"
    }

    @Test func `a contract stands under the subject of its topic, and what it refers to under its name`() throws {
        let verdict = verdict(of: base + topic("orders", "key: { contract: money }, value: { contract: order }"))
        let subjects = try #require(verdict.mesh?.clusters["eu"]?.subjects)
        #expect(subjects.mapValues(\.contract) == ["orders-key": "money", "orders-value": "order", "shop.Price": "price", "shop.Money": "money"])
        let order = try #require(subjects["orders-value"])
        #expect(order.references == [SubjectReference(name: "shop.Price", subject: "shop.Price")])
        #expect(order.compatibility == .full && order.owner == "team-order" && !order.adopts && order.format == .avro)
        #expect(order.origin.document == "Contract order" && order.text.contains("shop.Order"))
        #expect(subjects["shop.Money"]?.adopts == true && subjects["shop.Money"]?.compatibility == nil)
        #expect(verdict.mesh?.clusters["us"]?.subjects.isEmpty == true, "there is no registry")
    }

    @Test func `other strategies name the record`() throws {
        let verdict = verdict(
            of: base + topic("a", "value: { contract: order, subject: record-name }")
                + topic("b", "value: { contract: order, subject: topic-record-name }") + topic("c", "value: { contract: order }"))
        let subjects = try #require(verdict.mesh?.clusters["eu"]?.subjects)
        #expect(
            subjects.filter { $0.value.contract == "order" }.keys.sorted() == ["b-shop.Order", "c-value", "shop.Order"])
    }

    @Test func `topics without contracts put nothing there, and contracts without topics stay out`() {
        let verdict = verdict(of: base + topic("a", "value: { type: string }"))
        #expect(verdict.mesh?.clusters["eu"]?.subjects.isEmpty == true)
    }

    @Test func `protection of a topic covers its schemas, and those that these refer to`() throws {
        let verdict = verdict(
            of: base + topic("a", "value: { contract: price }") + topic("b", "value: { contract: order }, deletionProtection: true"))
        let subjects = try #require(verdict.mesh?.clusters["eu"]?.subjects)
        #expect(
            subjects.mapValues(\.deletionProtection) == ["a-value": false, "b-value": true, "shop.Price": true, "shop.Money": true])
    }

    @Test func `one contract under one subject is no conflict, however often`() {
        let verdict = verdict(
            of: base + topic("a", "key: { contract: money, subject: record-name }, value: { contract: money, subject: record-name }")
                + topic("b", "value: { contract: price }"))
        #expect(verdict.mesh?.clusters["eu"]?.subjects.keys.sorted() == ["b-value", "shop.Money"])
    }

    @Test func `a reference and a record of one name are a conflict, said once`() {
        let other = """
            kind: Contract
            metadata: { name: other, owner: a }
            spec: { format: avro, schema: '{"type":"record","name":"shop.Money","fields":[{"name":"x","type":"int"}]}' }
            ---

            """
        let verdict = verdict(of: base + other + topic("a", "value: { contract: other, subject: record-name }") + topic("b", "value: { contract: order }"))
        #expect(verdict.codes.filter { $0 == "contract/subject-conflict" }.count == 1)
        #expect(verdict.mesh == nil)
    }
}
