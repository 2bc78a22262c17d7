public import Logging

/// Where a mesh is and how to get in: what producers and consumers are made with.
///
///     let mesh = Mesh(bootstrap: ["127.0.0.1:9192"], registry: "http://127.0.0.1:8181")
///     let orders = Producer<OrderCreated>(mesh, topic: "orders.created")
///     let position = try await orders.send(order, key: order.customerId)
///
/// `heddle mesh status --format json` prints both values for each cluster. Nothing is connected before it is used.
public struct Mesh: Sendable {
    /// How a contract's type gets the registry's id that stands before each value.
    public enum Schemas: Sendable, Hashable {
        /// It must be registered under `TOPIC-value`, as `heddle apply` does.
        case lookUp
        /// It is registered where it is not; the registry says whether it is compatible.
        case register
    }

    /// `host:port`, of brokers of the cluster; the rest is learned from the first that answers.
    public var bootstrap: [String]
    /// A URL. Without a registry, values are written and read without framing.
    public var registry: String?
    public var registryLogin: RegistryLogin?
    public var security: Security
    public var schemas: Schemas
    /// How brokers call this client in their logs and quotas.
    public var clientID: String
    /// How long a call is tried again while no broker can be reached, or none leads.
    public var patience: Duration
    public var logger: Logger

    public init(
        bootstrap: [String], registry: String? = nil, registryLogin: RegistryLogin? = nil, security: Security = .plaintext,
        schemas: Schemas = .lookUp, clientID: String = "heddle-client", patience: Duration = .seconds(30), logger: Logger = Logger(label: "heddle.client")
    ) {
        self.bootstrap = bootstrap
        self.registry = registry
        self.registryLogin = registryLogin
        self.security = security
        self.schemas = schemas
        self.clientID = clientID
        self.patience = patience
        self.logger = logger
    }

    /// From `HEDDLE_BOOTSTRAP` (addresses, separated by commas) and `HEDDLE_REGISTRY`.
    ///
    /// - Returns: nil where `HEDDLE_BOOTSTRAP` is not set.
    public init?(environment: [String: String], logger: Logger = Logger(label: "heddle.client")) {
        guard let bootstrap = environment["HEDDLE_BOOTSTRAP"], !bootstrap.isEmpty else { return nil }
        self.init(bootstrap: bootstrap.split(separator: ",").map(String.init), registry: environment["HEDDLE_REGISTRY"], logger: logger)
    }
}
