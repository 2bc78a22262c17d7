import Determinism
import EngineInterface
import Foundation
import MeshControl
import MeshModel
import PlanFiles

/// Looks again and again until it is interrupted. Each cluster is read by itself, so that one that is dead holds up none.
struct StatusWatch: Sendable {
    var mesh: DesiredMesh
    var clusters: [String]
    var selection: StatusSelection
    var format: TextOrJSON
    var tellsAll: Bool
    var common: CommonOptions
    var folder: MeshFolder

    func run() async {
        let signals = await StopSignals.trap()
        let draws = format == .text && Console.Stream.output.isTerminal
        let board = ControlBoard()
        // They end with the process: one may be waiting for a cluster that does not answer.
        for cluster in clusters { Task { await read(cluster, onto: board) } }
        var earlier: MeshStatus?
        let start = ContinuousClock.now
        while !signals.isAsked {
            let reading = await board.reading
            // At first all are waited for, and not for long.
            if reading.states.count == clusters.count || ContinuousClock.now - start > .seconds(5) {
                let status = MeshStatus(mesh.name, of: clusters, reading, selection: selection, now: .present)
                if status != earlier { show(status, earlier: earlier, draws: draws) }
                earlier = status
            }
            try? await Task.sleep(for: .milliseconds(250))
        }
    }

    private func read(_ cluster: String, onto board: ControlBoard) async {
        var alone = mesh
        alone.clusters = mesh.clusters.filter { $0.key == cluster }
        var reading = ControlReading()
        while true {
            let connections = await MeshConnections.open(alone, in: folder, running: .find(in: folder), logger: common.logger)
            repeat {
                await reading.readOn([cluster], over: connections)
                await board.put(reading.states[cluster], of: cluster)
                try? await Task.sleep(for: .seconds(1))
            } while reading.readable[cluster] != nil
            // Where it went, and an embedded cluster that is up again may listen elsewhere.
            await connections.close()
            try? await Task.sleep(for: .seconds(2))
        }
    }

    private func show(_ status: MeshStatus, earlier: MeshStatus?, draws: Bool) {
        let console = common.console
        if draws {
            let text = StatusText(paint: Paint(isOn: console.colours(.output)), tellsAll: tellsAll).render(status)
            console.write("\u{1B}[H\u{1B}[2J\(text)\n", to: .output)
            return
        }
        let now = Instant.present
        for change in status.changes(since: earlier) {
            switch format {
            case .text: console.print(change.line(at: now))
            case .json: console.print(String(decoding: change.json(of: status.mesh, at: now).compactText, as: UTF8.self))
            }
        }
    }
}

/// What was last read of each cluster.
private actor ControlBoard {
    private(set) var reading = ControlReading()

    func put(_ state: Result<ControlState, EngineFailure>?, of cluster: String) { reading.states[cluster] = state }
}
