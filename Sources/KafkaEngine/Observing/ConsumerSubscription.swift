import KafkaWire
import NIOCore

/// The topics that a member of a consumer group speaks of, in the consumer protocol's own encoding (ConsumerProtocolSubscription and
/// ConsumerProtocolAssignment): a version, then the topics. What follows is of no interest, and other protocols are not read.
enum ConsumerSubscription {
    /// What a member has subscribed to; empty where the bytes are something else.
    static func topics(subscribed bytes: ByteBuffer) -> [String] {
        var reader = WireReader(bytes, maxElements: 100_000)
        do throws(WireError) {
            _ = try reader.readInt16()
            let count = try reader.readInt32()
            guard count >= 0, count <= 100_000 else { return [] }
            var topics: [String] = []
            for _ in 0..<count { topics.append(try reader.readString(flexible: false)) }
            return topics
        } catch {
            return []
        }
    }

    /// What a member has been assigned.
    static func topics(assigned bytes: ByteBuffer) -> [String] {
        var reader = WireReader(bytes, maxElements: 1_000_000)
        do throws(WireError) {
            _ = try reader.readInt16()
            let count = try reader.readInt32()
            guard count >= 0, count <= 100_000 else { return [] }
            var topics: [String] = []
            for _ in 0..<count {
                topics.append(try reader.readString(flexible: false))
                let partitions = try reader.readInt32()
                guard partitions >= 0, Int(partitions) * 4 <= reader.remaining else { return topics }
                try reader.skip(Int(partitions) * 4)
            }
            return topics
        } catch {
            return []
        }
    }
}
