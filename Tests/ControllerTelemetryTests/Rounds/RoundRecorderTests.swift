import Determinism
import EngineInterface
import MeshApplying
import MeshControl
import MeshModel
import MeshPlanning
import ReconcilerCore
import Testing
@testable import ReconcilerService

struct RoundRecorderTests {
    /// A loop that is told by hand, at a clock of its own.
    struct Story {
        var recorder = RoundRecorder()
        var now = Instant(millisecondsSinceEpoch: 1_000)
        var rounds: [Round] = []
        var sources: [Round.Step] = []

        /// Something was asked, took a while, and is over.
        mutating func call(_ kind: LoopCall.Kind, _ cluster: String?, _ ticket: Int, took: Duration, items: Int? = nil, failure: String? = nil) {
            let began = now
            now += took
            recorder.note(LoopCall(
                kind: kind, cluster: cluster, ticket: Ticket(number: ticket), began: began, took: took, items: items, failure: failure))
        }

        mutating func step(_ event: ReconcilerEvent, _ actions: ReconcilerAction..., took: Duration = .milliseconds(1)) {
            let made = recorder.step(event, to: actions, at: now, took: took)
            now += took
            rounds += made.rounds
            if let source = made.source { sources.append(source) }
        }
    }

    private func observe(_ ticket: Int, of cluster: String = "eu") -> ReconcilerAction {
        .observe(cluster, configsOf: [], subjects: [], Ticket(number: ticket))
    }

    private func observed(_ ticket: Int, of cluster: String = "eu") -> ReconcilerEvent {
        .observed(cluster, Ticket(number: ticket), .success(ObservedCluster()))
    }

    private func apply(_ ticket: Int) -> ReconcilerAction {
        .apply(
            "eu", ClusterPlan(cluster: "eu"), ApplyTask(purpose: "controller", mesh: "shop", environment: nil, source: nil, leadership: 1),
            Ticket(number: ticket))
    }

    private func write(pending: Int, revision: String = "abc") -> ReconcilerAction {
        let time = Instant(millisecondsSinceEpoch: 0)
        let changes = (0..<pending).map { number in
            PendingPlan.PendingChange(address: .topic("t\(number)", on: "eu"), action: "delete", risk: "destructive", reasons: [])
        }
        return .write("eu", [
            .cluster(ClusterStatus(
                mesh: "shop", cluster: "eu", source: .init(revision: revision),
                pending: pending == 0 ? nil : PendingPlan(id: "1", changes: changes, since: time), controller: "a", epoch: 1, writtenAt: time,
                validUntil: time)),
        ])
    }

    @Test func `a quiet round is a look and a thought`() throws {
        var story = Story()
        story.step(.tick, observe(1))
        story.call(.observe, "eu", 1, took: .milliseconds(40))
        story.step(observed(1), write(pending: 0), took: .milliseconds(5))
        let round = try #require(story.rounds.first)
        #expect(story.rounds.count == 1 && round.outcome == .quiet && round.scope == .everything && round.revision == "abc")
        #expect(round.steps.map(\.kind) == [.observe, .plan] && round.steps.map(\.took) == [.milliseconds(40), .milliseconds(5)])
        #expect(round.began.millisecondsSinceEpoch == 1_000 && round.took == .milliseconds(46))
    }

    @Test func `a round that changes things ends when it has looked again`() throws {
        var story = Story()
        story.step(.tick, .observeAgain("eu", ObservationFocus(topics: ["t"]), in: ObservedCluster(), Ticket(number: 1)))
        story.call(.observeAgain, "eu", 1, took: .milliseconds(3))
        story.step(observed(1), .ask("eu", ClusterQuestions(usage: ["t"]), of: ObservedCluster(), Ticket(number: 2)))
        story.call(.ask, "eu", 2, took: .milliseconds(4))
        story.step(.answered("eu", Ticket(number: 2), .success(ObservedCluster())), apply(3))
        story.call(.apply, "eu", 3, took: .milliseconds(50), items: 2)
        story.step(.applied("eu", Ticket(number: 3), .success([])), observe(4))
        #expect(story.rounds.isEmpty)
        story.call(.observe, "eu", 4, took: .milliseconds(20))
        story.step(observed(4), write(pending: 0))
        let round = try #require(story.rounds.first)
        #expect(round.steps.map(\.kind) == [.observe, .plan, .ask, .plan, .apply, .verify, .plan])
        #expect(round.outcome == .changed && round.scope == .named && round.steps[4].items == 2)
    }

    @Test func `what is left undone, waits or fails is told apart`() throws {
        let change = Change(
            address: .topic("t", on: "eu"), action: .delete, stage: Change.Stage.allCases[0], outcome: .topic("t", nil))
        func outcome(_ results: [ChangeStatus]?, pending: Int) -> Round.Outcome? {
            var story = Story()
            story.step(.tick, observe(1))
            guard let results else {
                story.step(observed(1), write(pending: pending))
                return story.rounds.first?.outcome
            }
            story.step(observed(1), apply(2))
            story.step(.applied("eu", Ticket(number: 2), .success(results.map { ChangeResult(change: change, status: $0) })), write(pending: pending))
            return story.rounds.first?.outcome
        }
        let failure = EngineFailure(.unreachable, "gone")
        #expect(outcome(nil, pending: 2) == .pending)
        #expect(outcome([.done], pending: 0) == .changed)
        #expect(outcome([.done], pending: 1) == .pending)
        #expect(outcome([.done, .failed(failure)], pending: 1) == .partly)
        #expect(outcome([.notDone("stopped")], pending: 0) == .partly)
        var story = Story()
        story.step(.tick, observe(1))
        story.step(.observed("eu", Ticket(number: 1), .failure(failure)))
        #expect(story.rounds.map(\.outcome) == [.failed] && story.rounds[0].steps.map(\.failure) == ["gone"])
    }

    @Test func `a round of a cluster that tells of no change reads what people decided, and no more`() {
        var story = Story()
        func round(_ pending: Int?) {
            story.step(.tick, .lead("eu", Ticket(number: 1)))
            story.call(.lead, "eu", 1, took: .milliseconds(2))
            let lease = Lease(id: "x", holder: "us", purpose: "controller", since: story.now, until: story.now, epoch: 1)
            story.step(.leadership("eu", Ticket(number: 1), .success(lease)), .readControl("eu", Ticket(number: 2)))
            story.call(.readControl, "eu", 2, took: .milliseconds(1))
            if let pending {
                story.step(.controlRead("eu", Ticket(number: 2), .success([])), write(pending: pending))
            } else {
                story.step(.controlRead("eu", Ticket(number: 2), .success([])))
            }
        }
        round(0)
        round(1)
        // What is as it was is not written again.
        round(nil)
        #expect(story.rounds.map(\.outcome) == [.quiet, .pending, .pending] && story.rounds[2].steps.map(\.kind) == [.lead, .control])
    }

    @Test func `a cluster that cannot be reached is a round that failed`() {
        var story = Story()
        story.step(.tick, .lead("eu", Ticket(number: 1)))
        story.step(.leadership("eu", Ticket(number: 1), .failure(.failed(EngineFailure(.unreachable, "gone")))))
        #expect(story.rounds.map(\.outcome) == [.failed])
    }

    @Test func `to confirm the leadership is no round, and to stand by no failure`() {
        var story = Story()
        story.step(.tick, .lead("eu", Ticket(number: 1)))
        let lease = Lease(id: "x", holder: "other", purpose: "controller", since: story.now, until: story.now, epoch: 1)
        story.step(.leadership("eu", Ticket(number: 1), .failure(.held(by: lease))))
        #expect(story.rounds.isEmpty)
        story.step(.tick, .lead("eu", Ticket(number: 2)), observe(3))
        story.step(observed(3))
        #expect(story.rounds.isEmpty)
        story.step(.leadership("eu", Ticket(number: 2), .failure(.held(by: lease))))
        #expect(story.rounds.map(\.outcome) == [.quiet])
    }

    @Test func `a reading of the manifests is the first step of the rounds that it sets off`() throws {
        var story = Story()
        story.call(.readSource, nil, 1, took: .milliseconds(300))
        story.step(
            .sourceRead(Ticket(number: 1), .revision(SourceRevision(mesh: DesiredMesh(name: "shop"), digest: "d"))), observe(2, of: "eu"), observe(3, of: "ap"))
        story.step(observed(2, of: "eu"))
        story.step(observed(3, of: "ap"))
        #expect(story.rounds.map(\.cluster) == ["eu", "ap"] && story.sources.isEmpty)
        #expect(story.rounds.allSatisfy { $0.steps.first?.kind == .source && $0.began.millisecondsSinceEpoch == 1_000 })
        // One that sets nothing off is told if it is news, and polls in vain are not.
        story.step(.sourceRead(Ticket(number: 4), .unchanged))
        #expect(story.sources.isEmpty)
        story.step(.sourceRead(Ticket(number: 5), .failure(SourceProblem(.invalid, "two errors"))))
        #expect(story.sources.map(\.failure) == ["two errors"])
    }

    @Test func `answers of a connection that was given up, and of clusters that are gone, count for nothing`() {
        var story = Story()
        story.step(.tick, observe(1))
        story.step(.tick, .disconnect("eu"))
        story.call(.observe, "eu", 1, took: .milliseconds(5))
        story.step(observed(1))
        #expect(story.rounds.isEmpty)
        story.step(.changed("eu", Ticket(number: 9), .success(.untold(because: "no"))))
        #expect(story.rounds.isEmpty)
    }
}
