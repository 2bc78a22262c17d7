import MeshModel
import Testing

@testable import MeshImporting

@Suite struct `Subjects become contracts` {
    @Test func `topics follow the contracts under their names, with what these refer to`() throws {
        let address = subject(record("Address"), version: 2)
        let order = subject(
            record("Order", "\"Address\""), references: [ObservedReference(name: "Address", subject: "Address", version: 2)], .fullTransitive)
        let made = try Import(
            ObservedCluster(
                topics: ["orders": topic()],
                subjects: ["orders-value": order, "orders-key": subject("\"string\""), "Address": address, "lost-value": subject("\"int\"")]))
        #expect(made.names(.contract) == ["address", "orders", "orders-key"])
        #expect(made.text("contracts/orders.avsc") == order.schema)
        let contracts = made.text("manifests/contracts.yaml")
        #expect(contracts.contains("file: ../contracts/orders.avsc"))
        #expect(contracts.contains("compatibility: full-transitive"))
        #expect(contracts.contains("- { name: Address, contract: address }"))
        #expect(contracts.contains("# Version 2 of the subject 'Address'; the registry keeps version 1 too."))
        #expect(made.text("manifests/topics.yaml").contains("key: { contract: orders-key }"))
        #expect(made.leftOut("lost-value") == .unused)
        #expect(made.proof.holds, "\(made.trouble)")
        #expect(made.desired.map { Set($0.clusters["eu"]?.subjects.keys.map { $0 } ?? []) } == ["orders-value", "orders-key", "Address"])
    }

    @Test func `one contract stands for all subjects that hold the same`() throws {
        let same = subject(record("Order"))
        let made = try Import(
            ObservedCluster(
                topics: ["a": topic(), "b": topic(), "c": topic()],
                subjects: ["a-value": same, "b-value": same, "c-value": subject(record("Order"), .full)]))
        #expect(made.names(.contract) == ["a", "c"])
        #expect(made.proof.holds, "\(made.trouble)")
    }

    @Test func `other strategies are seen by the record's name`() throws {
        let made = try Import(
            ObservedCluster(
                topics: [
                    "a": topic(), "b": topic(1, ["heddle.value.validation": "enforce", "heddle.value.subjects": "Paid"]), "many": topic(),
                ],
                subjects: [
                    "a-Order": subject(record("Order")), "Paid": subject(record("Paid")), "many-X": subject(record("X")), "many-Y": subject(record("Y")),
                ]), cluster: Import.embedded)
        let topics = made.text("manifests/topics.yaml")
        #expect(topics.contains("value: { contract: a, subject: topic-record-name }"))
        #expect(topics.contains("value: { contract: b, subject: record-name }"))
        #expect(topics.contains("validation: enforce"))
        #expect(made.leftOut("many-X") == .unused)
        #expect(made.proof.holds, "\(made.trouble)")
    }

    @Test func `validation that no field would set is left out, and a default is kept off`() throws {
        let made = try Import(
            ObservedCluster(
                topics: ["a": topic(1, ["heddle.value.validation": "warn", "heddle.value.subjects": "a-value,b-value"]), "b": topic()],
                subjects: ["a-value": subject(record("A")), "b-value": subject(record("B"))]),
            cluster: Import.embedded, mesh: "defaults: { topic: { validation: enforce } }")
        #expect(made.leftOut("a heddle.value.subjects") == .inexpressible)
        #expect(made.text("manifests/topics.yaml").contains("validation: none"))
        #expect(made.proof.holds, "\(made.trouble)")
    }

    @Test func `what leans on something that cannot be said is left out with it`() throws {
        let made = try Import(
            ObservedCluster(
                topics: ["a": topic(), "b": topic(), "c": topic(), "d": topic(), "e": topic()],
                subjects: [
                    "base": subject(record("Base"), version: 3),
                    "a-value": subject(record("A", "\"Base\""), references: [.init(name: "Base", subject: "base", version: 3)]),
                    "b-value": subject("{ no schema"),
                    "c-value": subject(record("C", "\"Base\""), references: [.init(name: "base", subject: "base", version: 2)]),
                    "d-value": subject(record("D", "\"gone\""), references: [.init(name: "gone", subject: "gone", version: 1)]),
                    "e-value": subject(record("E", "\"D\""), references: [.init(name: "d-value", subject: "d-value", version: 1)]),
                ]))
        #expect(made.names(.contract).isEmpty)
        for name in ["a", "b", "c", "e"] { #expect(made.leftOut("\(name)-value") == .inexpressible) }
        #expect(made.leftOut("d-value") == .untold)
        #expect(made.proof.holds, "\(made.trouble)")
    }
}
