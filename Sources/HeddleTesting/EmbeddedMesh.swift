import Foundation
import Logging

/// A mesh inside a test: brokers and schema registries in this process, on free ports, with what the manifests declare.
///
///     @Test func `an order is billed`() async throws {
///         try await EmbeddedMesh.run(manifests: "Examples/orders") { mesh in
///             let orders = try mesh["eu"]
///             try await startBilling(bootstrap: orders.bootstrap, registry: orders.registry)
///             …
///             let bills = try await orders.records(in: "bills", count: 1)
///         }
///     }
///
/// Each mesh is its own: tests that run at the same time do not see each other. Everything is kept in memory unless told
/// otherwise, and gone at `stop`.
public final class EmbeddedMesh: Sendable {
    /// By name, ascending.
    public let clusters: [EmbeddedCluster]
    private let hosted: HostedMesh

    init(_ hosted: HostedMesh) {
        self.hosted = hosted
        clusters = hosted.clusters
    }

    /// Starts every embedded cluster that the manifests declare, and applies the manifests to them. On return all is there.
    ///
    /// There is a plaintext listener on 127.0.0.1 with a port that the system picks. The manifests' own listeners, with their TLS and
    /// logins, are served when the options ask for it, and access is enforced when they ask for that.
    ///
    /// - Parameters:
    ///   - path: a folder with a heddle.yaml. Where it is not absolute, the test's package is looked in, then the folder that
    ///     the tests run in.
    ///   - environment: the manifests' environment, as `--env` names it.
    /// - Throws: `EmbeddedMeshError`, with everything that is wrong.
    public static func start(
        manifests path: String, environment: String? = nil, variables: [String: String] = [:], options: EmbeddedMeshOptions = .init(),
        callerFile: String = #filePath
    ) async throws(EmbeddedMeshError) -> EmbeddedMesh {
        let folder = try findManifests(path, callerFile: callerFile)
        let desired = try readMesh(in: folder, environment: environment, variables: variables)
        let hosted = try await HostedMesh.start(desired, in: folder, options: options)
        do throws(EmbeddedMeshError) {
            try await applyMesh(desired, environment: environment, to: hosted.clusters, options: options)
        } catch {
            await hosted.stop()
            throw error
        }
        return EmbeddedMesh(hosted)
    }

    /// Starts one cluster of the name `local` without manifests: a broker, and its schema registry if asked for.
    ///
    ///     let mesh = try await EmbeddedMesh.start(topics: ["orders": 3])
    ///
    /// - Parameter topics: topics to begin with, with their numbers of partitions.
    public static func start(
        topics: [String: Int] = [:], hasRegistry: Bool = false, options: EmbeddedMeshOptions = .init()
    ) async throws(EmbeddedMeshError) -> EmbeddedMesh {
        let hosted = try await HostedMesh.start(cluster: "local", hasRegistry: hasRegistry, options: options)
        do throws(EmbeddedMeshError) {
            try await hosted.clusters[0].createTopics(topics)
        } catch {
            await hosted.stop()
            throw error
        }
        return EmbeddedMesh(hosted)
    }

    /// The cluster of that name.
    public subscript(name: String) -> EmbeddedCluster {
        get throws(EmbeddedMeshError) {
            guard let cluster = clusters.first(where: { $0.name == name }) else {
                throw EmbeddedMeshError("the mesh has no embedded cluster '\(name)': it has \(clusters.map { "'\($0.name)'" }.joined(separator: ", "))")
            }
            return cluster
        }
    }

    /// Ends everything, and returns when nothing of it is left. What clients have not read is gone.
    public func stop() async { await hosted.stop() }

    /// Starts a mesh, lets the test use it, and stops it, however the test ends.
    public static func run<Result>(
        manifests path: String, environment: String? = nil, variables: [String: String] = [:], options: EmbeddedMeshOptions = .init(),
        callerFile: String = #filePath, _ test: (EmbeddedMesh) async throws -> Result
    ) async throws -> Result {
        let mesh = try await start(
            manifests: path, environment: environment, variables: variables, options: options, callerFile: callerFile)
        return try await mesh.use(test)
    }

    /// The same for one cluster without manifests.
    public static func run<Result>(
        topics: [String: Int] = [:], hasRegistry: Bool = false, options: EmbeddedMeshOptions = .init(),
        _ test: (EmbeddedMesh) async throws -> Result
    ) async throws -> Result {
        try await start(topics: topics, hasRegistry: hasRegistry, options: options).use(test)
    }

    private func use<Result>(_ test: (EmbeddedMesh) async throws -> Result) async throws -> Result {
        do {
            let result = try await test(self)
            await stop()
            return result
        } catch {
            await stop()
            throw error
        }
    }
}

/// How a mesh inside a test is run.
public struct EmbeddedMeshOptions: Sendable {
    /// Where records are kept.
    public enum Storage: Sendable, Hashable {
        case memory
        /// A folder that is made for the mesh and removed when it stops.
        case temporaryFolder
    }

    public var storage = Storage.memory
    /// Whether rules of access hold. On the plaintext listener clients are `User:ANONYMOUS`, who with `servesListeners` may do
    /// everything: it is then the test's own.
    public var enforcesAccess = false
    /// Whether the manifests' listeners are served beside the plaintext one, with the TLS and logins that the manifests give them, each
    /// on 127.0.0.1 and a port that the system picks: see `EmbeddedCluster.listeners`. Files are looked for in the manifests' folder.
    public var servesListeners = false
    /// What the brokers log; nothing when left alone.
    public var logger = Logger(label: "heddle.testing", factory: { _ in SwiftLogNoOpLogHandler() })

    public init() {}
}

/// Why a mesh could not be had, in words.
public struct EmbeddedMeshError: Error, Sendable, CustomStringConvertible {
    public var description: String

    init(_ description: String) { self.description = description }
}
