import Determinism
import MeshApplying
import ReconcilerCore

/// Puts together what a loop tells of its steps and calls: rounds, cluster by cluster.
///
/// A round begins with the first question to a cluster that has none open, and ends when the answer to the last was thought about
/// and no other was asked. It need not look at anything: a cluster whose change stream is silent is as it was. To be connected
/// and to stand by is none. Where the reading of the manifests set the round off, it is the round's first step.
struct RoundRecorder: Sendable {
    private struct Open: Sendable {
        var began: Instant
        var steps: [Round.Step] = []
        var waiting: Set<Ticket> = []
        var hasApplied = false
        var isIncomplete = false
        var isPending = false
        var revision: String?
    }

    private struct Call: Sendable {
        var began: Instant
        var took: Duration
        var items: Int?
    }

    private var rounds: [String: Open] = [:]
    /// Calls that are over, until the step that thinks about them.
    private var calls: [Ticket: Call] = [:]
    /// What each open question asks.
    private var asked: [Ticket: (kind: Round.Step.Kind, scope: Round.Scope?)] = [:]
    private var revisions: [String: String] = [:]
    /// Clusters where something waits for approval.
    private var pending: Set<String> = []

    mutating func note(_ call: LoopCall) {
        guard let ticket = call.ticket, call.kind == .readSource || asked[ticket] != nil else { return }
        calls[ticket] = Call(began: call.began, took: call.took, items: call.items)
    }

    /// - Returns: the rounds that ended with this step, and the reading of the manifests where it was worth telling and began no round.
    mutating func step(
        _ event: ReconcilerEvent, to actions: [ReconcilerAction], at time: Instant, took: Duration
    ) -> (rounds: [Round], source: Round.Step?) {
        var touched: Set<String> = []
        if let cluster = answer(event, at: time, took: took) { touched.insert(cluster) }
        let source = readSource(event, at: time)
        var isSourceTold = false
        for action in actions {
            switch action {
            case .disconnect(let cluster):
                forget(cluster)
            case .write(let cluster, let records):
                for case .cluster(let status) in records {
                    revisions[cluster] = status.source.revision
                    rounds[cluster]?.revision = status.source.revision
                    rounds[cluster]?.isPending = status.pending != nil
                    if status.pending == nil { pending.remove(cluster) } else { pending.insert(cluster) }
                }
            default:
                guard let question = Question(action) else { continue }
                if question.kind == .connect { dropQuestions(of: question.cluster) }
                if rounds[question.cluster] == nil {
                    rounds[question.cluster] = Open(
                        began: source?.step.began ?? time, isPending: pending.contains(question.cluster), revision: revisions[question.cluster])
                    if let source {
                        rounds[question.cluster]?.steps.append(source.step)
                        isSourceTold = true
                    }
                }
                rounds[question.cluster]?.waiting.insert(question.ticket)
                let kind = question.kind == .observe && rounds[question.cluster]?.hasApplied == true ? .verify : question.kind
                asked[question.ticket] = (kind, question.scope)
            }
        }
        let ended = touched.sorted().compactMap { end($0, at: time + took) }
        return (ended, isSourceTold || source?.isNews != true ? nil : source?.step)
    }

    // MARK: Answers

    /// Takes in the answer to a question; the cluster, where it was one.
    private mutating func answer(_ event: ReconcilerEvent, at time: Instant, took: Duration) -> String? {
        guard let answer = Answer(event), let question = asked.removeValue(forKey: answer.ticket) else { return nil }
        let call = calls.removeValue(forKey: answer.ticket)
        guard rounds[answer.cluster]?.waiting.remove(answer.ticket) != nil else { return nil }
        let step = Round.Step(
            kind: question.kind, began: call?.began ?? time, took: call?.took ?? .zero, failure: answer.failure,
            items: question.kind == .apply ? call?.items : nil, scope: question.scope)
        rounds[answer.cluster]?.steps.append(step)
        if case .applied(_, _, .success(let results)) = event {
            rounds[answer.cluster]?.hasApplied = true
            if results.contains(where: { $0.status != .done }) { rounds[answer.cluster]?.isIncomplete = true }
        }
        if answer.isThoughtAbout, answer.failure == nil {
            rounds[answer.cluster]?.steps.append(.init(kind: .plan, began: time, took: took))
        }
        return answer.cluster
    }

    private mutating func readSource(_ event: ReconcilerEvent, at time: Instant) -> (step: Round.Step, isNews: Bool)? {
        guard case .sourceRead(let ticket, let outcome) = event else { return nil }
        let call = calls.removeValue(forKey: ticket)
        var step = Round.Step(kind: .source, began: call?.began ?? time, took: call?.took ?? .zero)
        switch outcome {
        case .unchanged: return (step, false)
        case .revision: return (step, true)
        case .failure(let problem):
            step.failure = problem.message
            return (step, true)
        }
    }

    private mutating func end(_ cluster: String, at time: Instant) -> Round? {
        guard let open = rounds[cluster], open.waiting.isEmpty else { return nil }
        rounds[cluster] = nil
        let prepares: Set<Round.Step.Kind> = [.source, .connect, .lead]
        guard open.steps.contains(where: { !prepares.contains($0.kind) || $0.kind != .source && $0.failure != nil }) else { return nil }
        let outcome: Round.Outcome =
            if open.steps.contains(where: { $0.failure != nil && $0.kind != .source }) { .failed }
            else if open.hasApplied { open.isIncomplete ? .partly : open.isPending ? .pending : .changed }
            else { open.isPending ? .pending : .quiet }
        return Round(cluster: cluster, began: open.began, ended: time, steps: open.steps, outcome: outcome, revision: open.revision)
    }

    /// A new connection answers nothing that was asked of the one before it.
    private mutating func dropQuestions(of cluster: String) {
        for ticket in rounds[cluster]?.waiting ?? [] {
            asked[ticket] = nil
            calls[ticket] = nil
        }
        rounds[cluster]?.waiting = []
    }

    private mutating func forget(_ cluster: String) {
        dropQuestions(of: cluster)
        rounds[cluster] = nil
        revisions[cluster] = nil
        pending.remove(cluster)
    }
}

/// What a round is made of, among the things that a reconciler wants done.
private struct Question {
    var cluster: String
    var ticket: Ticket
    var kind: Round.Step.Kind
    var scope: Round.Scope?

    init?(_ action: ReconcilerAction) {
        switch action {
        case .connect(let cluster, _, let ticket): (self.cluster, self.ticket, kind) = (cluster, ticket, .connect)
        case .lead(let cluster, let ticket): (self.cluster, self.ticket, kind) = (cluster, ticket, .lead)
        case .observe(let cluster, _, _, let ticket): (self.cluster, self.ticket, kind, scope) = (cluster, ticket, .observe, .everything)
        case .observeAgain(let cluster, _, _, let ticket): (self.cluster, self.ticket, kind, scope) = (cluster, ticket, .observe, .named)
        case .readControl(let cluster, let ticket): (self.cluster, self.ticket, kind) = (cluster, ticket, .control)
        case .ask(let cluster, _, _, let ticket): (self.cluster, self.ticket, kind) = (cluster, ticket, .ask)
        case .apply(let cluster, _, _, let ticket): (self.cluster, self.ticket, kind) = (cluster, ticket, .apply)
        default: return nil
        }
    }
}

private struct Answer {
    var cluster: String
    var ticket: Ticket
    var failure: String?
    /// A plan is made from it.
    var isThoughtAbout = false

    init?(_ event: ReconcilerEvent) {
        switch event {
        case .connected(let cluster, let ticket, let failure):
            (self.cluster, self.ticket, self.failure) = (cluster, ticket, failure?.message)
        case .leadership(let cluster, let ticket, let result):
            // Where another one leads, this one stands by, as it should.
            (self.cluster, self.ticket, failure) = (cluster, ticket, failureText(result) { if case .failed(let failure) = $0 { failure.message } else { nil } })
        case .observed(let cluster, let ticket, let result), .answered(let cluster, let ticket, let result):
            (self.cluster, self.ticket, failure, isThoughtAbout) = (cluster, ticket, failureText(result) { $0.message }, true)
        case .applied(let cluster, let ticket, let result):
            // Somebody applies by hand: that is no failure, and over soon.
            (self.cluster, self.ticket, failure) = (cluster, ticket, failureText(result) { if case .failed(let failure) = $0 { failure.message } else { nil } })
        case .controlRead(let cluster, let ticket, let result):
            (self.cluster, self.ticket, failure) = (cluster, ticket, failureText(result) { $0.message })
        default: return nil
        }
    }
}

private func failureText<Value, Failure>(_ result: Result<Value, Failure>, _ text: (Failure) -> String?) -> String? {
    if case .failure(let failure) = result { text(failure) } else { nil }
}
