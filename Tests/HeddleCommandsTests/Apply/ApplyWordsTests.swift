import Determinism
import EngineInterface
import MeshApplying
import MeshModel
import MeshPlanning
import Testing

@testable import HeddleCommands

@Suite struct `What an apply says of itself` {
    @Test func `moments are written as RFC 3339 has them`() {
        #expect(utc(Instant(millisecondsSinceEpoch: 0)) == "1970-01-01T00:00:00Z")
        #expect(utc(Instant(millisecondsSinceEpoch: 1_795_447_271_652)) == "2026-11-23T15:21:11Z")
    }

    @Test func `stages are words`() {
        #expect(Change.Stage.allCases.map(\.words).prefix(5) == ["claim", "register-schemas", "create-topics", "alter-topics", "grant"])
    }

    @Test func `who holds a lease is said with since when, until when, and the way out`() {
        let lease = Lease(
            id: "x", holder: "ada@ci-7 (pid 4711)", purpose: "apply", since: Instant(millisecondsSinceEpoch: 0),
            until: Instant(millisecondsSinceEpoch: 30_000), epoch: 5)
        let failure = CommandFailure(LeaseProblem.held(by: lease), cluster: "eu")
        #expect(failure.status == .refused)
        #expect(
            failure.message
                == "nothing was applied: ada@ci-7 (pid 4711) holds the lease of cluster 'eu' for 'apply' since 1970-01-01T00:00:00Z, until 1970-01-01T00:00:30Z unless it renews it")
        #expect(failure.remedy?.contains("--break-lease") == true)
        #expect(CommandFailure(LeaseProblem.outdated(by: "bob"), cluster: "eu").status == .refused)
    }

    @Test func `this process is not gone, and one that ended is`() throws {
        let present = try #require(LeaseProcess.present())
        #expect(!present.isGone)
        #expect(!LeaseProcess(place: "elsewhere", id: 1 << 22 + 1).isGone, "nobody can tell from here")
        // Above the highest process id that Linux gives (2^22).
        #expect(LeaseProcess(place: present.place, id: 5_000_000).isGone)
    }

    @Test func `a history reads from the last run on, and one that was cut off says so`() {
        func run(_ number: Int, ended: Bool) -> ApplyRecord {
            ApplyRecord(
                number: number, purpose: "apply", startedAt: Instant(millisecondsSinceEpoch: 0), endedAt: ended ? Instant(millisecondsSinceEpoch: 1) : nil,
                author: ApplyAuthor(user: "ada", host: "ci"), mesh: "shop", source: SourceStamp(revision: "0123456789abcdef-dirty"),
                counts: .init(done: 2, failed: 1), version: "1")
        }
        let text = HistoryText(paint: Paint(isOn: false)).render([ClusterHistory(cluster: "eu", runs: [run(1, ended: true), run(2, ended: false)])])
        #expect(text == """
            cluster eu
                 #2  1970-01-01T00:00:00Z  ada@ci  apply  cut off  revision 0123456789ab-dirty
                 #1  1970-01-01T00:00:00Z  ada@ci  apply  2 done, 1 failed  revision 0123456789ab-dirty
            """)
    }
}
