import KafkaWire
import Testing

@testable import KafkaClient

@Suite struct `What is fetched ahead` {
    private let a = TopicPartition(topic: "t", partition: 0)
    private let b = TopicPartition(topic: "t", partition: 1)

    private func records(_ offsets: ClosedRange<Int64>) -> [Record] {
        offsets.map { Record(offset: $0, timestamp: $0, key: nil, value: nil) }
    }

    private func drain(_ window: inout FetchWindow, now: Duration = .zero) -> [String] {
        var seen: [String] = []
        while case .record(let fetched) = window.next(now: now) { seen.append("\(fetched.partition.partition)@\(fetched.record.offset)") }
        return seen
    }

    @Test func `is no more than there is room for`() {
        var window = FetchWindow(recordsPerPartition: 3)
        window.assign([a: 10, b: 0])
        #expect(window.fetchable == [a: 10, b: 0])
        window.received(records(10...13), next: 14, for: a)
        #expect(window.fetchable == [b: 0])
        _ = window.next(now: .zero)
        #expect(window.fetchable == [b: 0])
        _ = window.next(now: .zero)
        #expect(window.fetchable == [a: 14, b: 0])
        window.received(records(14...15), next: 16, for: a)
        window.received(records(0...1), next: 2, for: b)
        #expect(drain(&window) == ["0@12", "0@13", "0@14", "0@15", "1@0", "1@1"])
    }

    @Test func `of partitions that were given away is forgotten`() {
        var window = FetchWindow(recordsPerPartition: 3)
        window.assign([a: 0, b: 0])
        window.received(records(0...2), next: 3, for: a)
        window.assign([b: 5])
        window.received(records(3...4), next: 5, for: a)
        #expect(drain(&window) == [] && window.fetchable == [b: 5])
    }

    @Test func `waits where it is not due, and lets others pass`() {
        var window = FetchWindow(recordsPerPartition: 9) { $0.partition.partition == 0 ? .seconds($0.record.timestamp) : nil }
        window.assign([a: 0, b: 0])
        window.received(records(5...6), next: 7, for: a)
        window.received(records(0...1), next: 2, for: b)
        #expect(drain(&window, now: .seconds(1)) == ["1@0", "1@1"])
        #expect(window.next(now: .seconds(1)) == .nothing(due: .seconds(5)))
        #expect(drain(&window, now: .seconds(5)) == ["0@5"])
        #expect(drain(&window, now: .seconds(6)) == ["0@6"])
        #expect(window.next(now: .seconds(6)) == .nothing(due: nil))
    }
}
