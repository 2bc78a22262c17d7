extension ConfigTable {
    /// The broker configs that are described: those that give topics their defaults, taken from the topic
    /// table, and those that this broker itself heeds. All others of Kafka's are not this broker's.
    package static let broker = ConfigTable(topicDefaults + [
        ConfigKey("auto.create.topics.enable", .boolean, default: "false", dynamic: false,
                  "Whether asking for a topic makes it."),
        ConfigKey("broker.id", .int(0...Int32.max), default: "1", dynamic: false, "The broker's number."),
        ConfigKey("connection.failed.authentication.delay.ms", .int(0...Int32.max), default: "100", dynamic: false,
                  "How late a failed login is answered."),
        ConfigKey("connections.max.reauth.ms", .long(0...Int64.max), default: "0", dynamic: false,
                  "After this a client must log in again; 0: never, but for what its token says."),
        ConfigKey("default.replication.factor", .int(1...Int32.max), default: "1", dynamic: false,
                  "Replication factor of a topic that names none."),
        ConfigKey("delete.topic.enable", .boolean, default: "true", dynamic: false, "Whether topics may be deleted."),
        ConfigKey("fetch.max.bytes", .int(1024...Int32.max), default: "57671680", dynamic: false,
                  "Most bytes of records in one answer to a fetch."),
        ConfigKey("group.initial.rebalance.delay.ms", .int(0...Int32.max), default: "3000", dynamic: false,
                  "How long the first rebalance of an empty group waits for more members."),
        ConfigKey("group.max.session.timeout.ms", .int(1...Int32.max), default: "1800000", dynamic: false,
                  "Longest session timeout that a group member may ask for."),
        ConfigKey("group.max.size", .int(1...Int32.max), default: "2147483647", dynamic: false,
                  "Most members of one group."),
        ConfigKey("group.min.session.timeout.ms", .int(1...Int32.max), default: "6000", dynamic: false,
                  "Shortest session timeout that a group member may ask for."),
        ConfigKey("log.dirs", .string(oneOf: []), default: nil, dynamic: false, "Where the broker keeps its data."),
        ConfigKey("num.partitions", .int(1...Int32.max), default: "1", dynamic: false,
                  "Partitions of a topic that names no number."),
        ConfigKey("offset.metadata.max.bytes", .int(0...Int32.max), default: "4096", dynamic: false,
                  "Longest metadata text beside a committed offset."),
        ConfigKey("producer.id.expiration.ms", .int(1...Int32.max), default: "86400000", dynamic: false,
                  "How long an idempotent producer that writes nothing is remembered."),
        ConfigKey("socket.request.max.bytes", .int(1...Int32.max), default: "104857600", dynamic: false,
                  "Largest request that is read."),
        ConfigKey("transaction.max.timeout.ms", .int(1...Int32.max), default: "900000", dynamic: false,
                  "Longest time that a producer may ask for its transactions."),
        ConfigKey("transactional.id.expiration.ms", .int(1...Int32.max), default: "604800000", dynamic: false,
                  "How long a transactional id that is not used is remembered."),
    ])

    private static var topicDefaults: [ConfigKey] {
        ConfigTable.topic.keys.compactMap { key in
            key.brokerSynonym.map { name in
                ConfigKey(name, key.type, default: key.defaultValue, "Default of the topic config \(key.name). " + key.documentation)
            }
        }
    }
}
