import BrokerCore
import Determinism

/// How the programs of this process, such as the schema registry, reach a broker whose listeners ask for logins: by a listener
/// on 127.0.0.1 with a password that is made at each start and that nobody else is told.
package struct OwnAccess: Sendable {
    package var host: String
    package var port: Int
    package var user: String
    package var password: String

    static let userName = "__heddle"
    /// Of a kind that no client can come to have.
    static let principal = Principal(kind: "Heddle", name: "registry")
}

extension OwnAccess: CustomReflectable {
    package var customMirror: Mirror { Mirror(self, children: []) }
}

extension BrokerServer {
    /// The configuration with the own listener at its end, and the password for it, where it is asked for.
    static func withOwnListener(_ configuration: BrokerConfiguration) -> (BrokerConfiguration, password: String?) {
        guard configuration.hasOwnListener else { return (configuration, nil) }
        var system = SystemRandomNumberGenerator()
        let password = (0..<4).map { _ in String(system.next(), radix: 36) }.joined()
        var configuration = configuration
        configuration.listeners.append(
            ListenerConfiguration(name: "__heddle", host: "127.0.0.1", port: 0, security: ListenerSecurity(mechanisms: [.plain])))
        configuration.settings.login.users[OwnAccess.userName] = LoginUser(principal: OwnAccess.principal, password: password)
        configuration.settings.authorization.superPrincipals.insert(OwnAccess.principal.text)
        return (configuration, password)
    }

    static func openDoors(_ configuration: BrokerConfiguration) throws(BrokerStartError) -> [ListenerDoor] {
        var doors: [ListenerDoor] = []
        for listener in configuration.listeners {
            do throws(SecurityProblem) {
                doors.append(try ListenerDoor(listener))
            } catch {
                throw .notSecured(listener: listener.name, reason: "\(error)")
            }
        }
        return doors
    }
}
