import BearerTokens

/// What holds for all logins of a broker. Which mechanisms there are is each listener's.
package struct LoginSettings: Sendable {
    /// connection.failed.authentication.delay.ms: who guesses waits.
    package var failureDelay: Duration = .milliseconds(100)
    /// connections.max.reauth.ms (KIP-368): after this a client must log in again; nil: never.
    package var maxSession: Duration?
    /// Users that the broker is started with, by name: for PLAIN, and for SCRAM before any that clients made.
    package var users: [String: LoginUser] = [:]
    /// What OAUTHBEARER takes; nil: nothing.
    package var tokens: TokenRules?
    /// Chance of the system's, new at each start; where it is empty, ids are drawn from the broker's own, which is for tests.
    package var seed: [UInt8] = []

    package init() {}
}

/// A user whose password the broker was told.
package struct LoginUser: Sendable, Equatable {
    package var principal: Principal
    let password: [UInt8]

    package init(_ name: String, password: String) {
        self.init(principal: Principal(kind: "User", name: name), password: password)
    }

    package init(principal: Principal, password: String) {
        self.principal = principal
        self.password = Array(password.utf8)
    }
}

extension LoginUser: CustomStringConvertible, CustomDebugStringConvertible, CustomReflectable {
    package var description: String { "\(principal.text) (secret)" }
    package var debugDescription: String { description }
    package var customMirror: Mirror { Mirror(self, children: []) }
}
