/// Which tokens are taken for whose.
package struct TokenRules: Sendable, Equatable {
    /// `iss` must be this; nil: whoever holds the keys.
    package var issuer: String?
    /// `aud` must name one of these; empty: it is not looked at.
    package var audiences: [String]
    /// How far the issuer's clock may be from ours, in seconds.
    package var clockSkew: Int64
    /// The claim that names the principal.
    package var principalClaim: String
    /// Takes tokens that nobody signed (`alg: none`). For tests alone: whoever asks is whoever he says.
    package var acceptsUnsecured: Bool

    package init(
        issuer: String? = nil, audiences: [String] = [], clockSkew: Int64 = 30, principalClaim: String = "sub", acceptsUnsecured: Bool = false
    ) {
        self.issuer = issuer
        self.audiences = audiences
        self.clockSkew = clockSkew
        self.principalClaim = principalClaim
        self.acceptsUnsecured = acceptsUnsecured
    }
}

/// What a token that is good says.
package struct VerifiedToken: Sendable, Equatable {
    package var principal: String
    /// `exp`, in milliseconds since 1970.
    package var expiresAt: Int64
}

/// Why a token is not taken. Holds nothing of the token that could be used.
package struct TokenProblem: Error, Hashable, CustomStringConvertible {
    package var description: String
    init(_ description: String) { self.description = description }
}
