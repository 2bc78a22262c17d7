/// Which broker a request is for.
package enum Destination: Sendable, Hashable {
    /// Whichever can be reached.
    case any
    /// The one that carries out changes of topics, partitions and the like.
    case controller
    case leader(TopicPartition)
    case broker(Int32)
    /// The coordinator of a consumer group.
    case coordinator(group: String)
}

package struct TopicPartition: Sendable, Hashable, CustomStringConvertible {
    package var topic: String
    package var partition: Int32

    package init(topic: String, partition: Int32) {
        self.topic = topic
        self.partition = partition
    }

    package var description: String { "\(topic)-\(partition)" }
}
