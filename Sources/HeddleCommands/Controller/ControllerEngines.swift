import EngineInterface
import Logging
import MeshModel
import ReconcilerService

/// Engines for a controller, as every other verb connects: embedded clusters that run from this folder are met where they listen.
struct ControllerEngines: EngineOpening {
    /// What relative paths of secrets are relative to.
    var folder: MeshFolder
    var logger: Logger

    func open(_ cluster: DesiredCluster) async throws(EngineFailure) -> any Engine {
        try await MeshConnections.openEngine(of: cluster, in: folder, running: .find(in: folder), logger: logger)
    }
}
