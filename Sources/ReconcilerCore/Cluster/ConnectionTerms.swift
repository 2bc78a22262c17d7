import MeshModel

/// What of a cluster's manifest a connection rests on: where it changes, the engine is opened anew.
struct ConnectionTerms: Sendable, Hashable {
    private var addresses: [HostAndPort]
    private var securities: [ClusterSpec.Listener.Security]
    private var registry: HostAndPort?
    private var registryURL: String?
    private var registryLogin: ClusterSpec.RegistryLogin?
    private var login: ClusterSpec.Security.Login?
    private var tls: ClusterSpec.Security.TLS?
    private var needsAccess: Bool

    init(_ cluster: DesiredCluster) {
        let spec = cluster.spec
        addresses = spec.addresses.map(\.value) + spec.listeners.map(\.address.value)
        securities = spec.listeners.map(\.security.value)
        registry = spec.registryAddress?.value
        registryURL = spec.registryURL?.value
        registryLogin = spec.registryLogin
        login = spec.security?.login
        tls = spec.security?.tls
        needsAccess = !cluster.access.isEmpty
    }
}
