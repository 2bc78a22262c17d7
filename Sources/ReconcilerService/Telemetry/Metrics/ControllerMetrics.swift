import AuditTrail
import Determinism
import MeshControl
import Metrics
import ReconcilerCore

/// What a controller counts, under the names of docs/reference/controller-metrics.md.
struct ControllerMetrics: Sendable {
    static let descriptions: [MetricDescription] = [
        .init(.gauge, "heddle_controller_info", "Always 1; the labels tell which controller this is, and of which version."),
        .init(.counter, "heddle_controller_rounds_total", "Rounds that ended, by what came of them."),
        .init(.histogram, "heddle_controller_round_seconds", "How long a round took, from the first look to the last."),
        .init(.histogram, "heddle_controller_source_seconds", "How long it took to read, resolve and check the manifests."),
        .init(.histogram, "heddle_controller_observe_seconds", "How long it took to read a cluster, whole or what a change stream named."),
        .init(.histogram, "heddle_controller_plan_seconds", "How long it took to decide what is to be done."),
        .init(.histogram, "heddle_controller_apply_seconds", "How long it took to make changes."),
        .init(.counter, "heddle_controller_drift_total", "Resources that another hand had changed, when they were first seen so."),
        .init(.counter, "heddle_controller_changes_total", "Changes that were to be made, by what became of them."),
        .init(.counter, "heddle_controller_errors_total", "What was asked of a cluster, the source or a webhook, and failed."),
        .init(.counter, "heddle_controller_notifications_total", "Notifications by webhook, by what became of them."),
        .init(.counter, "heddle_controller_spans_total", "Spans of traces, by what became of them."),
        .init(.gauge, "heddle_controller_resources", "Resources that are declared or owned, for which a condition is true."),
        .init(.gauge, "heddle_controller_resources_declared", "Resources that are declared or owned."),
        .init(.gauge, "heddle_controller_pending_changes", "Changes that wait for approval."),
        .init(.gauge, "heddle_controller_suspensions", "Suspensions in force."),
        .init(.gauge, "heddle_controller_leader", "1 where this controller leads, 0 where it stands by."),
        .init(.gauge, "heddle_controller_source_revision_info", "Always 1; the label tells the revision that is kept."),
        .init(.gauge, "heddle_controller_source_problem", "1 while the newest manifests cannot be taken, else 0."),
        .init(.gauge, "heddle_controller_last_success_timestamp_seconds", "When a round last ended without failure, in seconds since 1970."),
    ] + ProcessMetrics.descriptions

    let registry: PrometheusRegistry

    /// Ahead of the first of them, so that a rate can be told from the first one on.
    func begin(controller: String, version: String) {
        gauge("heddle_controller_info", [("controller", controller), ("version", version)], 1)
        gauge("heddle_controller_source_problem", [], 0)
    }

    // MARK: What happens

    func note(_ round: Round) {
        let cluster = [("cluster", round.cluster)]
        for outcome in Round.Outcome.allCases {
            count("heddle_controller_rounds_total", cluster + [("outcome", outcome.rawValue)], by: outcome == round.outcome ? 1 : 0)
        }
        time("heddle_controller_round_seconds", cluster, round.took)
        if round.outcome != .failed {
            gauge("heddle_controller_last_success_timestamp_seconds", cluster, Double(round.ended.millisecondsSinceEpoch) / 1000)
        }
        for step in round.steps {
            switch step.kind {
            case .observe, .verify:
                time("heddle_controller_observe_seconds", cluster + [("scope", step.scope?.rawValue ?? "everything")], step.took)
            case .plan: time("heddle_controller_plan_seconds", cluster, step.took)
            case .apply: time("heddle_controller_apply_seconds", cluster, step.took)
            case .source, .connect, .lead, .control, .ask: break
            }
        }
    }

    func note(_ call: LoopCall) {
        if call.kind == .readSource { time("heddle_controller_source_seconds", [], call.took) }
        // What is answered is counted by its answer, which tells failures from what is as it should be: another one leads.
        if call.ticket == nil, call.failure != nil { failed(call.kind, call.cluster) }
    }

    func note(_ event: ReconcilerEvent) {
        switch event {
        case .sourceRead(_, .revision): gauge("heddle_controller_source_problem", [], 0)
        case .sourceRead(_, .failure):
            gauge("heddle_controller_source_problem", [], 1)
            failed(.readSource, nil)
        case .leadership(let cluster, _, let result):
            if case .success = result { leads(cluster, true) } else { leads(cluster, false) }
            if case .failure(.failed) = result { failed(.lead, cluster) }
        case .connected(let cluster, _, .some): failed(.connect, cluster)
        case .observed(let cluster, _, .failure): failed(.observe, cluster)
        case .answered(let cluster, _, .failure): failed(.ask, cluster)
        case .applied(let cluster, _, .failure(.failed)): failed(.apply, cluster)
        case .changed(let cluster, _, .failure): failed(.watch, cluster)
        case .controlRead(let cluster, _, .failure): failed(.readControl, cluster)
        default: break
        }
    }

    func note(_ action: ReconcilerAction) {
        switch action {
        case .audit(let cluster, let record): note(record, of: cluster)
        case .resign(let cluster): leads(cluster, false)
        case .disconnect(let cluster): forget(cluster)
        case .write(let cluster, let records):
            for case .cluster(let status) in records where status.cluster == cluster { show(status) }
        default: break
        }
    }

    func note(_ outcome: WebhookNotifier.Outcome) {
        count("heddle_controller_notifications_total", [("outcome", outcome.rawValue)], by: 1)
    }

    /// How much there is since the last time.
    func note(_ counts: SpanDelivery.Counts, after earlier: SpanDelivery.Counts) {
        count("heddle_controller_spans_total", [("outcome", "delivered")], by: counts.delivered - earlier.delivered)
        count("heddle_controller_spans_total", [("outcome", "dropped")], by: counts.dropped - earlier.dropped)
    }

    private func note(_ event: AuditEvent, of cluster: String) {
        switch event.kind {
        case .drifted:
            for address in Set(event.changes.map(\.address)) {
                count("heddle_controller_drift_total", [("cluster", cluster), ("kind", address.kind.rawValue)], by: 1)
            }
        case .applied:
            for change in event.changes {
                let labels = [("cluster", cluster), ("action", change.action), ("outcome", change.outcome ?? "unknown")]
                count("heddle_controller_changes_total", labels, by: 1)
            }
        default: break
        }
    }

    private func failed(_ call: LoopCall.Kind, _ cluster: String?) {
        count("heddle_controller_errors_total", [("cluster", cluster ?? ""), ("call", call.rawValue)], by: 1)
    }

    private func leads(_ cluster: String, _ isLeader: Bool) { gauge("heddle_controller_leader", [("cluster", cluster)], isLeader ? 1 : 0) }

    // MARK: What is

    /// What a cluster's status says, where it is written there or shown at the interface.
    func show(_ status: ClusterStatus) {
        let cluster = [("cluster", status.cluster)]
        let counts = status.counts
        gauge("heddle_controller_resources_declared", cluster, Double(counts.resources))
        for (condition, number) in [
            (Condition.Kind.synced, counts.synced), (.ready, counts.ready), (.drifted, counts.drifted), (.blocked, counts.blocked),
        ] {
            gauge("heddle_controller_resources", cluster + [("condition", condition.rawValue)], Double(number))
        }
        gauge("heddle_controller_pending_changes", cluster, Double(status.pending.map { $0.changes.count + $0.unlisted } ?? 0))
        gauge("heddle_controller_suspensions", cluster, Double(status.suspensions.count))
        registry.forget("heddle_controller_source_revision_info", where: cluster)
        if let revision = status.source.revision {
            gauge("heddle_controller_source_revision_info", cluster + [("revision", revision)], 1)
        }
    }

    /// What was counted of a cluster that is declared no more stays; what is there now does not.
    private func forget(_ cluster: String) {
        for description in Self.descriptions where description.kind == .gauge { registry.forget(description.name, where: [("cluster", cluster)]) }
    }

    private func count(_ name: String, _ labels: [(String, String)], by amount: Int) {
        Counter(label: name, dimensions: labels, factory: registry).increment(by: amount)
    }

    private func gauge(_ name: String, _ labels: [(String, String)], _ value: Double) {
        Meter(label: name, dimensions: labels, factory: registry).set(value)
    }

    private func time(_ name: String, _ labels: [(String, String)], _ duration: Duration) {
        let (seconds, attoseconds) = duration.components
        Timer(label: name, dimensions: labels, factory: registry).recordNanoseconds(seconds * 1_000_000_000 + attoseconds / 1_000_000_000)
    }
}
