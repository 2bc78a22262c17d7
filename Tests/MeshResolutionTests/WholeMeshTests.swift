import Diagnostics
import Foundation
import ManifestLoading
import MeshModel
import Testing
import TestSupport

struct WholeMeshTests {
    @Test func `the example has nothing wrong with it`() throws {
        for environment in [nil, "dev", "prod", "secure"] {
            let verdict = Verdict(try files(in: packageRoot.appending(path: "Examples/orders")), environment: environment)
            #expect(TextRenderer().render(verdict.report) == "no problems in 6 files\n")
            #expect(verdict.mesh?.clusters.keys.sorted() == ["eu", "us"])
        }
    }

    @Test func `the example's rules and topics follow from its applications`() throws {
        let mesh = try #require(Verdict(try files(in: packageRoot.appending(path: "Examples/orders"))).mesh)
        let eu = try #require(mesh.clusters["eu"])
        let us = try #require(mesh.clusters["us"])
        #expect(
            eu.topics.keys.sorted() == [
                "orders.created", "payments.settled", "payments.settled.checkout.dlq", "payments.settled.checkout.retry",
            ])
        #expect(us.topics.keys.sorted() == ["orders.created", "orders.created.shipping.dlq", "shipments.dispatched"])
        #expect(
            us.access.keys.sorted().map(\.addressName) == [
                "User:analytics/group-prefix:analytics./read", "User:analytics/topic-prefix:orders./read",
                "User:analytics/topic-prefix:payments./deny-all", "User:checkout/topic:orders.created/write",
                "User:shipping/group:shipping/read", "User:shipping/topic:orders.created.shipping.dlq/write",
                "User:shipping/topic:orders.created/read", "User:shipping/topic:shipments.dispatched/write",
            ])
        let payments = try #require(eu.topics["payments.settled"])
        #expect(
            payments.config == [
                "retention.ms": .value("2592000000"), "compression.type": .value("zstd"), "heddle.value.validation": .value("enforce"),
                "heddle.value.subjects": .value("payments.settled-value"),
            ])
        let deadLetters = try #require(eu.topics["payments.settled.checkout.dlq"])
        #expect(deadLetters.isDerived && deadLetters.owner == "team-checkout" && deadLetters.partitions == 3)
        #expect(deadLetters.config == ["retention.ms": .value("2592000000")])
    }

    @Test func `the mesh of the language's description loads, with what this version does not do yet said`() throws {
        let source = try files(in: packageRoot.appending(path: "Fixtures/meshes/shop"))
        let verdict = Verdict(source, environment: "prod")
        // The cluster 'us' has no registry.
        #expect(verdict.codes == ["topic/validation-not-possible"])
        let orders = try #require(verdict.mesh?.clusters["us"]?.topics["orders.created"])
        #expect(orders.partitions == 24)
        #expect(orders.config["retention.ms"] == .value("2592000000"))
        #expect(orders.config["retention.bytes"] == .value("10737418240"))
        #expect(orders.fieldRanges["partitions"]?.location == "heddle.yaml:14:35")
        let plain = try #require(Verdict(source).mesh?.clusters["us"]?.topics["orders.created"])
        #expect(plain.partitions == 6)
    }
}
