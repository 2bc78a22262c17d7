import EngineInterface
import MeshModel
import MeshPlanning
import Testing

@testable import HeddleCommands

@Suite struct `A plan as people read it` {
    func text(_ clusters: ClusterPlan...) -> String {
        PlanText(paint: Paint(isOn: false)).render(Plan(mesh: "shop", clusters: clusters))
    }

    @Test func `no change is one sentence`() {
        #expect(text(ClusterPlan(cluster: "eu")) == "No changes. The mesh is as the manifests say.")
    }

    @Test func `old and new stand side by side, as the engine has them and as people say them`() {
        let change = Change(
            address: .topic("orders", on: "eu"), action: .update, stage: .alterTopics,
            fields: [
                FieldChange("partitions", from: "6", to: "12"),
                FieldChange("config.retention.ms", from: "604800000", to: "259200000"),
            ], risk: .destructive, reasons: ["shorter retention.ms: records beyond it are deleted"], outcome: .topic("orders", nil))
        #expect(
            text(ClusterPlan(cluster: "eu", changes: [change])) == """
                cluster eu
                  ~ topic/eu/orders  destructive
                      partitions                6 → 12
                      retention.ms              604800000 (7d) → 259200000 (3d)
                      # shorter retention.ms: records beyond it are deleted

                Plan: 0 to create, 1 to change, 0 to delete.
                """)
    }

    @Test func `a schema's change is told place by place, with the subject`() {
        let change = Change(
            address: .contract("order-created"), subject: "orders-value", action: .update, stage: .registerSchemas,
            fields: [
                FieldChange("fields.couponCode", from: nil, to: "union null|string, default null"),
                FieldChange("fields.total.type", from: "int", to: "long"), FieldChange("fields.gone", from: "bytes", to: nil),
            ], outcome: .subject("orders-value", nil))
        let notice = Notice(.incompatible, .contract("paid"), subject: "paid-value", "subject 'paid-value': it breaks")
        #expect(
            text(ClusterPlan(cluster: "eu", changes: [change], notices: [notice])) == """
                cluster eu
                  ~ contract/order-created  subject orders-value
                      fields.couponCode         (absent) → union null|string, default null
                      fields.total.type         int → long
                      fields.gone               bytes → (absent)
                  x contract/paid  subject 'paid-value': it breaks

                Plan: 0 to create, 1 to change, 0 to delete. 1 cannot be done: this plan cannot be applied.
                """)
    }

    @Test func `drift says what was there and what was last applied`() {
        let change = Change(
            address: .topic("orders", on: "eu"), action: .update, stage: .alterTopics,
            fields: [FieldChange("config.retention.ms", from: "1", to: "3", lastApplied: "2", isDrift: true)], isDrift: true,
            reasons: ["changed outside Heddle"], outcome: .topic("orders", nil))
        let told = text(ClusterPlan(cluster: "eu", changes: [change]))
        #expect(told.contains("~ topic/eu/orders  drift"))
        #expect(told.contains("1 → 3  changed outside Heddle; last applied 2"))
        #expect(told.hasSuffix("Drift in 1 resource."))
    }

    @Test func `an unreachable cluster is unknown, never empty`() {
        let told = text(ClusterPlan(cluster: "eu", failure: EngineFailure(.unreachable, "connection refused")))
        #expect(told.contains("unknown: connection refused"))
        #expect(!told.contains("No changes"))
    }

    @Test func `colour is only there when it is asked for`() {
        let plan = Plan(mesh: "shop", clusters: [ClusterPlan(cluster: "eu", failure: EngineFailure(.unreachable, "no"))])
        #expect(!PlanText(paint: Paint(isOn: false)).render(plan).contains("\u{1B}"))
        #expect(PlanText(paint: Paint(isOn: true)).render(plan).contains("\u{1B}[31;1m"))
    }
}
