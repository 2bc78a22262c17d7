import BrokerCore
import KafkaWire
import NIOCore

/// The faults that a broker is to show its clients. The first rule that fits a request is followed.
struct FaultTable {
    private var rules: [(id: FaultID, rule: FaultRule)] = []
    private var counts: [FaultID: Int] = [:]
    private var nextNumber = 1

    var isEmpty: Bool { rules.isEmpty }

    mutating func add(_ rule: FaultRule) -> FaultID {
        defer { nextNumber += 1 }
        let id = FaultID(number: nextNumber)
        rules.append((id, rule))
        return id
    }

    func count(of id: FaultID) -> Int { counts[id] ?? 0 }

    mutating func remove(_ id: FaultID) -> Int {
        rules.removeAll { $0.id == id }
        return counts[id] ?? 0
    }

    /// What is to happen instead of the request; nil: nothing.
    mutating func action(on frame: ByteBuffer, of broker: Broker) -> FaultRule.Action? {
        guard let key = frame.getInteger(at: frame.readerIndex, as: Int16.self) else { return nil }
        for index in rules.indices {
            let (id, rule) = rules[index]
            guard rule.apiKey == nil || rule.apiKey?.rawValue == key else { continue }
            if let topic = rule.topic, !frame.names(topic, id: broker.topicID(named: topic)) { continue }
            counts[id, default: 0] += 1
            if let times = rule.times, counts[id, default: 0] >= times { rules.remove(at: index) }
            return rule.action
        }
        return nil
    }
}

extension ByteBuffer {
    /// Whether a request speaks of a topic: by its name with the length before it, in either of the protocol's encodings, or by its id.
    fileprivate func names(_ topic: String, id: KafkaUUID?) -> Bool {
        let name = Array(topic.utf8)
        let compact = UInt8(truncatingIfNeeded: (name.count + 1) & 0x7F | (name.count + 1 > 0x7F ? 0x80 : 0))
        let rest: [UInt8] = name.count + 1 > 0x7F ? [UInt8(truncatingIfNeeded: (name.count + 1) >> 7)] : []
        let plain = [UInt8(truncatingIfNeeded: name.count >> 8), UInt8(truncatingIfNeeded: name.count)]
        if contains(plain + name) || contains([compact] + rest + name) { return true }
        guard let id else { return false }
        var bytes = WireWriter(capacity: 16)
        bytes.writeUUID(id)
        return contains(Array(bytes.buffer.readableBytesView))
    }

    private func contains(_ sought: [UInt8]) -> Bool {
        guard let first = sought.first else { return true }
        return withUnsafeReadableBytes { bytes in
            guard bytes.count >= sought.count else { return false }
            return (0...(bytes.count - sought.count)).contains { start in
                bytes[start] == first && bytes[start..<(start + sought.count)].elementsEqual(sought)
            }
        }
    }
}
