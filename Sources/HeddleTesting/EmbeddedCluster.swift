import BrokerServer
import KafkaClient
import KafkaWire
import MeshModel
import RegistryClient
import RegistryService

/// One cluster of a mesh inside a test.
public struct EmbeddedCluster: Sendable {
    public let name: String
    /// What clients take as `bootstrap.servers`: `127.0.0.1:40123`.
    public let bootstrap: String
    /// What clients take as `schema.registry.url`; nil where the cluster has no registry.
    public let registry: String?
    /// Where the manifests' listeners are met, by name, where the options asked for them.
    public let listeners: [String: String]
    let server: BrokerServer
    let address: HostAndPort
    let registryAddress: RegistryAddress?

    init(name: String, server: BrokerServer, registry: RegistryService?) {
        self.name = name
        self.server = server
        let bound = server.boundAddresses[0]
        address = HostAndPort(host: bound.host, port: bound.port)
        bootstrap = bound.description
        listeners = Dictionary(server.boundAddresses.dropFirst().map { ($0.listener, $0.description) }) { $1 }
        self.registry = registry?.url
        registryAddress = registry.flatMap { RegistryAddress(parsing: $0.url) }
    }

    /// Makes topics, beside those that the manifests declare.
    ///
    /// - Parameter topics: names with their numbers of partitions.
    public func createTopics(_ topics: [String: Int]) async throws(EmbeddedMeshError) {
        guard !topics.isEmpty else { return }
        let request = CreateTopicsRequest(
            topics: topics.sorted { $0.key < $1.key }.map { .init(name: $0.key, numPartitions: Int32(clamping: $0.value), replicationFactor: 1) },
            timeoutMs: 30_000)
        let response: CreateTopicsResponse
        do {
            let client = try await KafkaClient.connect(bootstrap: [BrokerAddress(host: address.host, port: address.port)])
            do {
                response = try await client.send(request, to: .controller)
            } catch {
                await client.close()
                throw error
            }
            await client.close()
        } catch {
            throw EmbeddedMeshError("topics could not be made in cluster '\(name)': \(error)")
        }
        let complaints = response.topics.filter { $0.errorCode != .none }.map { "\($0.name): \($0.errorMessage ?? "\($0.errorCode)")" }
        guard complaints.isEmpty else { throw EmbeddedMeshError("topics could not be made in cluster '\(name)': " + complaints.joined(separator: ", ")) }
    }
}
