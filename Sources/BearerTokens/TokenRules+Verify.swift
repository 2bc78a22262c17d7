import FoundationEssentials

extension TokenRules {
    /// Longer tokens are refused unread.
    private static let mostCharacters = 64 << 10

    /// Checks a JSON Web Token (RFC 7519) in its compact form (RFC 7515): the signature first, then what it says.
    ///
    /// - Parameter now: in milliseconds since 1970.
    package func verify(_ token: String, with keys: TokenKeys, now: Int64) throws(TokenProblem) -> VerifiedToken {
        guard token.utf8.count <= Self.mostCharacters else { throw TokenProblem("the token is too long") }
        let parts = token.split(separator: ".", omittingEmptySubsequences: false)
        guard parts.count == 3, let header = TokenPart(parts[0]), let claims = TokenPart(parts[1]), let signature = base64URL(parts[2]) else {
            throw TokenProblem("the token is not a JSON Web Token")
        }
        try checkSignature(signature, of: Array("\(parts[0]).\(parts[1])".utf8), header, keys)
        return try check(claims, now: now)
    }

    private func checkSignature(
        _ signature: [UInt8], of signed: [UInt8], _ header: TokenPart, _ keys: TokenKeys
    ) throws(TokenProblem) {
        // Extensions that must be understood (RFC 7515, section 4.1.11): we know none.
        guard header["crit"] == nil else { throw TokenProblem("the token asks for extensions that are not known") }
        guard let name = header["alg"]?.text else { throw TokenProblem("the token does not name its algorithm") }
        if name == "none" {
            guard acceptsUnsecured, signature.isEmpty else { throw TokenProblem("the token is not signed") }
            return
        }
        guard let algorithm = TokenAlgorithm(rawValue: name) else { throw TokenProblem("tokens are signed with RS256 or ES256") }
        let fitting = keys.keys(for: algorithm, id: header["kid"]?.text)
        guard !fitting.isEmpty else { throw TokenProblem("none of the issuer's keys is the token's") }
        guard fitting.contains(where: { $0.isValid(signature, of: signed) }) else { throw TokenProblem("the token's signature is not right") }
    }

    private func check(_ claims: TokenPart, now: Int64) throws(TokenProblem) -> VerifiedToken {
        let skew = clockSkew &* 1000
        guard let expiresAt = claims["exp"]?.milliseconds else { throw TokenProblem("the token does not say when it expires") }
        guard now < expiresAt.addingReportingOverflow(skew).partialValue else { throw TokenProblem("the token has expired") }
        if let begins = claims["nbf"] {
            guard let moment = begins.milliseconds, moment <= now &+ skew else { throw TokenProblem("the token is not valid yet") }
        }
        if let issued = claims["iat"]?.milliseconds, issued > now &+ skew { throw TokenProblem("the token comes from the future") }
        if let issuer {
            guard claims["iss"]?.text == issuer else { throw TokenProblem("the token is of another issuer") }
        }
        if !audiences.isEmpty {
            guard let named = claims["aud"]?.texts, !Set(named).isDisjoint(with: audiences) else {
                throw TokenProblem("the token is for another audience")
            }
        }
        guard let principal = claims[principalClaim]?.text, !principal.isEmpty else {
            throw TokenProblem("the token's claim '\(principalClaim)' names no principal")
        }
        return VerifiedToken(principal: principal, expiresAt: expiresAt)
    }
}
