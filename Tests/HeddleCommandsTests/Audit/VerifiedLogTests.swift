import AuditTrail
import Testing

@testable import HeddleCommands

@Suite struct `A verdict on an audit log` {
    private let head = AuditStatement(offset: 9, digest: [UInt8](repeating: 1, count: 32))

    private func text(_ change: (inout AuditVerdict) -> Void) -> String {
        var verdict = AuditVerdict(
            start: 0, end: 9, events: 9, anchor: .beginning, covered: 8, uncoveredEvents: 1, head: head, breach: nil, strangers: [], comparisons: [])
        change(&verdict)
        return VerifiedLog(cluster: "eu", verdict: verdict, noted: nil).text(Paint(isOn: false))
    }

    @Test func `says what is whole, and up to where`() {
        #expect(text { _ in } == "cluster eu  whole: 9 events, offsets 0 to 8\n  the last event is not yet covered by a later event\n  head \(head)")
        #expect(text { ($0.events, $0.end, $0.uncoveredEvents) = (0, 0, 0) } == "cluster eu  empty")
    }

    @Test func `says where it is broken, and prints no head to be noted`() {
        let told = text { $0.breach = .init(from: 3, until: 4, witness: 4, missing: [], suspects: []) }
        #expect(told == "cluster eu  broken: 9 events, offsets 0 to 8\n  x the event at offset 3 is not the one that was written: event 4 says otherwise")
        let gone = text { $0.breach = .init(from: 3, until: 5, witness: 5, missing: [4], suspects: [5]) }
        #expect(gone.contains("the events at offsets 3 to 4 are not those that were written; there is none at 4, unless it is event 5 that was changed: event 5 says otherwise"))
    }

    @Test func `says what a head that was noted comes to`() {
        for (outcome, words) in [(AuditVerdict.Comparison.same, "✓ as the head"), (.different, "is another"), (.cutOff, "events were cut off"), (.tooOld, "cannot be compared")] {
            #expect(text { $0.comparisons = [.init(head: head, outcome: outcome)] }.contains(words))
        }
    }
}
