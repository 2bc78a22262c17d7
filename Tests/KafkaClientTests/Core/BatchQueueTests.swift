import Determinism
import KafkaWire
import NIOCore
import Testing

@testable import KafkaClient

@Suite struct `Batches on their way` {
    private func record(_ number: Int) -> ProducedRecord {
        ProducedRecord(key: nil, value: ByteBuffer(integer: Int64(number)), timestamp: 0)
    }

    private func numbers(_ batch: BatchQueue<Int>.Batch?) -> [Int] { batch?.entries.map(\.ticket) ?? [] }

    @Test func `linger for company, and leave when they are full`() {
        var queue = BatchQueue<Int>(limits: BatchLimits(batchBytes: 3 * 32, linger: .milliseconds(5)))
        queue.learn(.given(id: 1, epoch: 0))
        queue.add(record(0), 0, now: .zero)
        #expect(queue.take(now: .milliseconds(4)) == nil && queue.wake(now: .milliseconds(4)) == .milliseconds(5))
        queue.add(record(1), 1, now: .milliseconds(4))
        #expect(numbers(queue.take(now: .milliseconds(5))) == [0, 1])
        for number in 2..<6 { queue.add(record(number), number, now: .milliseconds(6)) }
        #expect(numbers(queue.take(now: .milliseconds(6))) == [2, 3, 4])
        #expect(queue.take(now: .milliseconds(6)) == nil)
        _ = queue.hurry()
        #expect(numbers(queue.take(now: .milliseconds(6))) == [5])
    }

    @Test func `a flush waits for what was there when it began, and for nothing that came later`() throws {
        var queue = BatchQueue<Int>(limits: BatchLimits(batchBytes: 1000, linger: .seconds(3600)))
        let none = queue.hurry()
        #expect(queue.isDone(before: none))
        queue.learn(.given(id: 1, epoch: 0))
        queue.add(record(0), 0, now: .zero)
        let mark = queue.hurry()
        queue.add(record(1), 1, now: .zero)
        #expect(!queue.isDone(before: mark))
        let first = queue.take(now: .zero)
        let sent = try #require(first)
        #expect(numbers(sent) == [0] && !queue.isDone(before: mark))
        let givenUp = queue.failed(sent.id, .passing(mayBeWritten: true), now: .zero, pause: .zero)
        #expect(givenUp.isEmpty && !queue.isDone(before: mark))
        let second = queue.take(now: .zero)
        let again = try #require(second)
        let lingering = queue.take(now: .zero)
        #expect(lingering == nil)
        _ = queue.acknowledged(again.id)
        #expect(queue.isDone(before: mark) && !queue.isEmpty)
        let later = queue.hurry()
        #expect(!queue.isDone(before: later))
    }

    @Test func `are five at most, and one where there are no numbers`() {
        for (identity, most) in [(BatchQueue<Int>.Identity.given(id: 1, epoch: 0), 5), (.none, 1)] {
            var queue = BatchQueue<Int>(limits: BatchLimits(batchBytes: 1, linger: .zero))
            for number in 0..<9 { queue.add(record(number), number, now: .zero) }
            #expect(queue.take(now: .zero) == nil && queue.needsIdentity)
            queue.learn(identity)
            var sent = 0
            while queue.take(now: .zero) != nil { sent += 1 }
            #expect(sent == most)
            #expect(queue.wake(now: .zero) == nil)
        }
    }

    /// What a broker does with numbered batches (KIP-98): it remembers the last five of each producer.
    private struct ModelLog {
        var numbers: [Int] = []
        private var next: [Int64: Int32] = [:]
        private var recent: [Int64: [Int32]] = [:]

        enum Answer { case written, known, outOfSequence }

        mutating func append(_ batch: BatchQueue<Int>.Batch) -> Answer {
            guard let producer = batch.producer else {
                numbers += batch.entries.map(\.ticket)
                return .written
            }
            if recent[producer.id, default: []].suffix(5).contains(producer.baseSequence) { return .known }
            guard producer.baseSequence == next[producer.id, default: 0] else { return .outOfSequence }
            next[producer.id] = producer.baseSequence + Int32(batch.entries.count)
            recent[producer.id, default: []].append(producer.baseSequence)
            numbers += batch.entries.map(\.ticket)
            return .written
        }
    }

    /// Batches that overtake each other, answers that are lost before or after the log has them, refusals, records that are too late:
    /// what was acknowledged is in the log once and in order, what was given up is there at most once, and nothing is forgotten.
    @Test(arguments: 0..<400) func `arrive once and in order, whatever befalls them`(_ seed: UInt64) {
        var chance = SeededGenerator(seed: seed)
        var queue = BatchQueue<Int>(limits: BatchLimits(batchBytes: 80, linger: .zero, inFlight: Int.random(in: 1...5, using: &chance), deadline: .seconds(100)))
        var log = ModelLog()
        var underWay: [BatchQueue<Int>.Batch] = []
        var acknowledged: [Int] = []
        var givenUp: [Int] = []
        var added = 0
        var now = Duration.zero
        var ids: Int64 = 0
        var calm = false
        for step in 0..<2000 {
            now += .milliseconds(Int.random(in: 0...20, using: &chance))
            calm = step > 1000
            if added < 60, Bool.random(using: &chance) {
                queue.add(record(added), added, now: now)
                added += 1
            }
            if queue.needsIdentity, calm || Bool.random(using: &chance) {
                ids += 1
                queue.learn(.given(id: ids, epoch: 0))
            }
            if let batch = queue.take(now: now) { underWay.append(batch) }
            guard !underWay.isEmpty, Bool.random(using: &chance) else { continue }
            // Mostly the oldest; at times one overtakes.
            let batch = underWay.remove(at: Int.random(in: 0..<5, using: &chance) == 0 ? Int.random(in: 0..<underWay.count, using: &chance) : 0)
            let fate = calm ? 0 : Int.random(in: 0..<10, using: &chance)
            let failure: BatchQueue<Int>.Failure?
            switch fate {
            case 0...5: failure = log.append(batch) == .outOfSequence ? .outOfSequence : nil
            case 6: failure = log.append(batch) == .outOfSequence ? .outOfSequence : .passing(mayBeWritten: true)
            case 7: failure = .passing(mayBeWritten: true)
            case 8: failure = .passing(mayBeWritten: false)
            // What is in the log already is answered as known, before anything is refused.
            default: failure = log.numbers.contains(batch.entries[0].ticket) ? nil : .refused
            }
            if let failure {
                givenUp += queue.failed(batch.id, failure, now: now, pause: .milliseconds(1)).flatMap { $0.entries.map(\.ticket) }
            } else {
                let (batch, others) = queue.acknowledged(batch.id)
                acknowledged += batch?.entries.map(\.ticket) ?? []
                givenUp += others.flatMap { $0.entries.map(\.ticket) }
            }
        }
        #expect(queue.isEmpty && underWay.isEmpty, "something is left")
        #expect(log.numbers == log.numbers.sorted(), "out of order: \(log.numbers)")
        #expect(Set(log.numbers).count == log.numbers.count, "written twice: \(log.numbers)")
        #expect(Set(acknowledged).isSubset(of: log.numbers), "acknowledged and not there")
        #expect((acknowledged + givenUp).sorted() == Array(0..<added), "forgotten, or ended twice")
    }
}
