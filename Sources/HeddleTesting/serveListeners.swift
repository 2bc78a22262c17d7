import BrokerCore
import BrokerServer
import Foundation
import MeshHosting
import MeshModel

/// Adds the listeners of the manifests to those of a test's broker, each on a port that the system picks.
///
/// - Parameter isOpen: whether everybody may do everything.
func serve(_ cluster: ClusterSpec, of planned: Planned, by broker: inout BrokerConfiguration, isOpen: Bool) throws {
    let own = broker.listeners
    let root = planned.folder
    func place(_ path: String) -> String { path.hasPrefix("/") ? path : root?.appendingPathComponent(path).path ?? path }
    let places = ManifestPlaces(path: place) { reference, what in
        switch reference {
        case .environment(let name):
            guard let value = ProcessInfo.processInfo.environment[name], !value.isEmpty else {
                throw EmbeddedMeshError("\(what) is to be in the environment variable \(name), which is not set")
            }
            return value
        case .file(let path):
            guard let text = try? String(contentsOfFile: place(path), encoding: .utf8) else {
                throw EmbeddedMeshError("\(what) is to be in the file \(path), which cannot be read")
            }
            return text.hasSuffix("\n") ? String(text.dropLast()) : text
        }
    }
    try secureBroker(&broker, as: cluster, named: planned.name, places: places)
    broker.listeners = own + broker.listeners.map { listener in
        var listener = listener
        (listener.host, listener.port, listener.advertisedHost, listener.advertisedPort) = ("127.0.0.1", 0, nil, nil)
        return listener
    }
    // The test's own listener is the way in for all that runs in its process.
    broker.hasOwnListener = false
    if isOpen {
        broker.settings.authorization = AuthorizationSettings()
    } else {
        broker.settings.authorization.superPrincipals.insert(Principal.anonymous.text)
    }
}
