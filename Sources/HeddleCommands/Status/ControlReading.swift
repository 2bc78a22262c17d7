import EngineInterface
import MeshControl
import MeshModel

/// What the clusters' control logs say, each as far as it was read; to be read on again.
struct ControlReading: Sendable {
    var states: [String: Result<ControlState, EngineFailure>] = [:]

    /// Of those that could be read.
    var readable: [String: ControlState] { states.compactMapValues { try? $0.get() } }

    /// Reads what is new, all clusters at once. One that fails is read from the beginning the next time.
    mutating func readOn(_ clusters: [String], over connections: MeshConnections) async {
        let earlier = readable
        await withTaskGroup(of: (String, Result<ControlState, EngineFailure>).self) { group in
            for name in clusters {
                guard let engine = connections.engine(of: name) else {
                    states[name] = .failure(connections.failure(of: name) ?? EngineFailure(.unreachable, "cluster '\(name)' could not be read"))
                    continue
                }
                let state = earlier[name] ?? ControlState()
                group.addTask { (name, await read(engine, after: state)) }
            }
            for await (name, result) in group { states[name] = result }
        }
    }
}

private func read(_ engine: any Engine, after earlier: ControlState) async -> Result<ControlState, EngineFailure> {
    var state = earlier
    do throws(EngineFailure) {
        state.take(try await engine.read(.control, from: state.next))
        // The log was made anew.
        if state.next == 0 { state.take(try await engine.read(.control, from: 0)) }
        return .success(state)
    } catch {
        return .failure(error)
    }
}

extension ControlState {
    /// What is said of the cluster that is called so here; another mesh may call it otherwise.
    func status(of name: String) -> ClusterStatus? { clusters[name] ?? clusters.values.min { $0.cluster < $1.cluster } }
}
