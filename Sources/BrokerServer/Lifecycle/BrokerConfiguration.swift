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
    /// Which of the cluster's brokers is met here, counted from 0; see `BrokerConfiguration.show(brokers:)`.
    package var broker = 0
    package var security: ListenerSecurity

    package init(
        name: String = "PLAINTEXT", host: String = "127.0.0.1", port: Int, advertisedHost: String? = nil,
        advertisedPort: Int? = nil, security: ListenerSecurity = .plaintext
    ) {
        self.name = name
        self.host = host
        self.port = port
        self.advertisedHost = advertisedHost
        self.advertisedPort = advertisedPort
        self.security = security
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
    /// What tokens of OAUTHBEARER are held against; nil: none is taken that is signed.
    package var tokenKeys: TokenKeySource?
    /// One more listener on 127.0.0.1, for what runs beside the broker in this process; see `BrokerServer.ownAccess`.
    package var hasOwnListener = false
    /// How often the files of TLS are looked at.
    package var tlsReloadInterval: Duration = .seconds(5)
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
        /// How long a TLS handshake may take.
        package var handshakeTimeout: Duration = .seconds(10)
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
