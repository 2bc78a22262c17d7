import ScramLogin

/// The ways to log in.
package enum SASLMechanism: Sendable, Hashable, CaseIterable {
    /// RFC 4616: the password as it is.
    case plain
    /// RFC 5802 and 7677: the password is proved.
    case scram(ScramHash)
    /// RFC 7628: a token that somebody else issued.
    case bearer

    package static let allCases: [SASLMechanism] = [.plain, .scram(.sha256), .scram(.sha512), .bearer]

    package init?(name: String) {
        guard let mechanism = Self.allCases.first(where: { $0.name == name }) else { return nil }
        self = mechanism
    }

    package var name: String {
        switch self {
        case .plain: "PLAIN"
        case .scram(let hash): hash.mechanism
        case .bearer: "OAUTHBEARER"
        }
    }
}
