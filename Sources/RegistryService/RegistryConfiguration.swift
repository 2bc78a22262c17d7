import KafkaClient
import RegistryCore

/// Where a registry listens, and where it keeps what it knows.
package struct RegistryConfiguration: Sendable {
    package var host: String
    /// 0 takes a free one.
    package var port: Int
    /// The cluster's own listeners.
    package var bootstrap: [BrokerAddress]
    package var security: ConnectionSecurity
    package var topic: String
    package var about: Registry.About
    /// Longer requests are refused.
    package var maximumBodyBytes: Int
    /// How often the log is looked at for what others wrote.
    package var lookInterval: Duration

    package init(
        host: String = "127.0.0.1", port: Int = 0, bootstrap: [BrokerAddress], security: ConnectionSecurity = .plaintext, topic: String = "_schemas",
        about: Registry.About = .init(), maximumBodyBytes: Int = 8 << 20, lookInterval: Duration = .seconds(1)
    ) {
        self.host = host
        self.port = port
        self.bootstrap = bootstrap
        self.security = security
        self.topic = topic
        self.about = about
        self.maximumBodyBytes = maximumBodyBytes
        self.lookInterval = lookInterval
    }
}

/// Why a registry does not start.
package enum RegistryStartError: Error, Sendable, Equatable, CustomStringConvertible {
    case portInUse(host: String, port: Int)
    case cannotListen(host: String, port: Int, reason: String)
    /// The `_schemas` topic could not be made, read or trusted.
    case logUnusable(String)

    package var description: String {
        switch self {
        case .portInUse(let host, let port): "port \(port) of \(host) is in use"
        case .cannotListen(let host, let port, let reason): "cannot listen at \(host):\(port): \(reason)"
        case .logUnusable(let reason): "the log of schemas cannot be used: \(reason)"
        }
    }
}
