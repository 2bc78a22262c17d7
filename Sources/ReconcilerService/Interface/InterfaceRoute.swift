import Determinism

/// What a request is about, by its path alone.
enum InterfaceRoute: Equatable {
    case page
    case status
    case cluster(String)
    case resources
    /// The printed form of an address.
    case resource(String)
    case health, readiness, metrics
    case gitHook

    /// - Parameter path: without the query.
    init(path: String) throws(InterfaceProblem) {
        switch path {
        case "", "/": self = .page
        case "/v1/status": self = .status
        case "/v1/resources": self = .resources
        case "/healthz": self = .health
        case "/readyz": self = .readiness
        case "/metrics": self = .metrics
        case "/v1/hooks/git": self = .gitHook
        default:
            if let name = Self.rest(of: path, after: "/v1/clusters/"), !name.contains("/") {
                self = .cluster(try Self.decoded(name))
            } else if let address = Self.rest(of: path, after: "/v1/resources/") {
                self = .resource(try Self.decoded(address))
            } else {
                throw InterfaceProblem(404, "there is nothing at this path")
            }
        }
    }

    private static func rest(of path: String, after start: String) -> String? {
        guard path.hasPrefix(start), path.utf8.count > start.utf8.count else { return nil }
        return String(path.dropFirst(start.count))
    }

    private static func decoded(_ text: String) throws(InterfaceProblem) -> String {
        guard let text = percentDecoded(text) else { throw InterfaceProblem(400, "the path holds a percent sign that stands for nothing") }
        return text
    }

    /// What `Allow` says (RFC 9110, 10.2.1).
    var methods: [String] { self == .gitHook ? ["POST"] : ["GET", "HEAD"] }

    /// The names that the query may have.
    var parameters: Set<String> {
        switch self {
        case .resources: ["cluster", "condition", "state", "kind", "limit", "after"]
        case .page: ["cluster", "condition", "state", "kind", "after"]
        case .resource: ["cluster"]
        default: []
        }
    }
}
