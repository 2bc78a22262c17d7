import ScramLogin

/// The client's side of one login, message by message.
protocol SASLExchange: Sendable {
    mutating func begin() throws(SASLProblem) -> [UInt8]
    /// What to answer to the server's message; nil when the server has proved all that it has to.
    mutating func answer(to challenge: [UInt8]) throws(SASLProblem) -> [UInt8]?
}

extension SASLLogin {
    /// - Parameter nonce: of SCRAM: printable ASCII without commas, never used twice.
    func exchange(nonce: String) -> any SASLExchange {
        switch self {
        case .plain(let username, let password): PlainExchange(username: username, password: password)
        case .scram(let hash, let username, let password): ScramExchange(hash, username: username, password: password, nonce: nonce)
        case .bearer(let token): BearerExchange(token: token)
        }
    }
}

/// RFC 4616.
struct PlainExchange: SASLExchange {
    var username: String
    var password: Secret

    func begin() throws(SASLProblem) -> [UInt8] {
        let password = password.reveal()
        guard !username.utf8.contains(0), !password.utf8.contains(0) else { throw SASLProblem("a NUL is not allowed in user names and passwords") }
        return [0] + Array(username.utf8) + [0] + Array(password.utf8)
    }

    func answer(to challenge: [UInt8]) -> [UInt8]? { nil }
}

/// RFC 7628. A server that refuses the token says why in JSON, and expects a single 0x01 before it ends the exchange.
struct BearerExchange: SASLExchange {
    var token: Secret

    func begin() throws(SASLProblem) -> [UInt8] {
        let token = token.reveal()
        guard token.utf8.allSatisfy({ (0x21...0x7E).contains($0) }) else { throw SASLProblem("a token consists of printable ASCII without spaces") }
        return Array("n,,\u{1}auth=Bearer \(token)\u{1}\u{1}".utf8)
    }

    func answer(to challenge: [UInt8]) -> [UInt8]? { challenge.isEmpty ? nil : [1] }
}
