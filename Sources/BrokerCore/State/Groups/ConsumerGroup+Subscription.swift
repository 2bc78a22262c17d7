import KafkaWire
import NIOCore

/// The topics that a group's members read, as far as their metadata say.
enum GroupSubscription: Equatable {
    case topics(Set<String>)
    /// Members are joining, or their metadata cannot be read: any topic may be among what they read.
    case unknown

    func holds(_ topic: String) -> Bool {
        switch self {
        case .topics(let topics): topics.contains(topic)
        case .unknown: true
        }
    }
}

extension ConsumerGroup {
    static let consumerProtocol = "consumer"

    var subscription: GroupSubscription {
        if let assigned { return .topics(assigned.members.values.reduce(into: []) { $0.formUnion($1.topicNames) }) }
        if members.isEmpty { return isEmpty ? .topics([]) : .unknown }
        guard protocolType == Self.consumerProtocol, let protocolName else { return .unknown }
        var all: Set<String> = []
        for member in members.values {
            guard let topics = Self.subscribedTopics(in: member.metadata(for: protocolName)) else { return .unknown }
            all.formUnion(topics)
        }
        return .topics(all)
    }

    /// The topics of a ConsumerProtocolSubscription of any version: they stand behind the version in all of them. Nil when
    /// that is not what the bytes are.
    private static func subscribedTopics(in metadata: ByteBuffer) -> [String]? {
        var reader = WireReader(metadata, maxElements: 1_000_000)
        do throws(WireError) {
            guard try reader.readInt16() >= 0 else { return nil }
            return try reader.readArray(flexible: false) { (reader) throws(WireError) in
                try reader.readString(flexible: false)
            }
        } catch {
            return nil
        }
    }
}
