import MeshModel

/// How a controller is asked what it knows, and told that there is something new.
package struct InterfaceConfiguration: Sendable {
    /// Port 0 takes a free one.
    package var listen: HostAndPort
    /// What webhooks are signed with; nil: nobody is listened to.
    package var webhookSecret: String?
    /// Of Heddle.
    package var version: String
    /// What `/metrics` answers, in Prometheus' text format 0.0.4; nil: there is nothing of the kind.
    package var metrics: (@Sendable () -> String)?
    /// Hints come no faster than this, however often somebody calls.
    package var hintInterval: Duration = .seconds(1)
    /// Longer webhooks are refused. GitHub sends up to 25 MiB; nothing of it is kept.
    package var maximumWebhookBytes = 25 << 20

    package init(
        listen: HostAndPort = HostAndPort(host: "127.0.0.1", port: 0), webhookSecret: String? = nil, version: String,
        metrics: (@Sendable () -> String)? = nil
    ) {
        self.listen = listen
        self.webhookSecret = webhookSecret
        self.version = version
        self.metrics = metrics
    }
}

/// Why an interface does not start.
package enum InterfaceStartError: Error, Sendable, Equatable, CustomStringConvertible {
    case addressInUse(HostAndPort)
    case cannotListen(HostAndPort, reason: String)

    package var description: String {
        switch self {
        case .addressInUse(let address): "port \(address.port) of \(address.host) is in use"
        case .cannotListen(let address, let reason): "cannot listen at \(address): \(reason)"
        }
    }
}
