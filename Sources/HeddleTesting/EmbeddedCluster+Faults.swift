import BrokerCore
import BrokerServer
import KafkaWire

/// What a broker does instead of what it was asked.
public enum Fault: Sendable, Hashable {
    /// Answers with an error of Kafka's, by its name: `NOT_LEADER_OR_FOLLOWER`. The request is not done.
    case error(String)
    /// Lets the request wait, and what its connection sends after it.
    case delay(Duration)
    /// Closes the connection. The request is not done.
    case disconnect
    /// Goes on reading from the connection and answers nothing any more. The request is not done.
    case blackHole
}

/// A fault that a broker shows from now on.
public struct InjectedFault: Sendable {
    let cluster: EmbeddedCluster
    let id: FaultID

    /// How many requests it has met.
    public func fired() async -> Int { await cluster.server.faultCount(id) }

    /// Ends it.
    ///
    /// - Returns: how many requests it has met.
    @discardableResult
    public func remove() async -> Int { await cluster.server.faultCount(id, removes: true) }
}

extension EmbeddedCluster {
    /// Lets requests go wrong: `try await cluster.inject(.error("NOT_LEADER_OR_FOLLOWER"), on: "Produce", topic: "orders", times: 3)`.
    ///
    /// Of several faults, the first that fits is shown.
    ///
    /// - Parameters:
    ///   - api: the request by Kafka's name: `Produce`, `Fetch`, `OffsetCommit`; nil for all.
    ///   - topic: only requests that name this topic. Fetches within a session do not name topics again.
    ///   - times: how many requests; nil for all that come until it is removed.
    /// - Throws: `EmbeddedMeshError` where there is no such API or error, or where the API's answers cannot hold an error.
    @discardableResult
    public func inject(_ fault: Fault, on api: String? = nil, topic: String? = nil, times: Int? = nil) async throws(EmbeddedMeshError) -> InjectedFault {
        var key: APIKey?
        if let api {
            guard let known = SupportedVersions.all.first(where: { $0.name == api }) else {
                throw EmbeddedMeshError("'\(api)' is no API of Kafka that is served: say Produce, Fetch, Metadata, OffsetCommit…")
            }
            key = known.apiKey
        }
        let action: FaultRule.Action
        switch fault {
        case .error(let name):
            guard let code = ErrorCode(named: name), code != .none else { throw EmbeddedMeshError("'\(name)' is no error of Kafka") }
            guard let key, Broker.refusableAPIs.contains(key) else {
                throw EmbeddedMeshError("an error needs an API that can tell it; \(api.map { "'\($0)' cannot" } ?? "name one")")
            }
            action = .refuse(code)
        case .delay(let duration):
            action = .delay(milliseconds: duration.components.seconds * 1000 + duration.components.attoseconds / 1_000_000_000_000_000)
        case .disconnect: action = .disconnect
        case .blackHole: action = .blackHole
        }
        guard let id = await server.inject(FaultRule(action, apiKey: key, topic: topic, times: times)) else {
            throw EmbeddedMeshError("cluster '\(name)' is stopped")
        }
        return InjectedFault(cluster: self, id: id)
    }
}
