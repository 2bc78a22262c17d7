import Determinism
import EngineInterface
import MeshControl
import MeshModel
import Testing

@testable import HeddleCommands

@Suite struct `How a mesh is, as it is told` {
    private let topic = ResourceAddress.topic("orders", on: "eu")
    private let start = Instant(millisecondsSinceEpoch: 1_795_447_271_000)

    private func conditions(drifted: Bool) -> [Condition] {
        [
            Condition(.synced, drifted ? .no : .yes, reason: drifted ? "Drifted" : "Applied", since: start), Condition(.ready, .yes, reason: "Exists", since: start),
            Condition(.drifted, drifted ? .yes : .no, reason: "Drifted", message: "retention\n\u{1B}[31m is 1", since: start),
        ]
    }

    private func state(drifted: Bool = false, pending: Bool = false, revision: String = "0f3c12ab99887766", suspended: Bool = false) -> ControlState {
        var state = ControlState()
        var status = ClusterStatus(
            mesh: "shop", cluster: "eu", source: .init(revision: revision), counts: .init(resources: 1, synced: drifted ? 0 : 1, ready: 1, drifted: drifted ? 1 : 0),
            controller: "ada", epoch: 2, observedAt: start, writtenAt: start, validUntil: start + .seconds(30))
        if pending {
            status.pending = PendingPlan(id: "3f9a0c11b2d4", changes: [.init(address: topic, action: "delete", risk: "destructive", reasons: ["7 records"])], since: start)
        }
        state.take(.cluster(status))
        state.take(.resource(ResourceStatus(address: topic, generation: 2, observedGeneration: 2, revision: revision, conditions: conditions(drifted: drifted)), epoch: 2))
        if suspended { state.take(.suspension(Suspension(address: nil, by: "ada", at: start, reason: "noon"))) }
        return state
    }

    private func status(_ state: ControlState?, at seconds: Int = 1, selection: StatusSelection = .init()) -> MeshStatus {
        var reading = ControlReading()
        reading.states["eu"] = state.map { .success($0) } ?? .failure(EngineFailure(.unreachable, "nobody answers"))
        return MeshStatus("shop", of: ["eu"], reading, selection: selection, now: start + .seconds(seconds))
    }

    private func text(_ status: MeshStatus) -> String { StatusText(paint: Paint(isOn: false)).render(status) }

    @Test func `where all is as declared, one line says so`() {
        let status = status(state())
        #expect(status.isSettled)
        #expect(text(status) == "cluster eu  1 resource, 1 synced, 1 ready  revision 0f3c12ab9988\n  controller ada leads, last looked 2026-11-23T15:21:11Z")
    }

    @Test func `a status that is too old is told as such, and settles nothing`() {
        let status = status(state(), at: 30)
        #expect(!status.isSettled && status.clusters[0].state == "stale")
        #expect(text(status).contains("no controller has been heard of since 2026-11-23T15:21:11Z: what follows may no longer be so"))
    }

    @Test func `drift and what waits are told, and nothing in them moves the cursor`() {
        let told = text(status(state(drifted: true, pending: true, suspended: true)))
        #expect(told.contains("  topic/eu/orders\n      not Synced  Drifted since"))
        #expect(told.contains("retention \u{FFFD}[31m is 1"))
        #expect(told.contains("waits for approval: plan 3f9a0c11b2d4") && told.contains("delete topic/eu/orders  destructive\n          # 7 records"))
        #expect(told.contains("suspended: everything, by ada since 2026-11-23T15:21:11Z: noon"))
        #expect(!status(state(pending: true)).isSettled && !status(state(drifted: true)).isSettled)
    }

    @Test func `only what was asked for is told`() {
        let all = state(drifted: true)
        #expect(status(all, selection: .init(condition: .drifted)).clusters[0].resources.count == 1)
        #expect(status(all, selection: .init(condition: .blocked)).clusters[0].resources.isEmpty)
        #expect(status(all, selection: .init(addresses: [.contract("x")])).clusters[0].resources.isEmpty)
    }

    @Test func `between two looks every difference is told once, and nothing else`() {
        let before = status(state())
        #expect(before.changes(since: before).isEmpty)
        #expect(before.changes(since: nil).map(\.event) == [.heard, .revision])
        let after = status(state(drifted: true, pending: true, revision: "1a2b", suspended: true))
        let changes = after.changes(since: before)
        #expect(changes.map(\.event) == [.revision, .pending, .suspended, .condition, .condition])
        #expect(changes.last?.line(at: start) == "2026-11-23T15:21:11Z  topic/eu/orders  Drifted True  Drifted: retention \u{FFFD}[31m is 1")
        #expect(before.changes(since: after).map(\.event) == [.revision, .resumed, .condition, .condition])
        let gone = status(nil)
        #expect(gone.changes(since: before).map(\.value) == ["unreachable"])
        #expect(gone.unreachable == ["eu"] && text(gone).contains("unreachable: nobody answers"))
        #expect(status(ControlState()).changes(since: before).map(\.event) == [.heard, .gone])
    }
}
