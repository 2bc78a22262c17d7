import Diagnostics

/// Kind `Cluster`: one node of the mesh.
package struct ClusterSpec: Sendable {
    package enum Engine: String, Sendable, Hashable, CaseIterable { case embedded, kafka, nats, rabbitmq }

    package struct Listener: Sendable {
        package enum Security: String, Sendable, CaseIterable { case plaintext, tls, mtls, saslPlaintext = "sasl-plaintext", saslTls = "sasl-tls" }
        package var name: Located<String>
        package var address: Located<HostAndPort>
        package var security: Located<Security>
        /// What clients are told to connect to; nil: the address by which they came.
        package var advertised: Located<HostAndPort>?
        package var tls: ListenerTLS?
        /// How clients may log in, where `security` asks for it.
        package var mechanisms: [ClusterSpec.Security.Mechanism]
        package init(
            name: Located<String>, address: Located<HostAndPort>, security: Located<Security>, advertised: Located<HostAndPort>? = nil,
            tls: ListenerTLS? = nil, mechanisms: [ClusterSpec.Security.Mechanism] = []
        ) {
            self.name = name
            self.address = address
            self.security = security
            self.advertised = advertised
            self.tls = tls
            self.mechanisms = mechanisms
        }
    }

    package enum Durability: String, Sendable, Hashable, CaseIterable {
        /// Acknowledged after fdatasync: survives a power cut.
        case fsync
        /// Acknowledged after the write: survives a crash of the process, not of the machine.
        case os
    }

    package struct Storage: Sendable {
        /// Relative to the folder of heddle.yaml.
        package var path: Located<String>
        package var durability: Located<Durability>
        package init(path: Located<String>, durability: Located<Durability>) {
            self.path = path
            self.durability = durability
        }
    }

    /// How to log in to a registry that is there already.
    package enum RegistryLogin: Sendable, Hashable {
        case basic(username: String, password: SecretReference)
        case bearer(token: SecretReference)
    }

    /// How Heddle connects to a cluster that is there already.
    package struct Security: Sendable {
        package enum Mechanism: String, Sendable, Hashable, CaseIterable {
            case plain, scramSHA256 = "scram-sha-256", scramSHA512 = "scram-sha-512", oauthbearer
        }

        package enum Login: Sendable, Hashable {
            case password(Mechanism, username: String, password: SecretReference)
            case token(SecretReference)
        }

        package struct TLS: Sendable, Hashable {
            /// PEM; nil: what the system trusts.
            package var authorities: SecretReference?
            package var certificate: SecretReference?
            package var key: SecretReference?
            package var verifiesServer: Bool
            package var serverName: String?
            package init(
                authorities: SecretReference? = nil, certificate: SecretReference? = nil, key: SecretReference? = nil,
                verifiesServer: Bool = true, serverName: String? = nil
            ) {
                self.authorities = authorities
                self.certificate = certificate
                self.key = key
                self.verifiesServer = verifiesServer
                self.serverName = serverName
            }
        }

        /// nil: not encrypted.
        package var tls: TLS?
        package var login: Login?
        package init(tls: TLS? = nil, login: Login? = nil) {
            self.tls = tls
            self.login = login
        }
    }

    /// Topics that are made when a client asks for them.
    package struct AutoCreateTopics: Sendable {
        package var partitions: Located<Int>

        package init(partitions: Located<Int>) { self.partitions = partitions }
    }

    package enum Authorization: String, Sendable, CaseIterable { case allow, deny }

    package var engine: Located<Engine>
    /// Where a cluster that is not embedded is reached.
    package var addresses: [Located<HostAndPort>]
    package var clusterId: Located<String>?
    package var listeners: [Listener]
    package var storage: Storage?
    package var authorization: Located<Authorization>?
    package var superPrincipals: [Located<String>]
    package var region: Located<String>?
    package var brokers: Located<Int>?
    /// nil: asking for a topic makes none.
    package var autoCreateTopics: AutoCreateTopics?
    /// `registry.address` of an embedded cluster.
    package var registryAddress: Located<HostAndPort>?
    /// `registry.url` of an existing one.
    package var registryURL: Located<String>?
    package var registryLogin: RegistryLogin?
    /// `reassignment.throttle`: bytes a second and broker that moving replicas may take.
    package var moveThrottle: Located<ByteCount>?
    /// nil: plaintext, and nobody asks who we are.
    package var security: Security?
    /// `authentication` of an embedded cluster.
    package var authentication: Authentication?

    package init(
        engine: Located<Engine>, addresses: [Located<HostAndPort>] = [], clusterId: Located<String>? = nil,
        listeners: [Listener] = [], storage: Storage? = nil, authorization: Located<Authorization>? = nil,
        superPrincipals: [Located<String>] = [], region: Located<String>? = nil, brokers: Located<Int>? = nil,
        registryAddress: Located<HostAndPort>? = nil, registryURL: Located<String>? = nil, registryLogin: RegistryLogin? = nil, moveThrottle: Located<ByteCount>? = nil,
        security: Security? = nil, authentication: Authentication? = nil
    ) {
        self.authentication = authentication
        self.engine = engine
        self.addresses = addresses
        self.clusterId = clusterId
        self.listeners = listeners
        self.storage = storage
        self.authorization = authorization
        self.superPrincipals = superPrincipals
        self.region = region
        self.brokers = brokers
        self.registryAddress = registryAddress
        self.registryURL = registryURL
        self.registryLogin = registryLogin
        self.moveThrottle = moveThrottle
        self.security = security
    }
}
