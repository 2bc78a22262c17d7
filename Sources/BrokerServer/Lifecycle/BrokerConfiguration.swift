import BrokerCore

/// Where a broker listens.
package struct ListenerConfiguration: Sendable, Equatable {
    package var name: String
    /// A host name or an address. `localhost` is 127.0.0.1.
    package var host: String
    /// 0: the system picks one; see `BrokerServer.boundAddresses`.
    package var port: Int
    /// What clients are told to connect to. Nil: the address by which their connection came.
    package var advertisedHost: String?
    package var advertisedPort: Int?

    package init(
        name: String = "PLAINTEXT", host: String = "127.0.0.1", port: Int, advertisedHost: String? = nil,
        advertisedPort: Int? = nil
    ) {
        self.name = name
        self.host = host
        self.port = port
        self.advertisedHost = advertisedHost
        self.advertisedPort = advertisedPort
    }
}

/// All that an embedded broker is told.
///
///     var configuration = BrokerConfiguration(
///         clusterName: "orders", dataDirectory: "/var/lib/heddle/orders", listeners: [.init(port: 9092)])
///     configuration.durability = .os
package struct BrokerConfiguration: Sendable {
    /// For people, in log lines.
    package var clusterName: String
    /// Made when it is not there. One broker at a time uses it.
    package var dataDirectory: String
    /// Keeps everything in memory, and nothing in the data directory: for tests.
    package var isInMemory = false
    package var listeners: [ListenerConfiguration]
    /// Node id, defaults of topics, groups' time-outs and the like.
    package var settings = BrokerSettings()
    package var limits = Limits()

    package var durability: Durability {
        get { settings.durability }
        set { settings.durability = newValue }
    }

    /// What the broker lets its clients take.
    package struct Limits: Sendable {
        package var maxConnections = 10_000
        /// Requests of one connection that are under way before no more of it is read.
        package var maxRequestsPerConnection = 256
        /// Bytes of requests that have not arrived whole, over all connections.
        package var maxBufferedRequestBytes = 1 << 30
        /// Bytes of responses that wait for a slow client before no more of its requests are read.
        package var maxUnsentResponseBytes = 16 << 20

        package init() {}
    }

    package init(clusterName: String, dataDirectory: String, listeners: [ListenerConfiguration]) {
        self.clusterName = clusterName
        self.dataDirectory = dataDirectory
        self.listeners = listeners
    }
}
