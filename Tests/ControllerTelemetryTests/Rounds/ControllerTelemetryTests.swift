import AuditTrail
import Determinism
import EngineInterface
import Foundation
import MeshControl
import MeshModel
import MeshPlanning
import ReconcilerCore
import ScriptedRegistry
import Testing
@testable import ReconcilerService

@Suite(.timeLimit(.minutes(5))) struct ControllerTelemetryTests {
    private let time = Instant(millisecondsSinceEpoch: 1_795_000_000_000)

    private func telemetry(_ traces: OTLPSettings? = nil) -> ControllerTelemetry {
        ControllerTelemetry(controller: "eu-1", version: "1.2", traces: traces, logger: LogNotes().logger)
    }

    private func status(_ revision: String, drifted: Int = 0) -> ClusterStatus {
        ClusterStatus(
            mesh: "shop", cluster: "eu", source: .init(revision: revision), counts: .init(resources: 9, synced: 8, ready: 9, drifted: drifted, blocked: 1),
            controller: "eu-1", epoch: 1, writtenAt: time, validUntil: time)
    }

    /// A round of `eu` that finds drift, mends it and looks again.
    private func mend(_ telemetry: ControllerTelemetry) {
        func ticket(_ number: Int) -> Ticket { Ticket(number: number) }
        func audit(_ kind: AuditEvent.Kind, _ outcome: String? = nil) -> ReconcilerAction {
            .audit("eu", AuditEvent(
                kind, at: time, mesh: "shop", cluster: "eu", actor: "controller eu-1", message: "",
                changes: [.init(address: .topic("orders", on: "eu"), action: "update", outcome: outcome)]))
        }
        let task = ApplyTask(purpose: "controller", mesh: "shop", environment: nil, source: nil, leadership: 1)
        let lease = Lease(id: "x", holder: "us", purpose: "controller", since: time, until: time, epoch: 1)
        telemetry.stepped(.tick, to: [.lead("eu", ticket(0)), .observe("eu", configsOf: [], subjects: [], ticket(1))], at: time, took: .zero)
        telemetry.called(LoopCall(kind: .lead, cluster: "eu", ticket: ticket(0), began: time, took: .milliseconds(2)))
        telemetry.stepped(.leadership("eu", ticket(0), .success(lease)), to: [], at: time + .milliseconds(2), took: .zero)
        telemetry.called(LoopCall(kind: .observe, cluster: "eu", ticket: ticket(1), began: time, took: .milliseconds(30)))
        telemetry.stepped(
            .observed("eu", ticket(1), .success(ObservedCluster())),
            to: [audit(.drifted), .apply("eu", ClusterPlan(cluster: "eu"), task, ticket(2))], at: time + .milliseconds(30), took: .milliseconds(4))
        telemetry.called(LoopCall(kind: .apply, cluster: "eu", ticket: ticket(2), began: time + .milliseconds(34), took: .milliseconds(60), items: 1))
        telemetry.stepped(
            .applied("eu", ticket(2), .success([])),
            to: [audit(.applied, "done"), .observe("eu", configsOf: [], subjects: [], ticket(3))], at: time + .milliseconds(94), took: .zero)
        telemetry.called(LoopCall(
            kind: .observe, cluster: "eu", ticket: ticket(3), began: time + .milliseconds(94), took: .milliseconds(10), failure: "no answer"))
        telemetry.stepped(
            .observed("eu", ticket(3), .failure(EngineFailure(.unreachable, "no answer"))), to: [.write("eu", [.cluster(status("abc"))])],
            at: time + .milliseconds(104), took: .zero)
    }

    private func lines(_ text: String, _ name: String) -> [String] {
        text.split(separator: "\n").map(String.init).filter { $0.hasPrefix(name + "{") || $0.hasPrefix(name + " ") }
    }

    @Test func `a round is counted, timed and told of`() {
        let telemetry = telemetry()
        mend(telemetry)
        let text = telemetry.exposition()
        #expect(lines(text, "heddle_controller_rounds_total") == [
            "heddle_controller_rounds_total{cluster=\"eu\",outcome=\"changed\"} 0", "heddle_controller_rounds_total{cluster=\"eu\",outcome=\"failed\"} 1",
            "heddle_controller_rounds_total{cluster=\"eu\",outcome=\"partly\"} 0", "heddle_controller_rounds_total{cluster=\"eu\",outcome=\"pending\"} 0",
            "heddle_controller_rounds_total{cluster=\"eu\",outcome=\"quiet\"} 0",
        ])
        #expect(text.contains("heddle_controller_drift_total{cluster=\"eu\",kind=\"topic\"} 1\n"))
        #expect(text.contains("heddle_controller_changes_total{action=\"update\",cluster=\"eu\",outcome=\"done\"} 1\n"))
        #expect(text.contains("heddle_controller_errors_total{call=\"observe\",cluster=\"eu\"} 1\n"))
        #expect(text.contains("heddle_controller_leader{cluster=\"eu\"} 1\n"))
        #expect(text.contains("heddle_controller_observe_seconds_bucket{cluster=\"eu\",scope=\"everything\",le=\"0.025\"} 1\n"))
        #expect(text.contains("heddle_controller_observe_seconds_count{cluster=\"eu\",scope=\"everything\"} 2\n"))
        #expect(text.contains("heddle_controller_apply_seconds_sum{cluster=\"eu\"} 0.06\n"))
        #expect(text.contains("heddle_controller_round_seconds_sum{cluster=\"eu\"} 0.104\n"))
        #expect(text.contains("heddle_controller_resources{cluster=\"eu\",condition=\"Synced\"} 8\n"))
        #expect(text.contains("heddle_controller_source_revision_info{cluster=\"eu\",revision=\"abc\"} 1\n"))
        #expect(lines(text, "heddle_controller_last_success_timestamp_seconds").isEmpty)
    }

    @Test func `what failed is counted once, and to stand by is no failure`() {
        let telemetry = telemetry()
        let lease = Lease(id: "x", holder: "other", purpose: "controller", since: time, until: time, epoch: 1)
        telemetry.called(LoopCall(kind: .lead, cluster: "eu", ticket: Ticket(number: 1), began: time, took: .zero, failure: "other holds it"))
        telemetry.stepped(.leadership("eu", Ticket(number: 1), .failure(.held(by: lease))), to: [], at: time, took: .zero)
        telemetry.called(LoopCall(kind: .connect, cluster: "ap", ticket: Ticket(number: 2), began: time, took: .zero, failure: "no route"))
        telemetry.stepped(.connected("ap", Ticket(number: 2), EngineFailure(.unreachable, "no route")), to: [], at: time, took: .zero)
        telemetry.called(LoopCall(kind: .writeAudit, cluster: "ap", began: time, took: .zero, items: 1, failure: "full"))
        #expect(lines(telemetry.exposition(), "heddle_controller_errors_total") == [
            "heddle_controller_errors_total{call=\"connect\",cluster=\"ap\"} 1", "heddle_controller_errors_total{call=\"write-audit\",cluster=\"ap\"} 1",
        ])
        #expect(telemetry.exposition().contains("heddle_controller_leader{cluster=\"eu\"} 0\n"))
    }

    @Test func `what is shown is what is, and goes with its cluster`() {
        let telemetry = telemetry()
        mend(telemetry)
        let text = telemetry.exposition(of: [status("def", drifted: 3)])
        #expect(lines(text, "heddle_controller_source_revision_info") == ["heddle_controller_source_revision_info{cluster=\"eu\",revision=\"def\"} 1"])
        #expect(text.contains("heddle_controller_resources{cluster=\"eu\",condition=\"Drifted\"} 3\n"))
        telemetry.stepped(.tick, to: [.disconnect("eu")], at: time, took: .zero)
        let after = telemetry.exposition()
        #expect(lines(after, "heddle_controller_leader").isEmpty && lines(after, "heddle_controller_resources").isEmpty)
        #expect(after.contains("heddle_controller_drift_total{cluster=\"eu\",kind=\"topic\"} 1\n"))
        #expect(lines(after, "process_resident_memory_bytes").count == 1 && lines(after, "heddle_controller_info").count == 1)
    }

    @Test(.enabled(if: Judge.isThere, "needs the Python libraries that 'make test' installs"))
    func `Prometheus' own parser reads all of it, under the names and kinds that are described`() throws {
        let telemetry = telemetry()
        mend(telemetry)
        telemetry.count(.delivered)
        let families: [ExpositionTests.Family] = try Judge.read(telemetry.exposition(), as: "metrics")
        #expect(families.count > 15)
        for family in families {
            let described = ControllerMetrics.descriptions.first { $0.name == family.name || $0.name == family.name + "_total" }
            #expect(described?.kind.rawValue == family.type && described?.help == family.help, "\(family.name)")
        }
    }

    @Test func `each metric is in the reference, and nothing else is`() throws {
        let root = URL(fileURLWithPath: #filePath).resolvingSymlinksInPath().deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent().deletingLastPathComponent()
        let page = try String(contentsOf: root.appendingPathComponent("docs/reference/controller-metrics.md"), encoding: .utf8)
        let rows = page.split(separator: "\n").filter { $0.hasPrefix("| `heddle_") || $0.hasPrefix("| `process_") }
        let told = rows.map { row in row.split(separator: "|").prefix(2).map { $0.trimmingCharacters(in: .whitespaces.union(.init(charactersIn: "`"))) } }
        #expect(Set(told) == Set(ControllerMetrics.descriptions.map { [$0.name, $0.kind.rawValue] }))
        #expect(page.contains(MetricDescription.seconds.map { $0 == $0.rounded() ? "\(Int($0))" : "\($0)" }.joined(separator: ", ")))
    }

    @Test(.enabled(if: Judge.isThere, "needs the Python libraries that 'make test' installs"))
    func `a round is a trace with a span for each step`() async throws {
        let collector = try await ScriptedRegistry.start { _ in .ok("{}") }
        let telemetry = telemetry(OTLPSettings(endpoint: "http://127.0.0.1:\(collector.port)/v1/traces", resource: ["service.name": "test"]))
        mend(telemetry)
        telemetry.stepped(.sourceRead(Ticket(number: 8), .failure(SourceProblem(.invalid, "two errors"))), to: [], at: time, took: .zero)
        telemetry.stop()
        await telemetry.run()
        try await collector.stop()
        let spans: [SpanDeliveryTests.Span] = try Judge.read(try #require(collector.requests.first).body, as: "traces")
        let root = try #require(spans.first { $0.name == "round eu" })
        let steps = spans.filter { $0.parent == root.span }
        #expect(steps.map(\.name) == ["lead", "observe", "plan", "apply", "verify"] && steps.allSatisfy { $0.trace == root.trace })
        #expect(steps.map(\.kind) == [3, 3, 1, 3, 3] && steps.map(\.status) == [0, 0, 0, 0, 2])
        #expect(steps.map { ($0.end - $0.start) / 1_000_000 } == [2, 30, 4, 60, 10])
        #expect(root.start == 1_795_000_000_000_000_000 && root.end == root.start + 104_000_000 && root.status == 2 && root.message == "no answer")
        #expect(root.attributes["heddle.round.outcome"]?["stringValue"]?.text == "failed" && root.attributes["vcs.ref.head.revision"]?["stringValue"]?.text == "abc")
        #expect(steps[3].attributes["heddle.changes"]?["intValue"]?.text == "1" && steps[1].attributes["messaging.system"]?["stringValue"]?.text == "kafka")
        let source = try #require(spans.first { $0.name == "source" })
        #expect(source.trace != root.trace && source.parent == "" && source.status == 2)
        #expect(telemetry.exposition().contains("heddle_controller_spans_total{outcome=\"delivered\"} \(spans.count)\n"))
    }

    @Test func `without a collector there is no tracer, and running ends at once`() async {
        let telemetry = telemetry()
        mend(telemetry)
        await telemetry.run()
        #expect(telemetry.tracer == nil)
    }
}
