import AsyncHTTPClient
import ContractModel
import Logging
import NIOCore

package struct RegistryClientOptions: Sendable, Hashable {
    /// Of one request, from connecting to the last byte of the answer.
    package var requestTimeout: Duration
    /// How long a request is repeated that was not answered, or met a registry in trouble.
    package var deadline: Duration
    /// How long it is repeated where nobody listens.
    package var connectDeadline: Duration
    /// Waited before the first repetition, and twice as long before each further one.
    package var firstPause: Duration
    package var maximumAnswerBytes: Int
    /// Connections at once.
    package var width: Int

    package init(
        requestTimeout: Duration = .seconds(15), deadline: Duration = .seconds(15), connectDeadline: Duration = .seconds(1),
        firstPause: Duration = .milliseconds(100),
        maximumAnswerBytes: Int = 16 << 20, width: Int = 16
    ) {
        self.requestTimeout = requestTimeout
        self.deadline = deadline
        self.connectDeadline = min(connectDeadline, deadline)
        self.firstPause = firstPause
        self.maximumAnswerBytes = maximumAnswerBytes
        self.width = width
    }
}

/// A schema registry that speaks Confluent's REST interface: Confluent's own, Karapace, Apicurio's compatible one, Heddle's.
///
///     let registry = RegistryClient(RegistryAddress(host: "127.0.0.1", port: 8181))
///     let latest = try await registry.latest(of: "orders.created-value")
///     await registry.close()
///
/// Each call may be repeated without harm: what is registered already is answered with its id, and what is gone stays gone.
/// So each is, when no answer came or the registry was in trouble.
package final class RegistryClient: Sendable {
    package let address: RegistryAddress
    package let options: RegistryClientOptions
    let credentials: RegistryCredentials?
    let http: HTTPClient
    let logger: Logger

    package init(
        _ address: RegistryAddress, credentials: RegistryCredentials? = nil, options: RegistryClientOptions = .init(),
        logger: Logger = Logger(label: "heddle.registry-client")
    ) {
        self.address = address
        self.credentials = credentials
        self.options = options
        self.logger = logger
        var configuration = HTTPClient.Configuration()
        // Credentials go where they were meant for, and nowhere else.
        configuration.redirectConfiguration = .disallow
        configuration.timeout.connect = TimeAmount(options.requestTimeout)
        configuration.connectionPool.concurrentHTTP1ConnectionsPerHostSoftLimit = options.width
        // Trying again is done here, where there is a deadline.
        configuration.connectionPool.retryConnectionEstablishment = false
        http = HTTPClient(eventLoopGroupProvider: .singleton, configuration: configuration)
    }

    /// To be called once, at the end.
    package func close() async {
        do { try await http.shutdown() } catch { logger.debug("closing", metadata: ["because": "\(error)"]) }
    }

    // MARK: Reading

    /// The names of all subjects, as far as the registry lists them at once.
    package func subjects() async throws(RegistryError) -> [String] {
        try await ask(.GET, ["subjects"])
    }

    /// Ascending; nil where there is no such subject.
    package func versions(of subject: String) async throws(RegistryError) -> [Int]? {
        let versions: [Int]? = try await unlessMissing { () throws(RegistryError) in try await ask(.GET, ["subjects", subject, "versions"]) }
        return versions?.sorted()
    }

    /// nil where there is no such subject.
    package func latest(of subject: String) async throws(RegistryError) -> RegistryVersion? {
        try await version("latest", of: subject)
    }

    /// nil where there is no such subject, or no such version of it.
    package func version(_ version: Int, of subject: String) async throws(RegistryError) -> RegistryVersion? {
        try await self.version(String(version), of: subject)
    }

    private func version(_ version: String, of subject: String) async throws(RegistryError) -> RegistryVersion? {
        let answer: RegistryMessages.Version? = try await unlessMissing { () throws(RegistryError) in
            try await ask(.GET, ["subjects", subject, "versions", version])
        }
        return answer.map(RegistryVersion.init)
    }

    /// What an id stands for, in whatever subject it is; nil where the registry has given out no such id. A format that is not known here
    /// is nil.
    package func schema(id: Int) async throws(RegistryError) -> (format: ContractFormat?, schema: RegistrySchema)? {
        do throws(RegistryError) {
            let answer: RegistryMessages.Stored = try await ask(.GET, ["schemas", "ids", String(id)])
            let format = answer.schemaType.map(ContractFormat.init(registryType:)) ?? .avro
            return (format, RegistrySchema(format ?? .avro, answer.schema, references: answer.references ?? []))
        } catch {
            guard error.code == RegistryError.Code.noSchema else { throw error }
            return nil
        }
    }

    /// The version under which the subject has this very schema; nil where it has not.
    package func lookup(_ schema: RegistrySchema, under subject: String) async throws(RegistryError) -> RegistryVersion? {
        do throws(RegistryError) {
            let answer: RegistryMessages.Version = try await ask(.POST, ["subjects", subject], body: RegistryMessages.Schema(schema))
            return RegistryVersion(answer)
        } catch {
            guard error.isNoSuchSubject || error.code == RegistryError.Code.noSchema else { throw error }
            return nil
        }
    }

    // MARK: Registering and deleting

    /// - Returns: the id of the schema, whether it is new or not.
    package func register(_ schema: RegistrySchema, under subject: String) async throws(RegistryError) -> Int {
        let answer: RegistryMessages.Registered = try await ask(
            .POST, ["subjects", subject, "versions"], query: "normalize=false", body: RegistryMessages.Schema(schema))
        return answer.id
    }

    /// Softly: ids stay readable. A subject that is not there counts as deleted.
    package func delete(subject: String) async throws(RegistryError) {
        let _: [Int]? = try await unlessMissing { () throws(RegistryError) in try await ask(.DELETE, ["subjects", subject]) }
    }

    // MARK: Compatibility

    /// What holds for subjects that have no mode of their own.
    package func compatibility() async throws(RegistryError) -> CompatibilityMode {
        try mode(try await ask(.GET, ["config"]))
    }

    /// nil where the subject has none of its own.
    package func compatibility(of subject: String) async throws(RegistryError) -> CompatibilityMode? {
        do throws(RegistryError) {
            return try mode(try await ask(.GET, ["config", subject]))
        } catch {
            guard error.isNoSuchSubject || error.code == RegistryError.Code.noSubjectCompatibility else { throw error }
            return nil
        }
    }

    /// nil: the registry's default holds again.
    package func setCompatibility(_ mode: CompatibilityMode?, of subject: String) async throws(RegistryError) {
        guard let mode else { return try await removeCompatibility(of: subject) }
        let _: RegistryMessages.Compatibility = try await ask(
            .PUT, ["config", subject], body: RegistryMessages.Compatibility(compatibility: mode.registryName))
    }

    private func removeCompatibility(of subject: String) async throws(RegistryError) {
        do throws(RegistryError) {
            let _: Ignored = try await ask(.DELETE, ["config", subject])
        } catch {
            guard error.isNoSuchSubject || error.code == RegistryError.Code.noSubjectCompatibility else { throw error }
        }
    }

    private func mode(_ answer: RegistryMessages.Compatibility) throws(RegistryError) -> CompatibilityMode {
        let name = answer.compatibilityLevel ?? answer.compatibility ?? ""
        guard let mode = CompatibilityMode(registryName: name) else {
            throw RegistryError(.misunderstood, "it names a compatibility that is not known here: '\(name.prefix(40))'")
        }
        return mode
    }

    private func unlessMissing<Answer>(
        _ body: () async throws(RegistryError) -> Answer
    ) async throws(RegistryError) -> Answer? {
        do throws(RegistryError) {
            return try await body()
        } catch {
            guard error.isNoSuchSubject else { throw error }
            return nil
        }
    }
}

/// An answer of which nothing is wanted.
private struct Ignored: Decodable {
    init(from decoder: any Decoder) {}
}
