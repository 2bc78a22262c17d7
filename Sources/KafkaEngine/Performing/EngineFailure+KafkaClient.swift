import EngineInterface
import KafkaClient
import KafkaWire

extension EngineFailure {
    /// `cluster 'eu' cannot be reached at 127.0.0.1:9192: connection refused`.
    init(_ error: KafkaClientError, cluster: String) {
        let place = error.address.map { " at \($0)" } ?? ""
        let (kind, code): (Kind, String?) =
            switch error.reason {
            case .cannotConnect, .connectionLost, .timedOut, .noRoute, .cancelled, .closed: (.unreachable, nil)
            case .notSecured: (.unreachable, nil)
            case .notAuthenticated: (.refused, ErrorCode.saslAuthenticationFailed.name)
            case .refused(_, let code, _): (.refused, code.name)
            case .unsupportedAPI: (.refused, ErrorCode.unsupportedVersion.name)
            case .cannotEncode: (.refused, nil)
            case .malformedResponse: (.misunderstood, nil)
            }
        let verb =
            switch error.reason {
            case .cannotConnect, .notSecured: " cannot be reached"
            case .notAuthenticated: " does not let Heddle in"
            default: ""
            }
        self.init(
            kind, "cluster '\(cluster)'\(verb)\(place): \(error.summary)", code: code, isRetriable: error.isRetriable)
    }
}
