import EngineInterface
import KafkaClient
import KafkaEngine
import Logging
import MeshHosting
import MeshModel
import MeshPlanning
import RegistryClient

/// The mesh's clusters as reached from here: an engine for each that answered, a failure for each that did not.
struct MeshConnections: Sendable {
    private var engines: [String: any Engine] = [:]
    private var failures: [String: EngineFailure] = [:]

    func engine(of cluster: String) -> (any Engine)? { engines[cluster] }

    func failure(of cluster: String) -> EngineFailure? { failures[cluster] }

    /// Connects to every cluster, all at once.
    static func open(_ mesh: DesiredMesh, in folder: MeshFolder, running: RunningMesh?, width: Int = 4, logger: Logger) async -> MeshConnections {
        await withTaskGroup(of: (String, Result<any Engine, EngineFailure>).self) { group in
            for cluster in mesh.clusters.values {
                group.addTask {
                    do throws(EngineFailure) {
                        return (cluster.name, .success(try await openEngine(of: cluster, in: folder, running: running, width: width, logger: logger)))
                    } catch {
                        return (cluster.name, .failure(error))
                    }
                }
            }
            var connections = MeshConnections()
            for await (name, result) in group {
                switch result {
                case .success(let engine): connections.engines[name] = engine
                case .failure(let failure): connections.failures[name] = failure
                }
            }
            return connections
        }
    }

    /// Connects to one cluster, with what its manifest says of security.
    static func openEngine(
        of cluster: DesiredCluster, in folder: MeshFolder, running: RunningMesh?, width: Int = 4, logger: Logger
    ) async throws(EngineFailure) -> any Engine {
        let client = ClientOptions(security: try connectionSecurity(of: cluster, in: folder))
        return try await KafkaEngine.connect(
            cluster: cluster.name, addresses: addresses(of: cluster, running: running),
            registry: try registry(of: cluster, in: folder, running: running, logger: logger),
            options: KafkaEngineOptions(needsAccess: !cluster.access.isEmpty, width: width, client: client), logger: logger)
    }

    /// Reads every cluster, all at once.
    private func observe(_ mesh: DesiredMesh) async -> [String: Observation] {
        var observations: [String: Observation] = failures.mapValues { .failure($0) }
        await withTaskGroup(of: (String, Observation).self) { group in
            for (name, engine) in engines {
                let topics = Set(mesh.clusters[name]?.topics.keys.map { $0 } ?? [])
                let subjects = Set(mesh.clusters[name]?.subjects.keys.map { $0 } ?? [])
                group.addTask {
                    do throws(EngineFailure) {
                        return (name, .success(try await engine.observe(configsOf: topics, subjects: subjects)))
                    } catch {
                        return (name, .failure(error))
                    }
                }
            }
            for await (name, observation) in group { observations[name] = observation }
        }
        return observations
    }

    /// Observes, plans, and where a change may take something from somebody, looks how much and from whom, and plans again with
    /// what was found.
    func plan(_ mesh: DesiredMesh, environment: String?, options: PlanOptions) async -> PlannedMesh {
        var observations = await withHistories(mesh, await observe(mesh))
        let draft = planMesh(mesh, environment: environment, observations: observations, options: options)
        var hasAsked = false
        for cluster in draft.clusters {
            guard case .success(var observed)? = observations[cluster.cluster], let engine = engines[cluster.cluster] else { continue }
            let questions = recordQuestions(of: cluster, in: observed)
            let topics = usageQuestions(of: cluster, in: observed)
            guard !questions.isEmpty || !topics.isEmpty else { continue }
            do throws(EngineFailure) {
                if !questions.isEmpty {
                    for (question, held) in zip(questions, try await engine.count(questions)) { observed.topics[question.topic]?.held = held }
                }
                if !topics.isEmpty {
                    for (topic, usage) in try await engine.inspect(topics) { observed.topics[topic]?.usage = usage }
                }
                observations[cluster.cluster] = .success(observed)
            } catch {
                observations[cluster.cluster] = .failure(error)
            }
            hasAsked = true
        }
        let plan = hasAsked ? planMesh(mesh, environment: environment, observations: observations, options: options) : draft
        return PlannedMesh(plan: plan, observations: observations)
    }

    /// What it takes to bring a topic back from quarantine; a failure where its cluster cannot be read.
    func planUndo(of address: ResourceAddress, in mesh: DesiredMesh) async -> ClusterPlan {
        let name = address.cluster ?? ""
        guard let engine = engines[name] else {
            return ClusterPlan(cluster: name, failure: failures[name] ?? EngineFailure(.unreachable, "cluster '\(name)' could not be read"))
        }
        do throws(EngineFailure) {
            return MeshPlanning.planUndo(of: address, in: mesh, observed: try await engine.observe(configsOf: [], subjects: []))
        } catch {
            return ClusterPlan(cluster: name, failure: error)
        }
    }

    /// Asks for the earlier versions of those schemas that are to change.
    private func withHistories(_ mesh: DesiredMesh, _ observations: [String: Observation]) async -> [String: Observation] {
        var observations = observations
        for (name, engine) in engines {
            guard case .success(var observed)? = observations[name], let desired = mesh.clusters[name] else { continue }
            let questions = schemaQuestions(of: desired, in: observed)
            do throws(EngineFailure) {
                for (question, history) in zip(questions, try await engine.history(of: questions)) {
                    observed.subjects?[question.schema.subject]?.history = history
                }
                observations[name] = .success(observed)
            } catch {
                observations[name] = .failure(error)
            }
        }
        return observations
    }

    func close() async {
        for engine in engines.values { await engine.close() }
    }

    /// A client of the cluster's schema registry; nil where it has none.
    static func registry(
        of cluster: DesiredCluster, in folder: MeshFolder, running: RunningMesh?, logger: Logger
    ) throws(EngineFailure) -> RegistryClient? {
        guard let url = registryURL(of: cluster, running: running) else { return nil }
        // Port 0 is one that nobody listens on yet: whoever connects is told so.
        let own = cluster.spec.registryAddress?.value.reachable
        guard let address = RegistryAddress(parsing: url) ?? own.map({ RegistryAddress(host: $0.host, port: $0.port) }) else {
            throw EngineFailure(.refused, "the URL of the registry of cluster '\(cluster.name)' is none of http or https with a host and a path")
        }
        let credentials: RegistryCredentials?
        switch cluster.spec.registryLogin {
        case nil: credentials = nil
        case .basic(let user, let password)?:
            credentials = .basic(
                user: user, password: try readSecret(password, of: "the password for the registry of cluster '\(cluster.name)'", in: folder))
        case .bearer(let token)?:
            credentials = .bearer(token: try readSecret(token, of: "the token for the registry of cluster '\(cluster.name)'", in: folder))
        }
        return RegistryClient(address, credentials: credentials, logger: logger)
    }

    /// Where a cluster's schema registry is reached; nil where it has none.
    static func registryURL(of cluster: DesiredCluster, running: RunningMesh?) -> String? {
        guard let own = cluster.spec.registryAddress?.value else { return cluster.spec.registryURL?.value }
        return running?.clusters.first { $0.name == cluster.name }?.registry ?? "http://\(own.reachable)"
    }

    /// An embedded cluster that runs from this folder is met where it really listens; any other where the manifest says.
    static func addresses(of cluster: DesiredCluster, running: RunningMesh?) -> [HostAndPort] {
        guard cluster.spec.engine.value == .embedded else { return cluster.spec.addresses.map(\.value) }
        // Of its listeners, those that Heddle is told to come by.
        let wanted = cluster.spec.security?.listenerSecurity ?? .plaintext
        if let found = running?.clusters.first(where: { $0.name == cluster.name }) {
            let securities = found.securities ?? found.bootstrap.map { _ in wanted.rawValue }
            return zip(found.bootstrap, securities).filter { $0.1 == wanted.rawValue }.compactMap { HostAndPort(parsing: $0.0) }
        }
        return cluster.spec.listeners.filter { $0.security.value == wanted }.map { $0.address.value.reachable }
    }
}
