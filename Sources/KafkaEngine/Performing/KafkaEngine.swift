import EngineInterface
import KafkaClient
import Logging
import MeshModel
import RegistryClient
import Synchronization

package struct KafkaEngineOptions: Sendable, Equatable {
    /// Whether the manifests speak of access. If not, a cluster without an authorizer is a cluster without rules; if so,
    /// observing it fails with `SECURITY_DISABLED`.
    package var needsAccess: Bool
    /// How long `connect` goes on trying; zero for one try of each address.
    package var connectDeadline: Duration
    /// How long operations are repeated that were refused for a reason that passes.
    package var operationDeadline: Duration
    /// How long a change that was accepted may take until it is seen.
    package var confirmationDeadline: Duration
    /// Requests of one call that are under way at once: not so many that a controller suffers.
    package var width: Int
    package var client: ClientOptions

    package init(
        needsAccess: Bool = true, connectDeadline: Duration = .zero, operationDeadline: Duration = .seconds(60),
        confirmationDeadline: Duration = .seconds(30), width: Int = 4, client: ClientOptions = .init()
    ) {
        self.needsAccess = needsAccess
        self.connectDeadline = connectDeadline
        self.operationDeadline = operationDeadline
        self.confirmationDeadline = confirmationDeadline
        self.width = width
        self.client = client
    }
}

/// A cluster that speaks the Kafka protocol: the embedded broker, Apache Kafka, and others.
///
/// What Heddle owns there is recorded in the cluster itself, in the compacted topic `__heddle.state`.
package final class KafkaEngine: Engine {
    package let cluster: String
    let client: KafkaClient
    /// nil: the cluster has none.
    let registry: RegistryClient?
    let options: KafkaEngineOptions
    let producer: DurableProducer
    let controlProducer: DurableProducer
    let auditProducer: DurableProducer
    /// Those that were seen to be there.
    let logsThere = Mutex<Set<MeshLog>>([])
    let logger: Logger
    let ledgerState = Mutex(LedgerState())

    private init(cluster: String, client: KafkaClient, registry: RegistryClient?, options: KafkaEngineOptions, logger: Logger) {
        self.cluster = cluster
        self.client = client
        self.registry = registry
        self.options = options
        self.logger = logger
        self.producer = DurableProducer(client: client, partition: LedgerLog.partition)
        self.controlProducer = DurableProducer(client: client, partition: MeshLog.control.partition)
        self.auditProducer = DurableProducer(client: client, partition: MeshLog.audit.partition)
    }

    /// - Parameters:
    ///   - cluster: the name that manifests give it; it stands in messages and in the ledger's keys.
    ///   - addresses: the first that answers is enough, as it names the others.
    ///   - registry: the cluster's schema registry, which the engine closes with itself, also where it cannot connect.
    package static func connect(
        cluster: String, addresses: [HostAndPort], registry: RegistryClient? = nil, options: KafkaEngineOptions = .init(),
        logger: Logger = Logger(label: "heddle.kafka-engine")
    ) async throws(EngineFailure) -> KafkaEngine {
        let bootstrap = addresses.map { BrokerAddress(host: $0.host, port: $0.port) }
        let clock = ContinuousClock()
        let end = clock.now + options.connectDeadline
        while true {
            do {
                let client = try await KafkaClient.connect(bootstrap: bootstrap, options: options.client, logger: logger)
                return KafkaEngine(cluster: cluster, client: client, registry: registry, options: options, logger: logger)
            } catch {
                let failure = EngineFailure(error, cluster: cluster)
                guard error.isRetriable, clock.now < end, await Self.pause(clock) else {
                    await registry?.close()
                    throw failure
                }
            }
        }
    }

    private static func pause(_ clock: ContinuousClock) async -> Bool {
        do { try await clock.sleep(for: .milliseconds(100)) } catch { return false }
        return true
    }

    package func close() async {
        endRenewals()
        endLeadershipRenewals()
        await client.close()
        await registry?.close()
    }

    func failure(_ error: KafkaClientError) -> EngineFailure { EngineFailure(error, cluster: cluster) }
}
