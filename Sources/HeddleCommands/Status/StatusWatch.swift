import Determinism
import Foundation
import MeshModel
import PlanFiles

/// Looks again and again until it is interrupted.
struct StatusWatch {
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
        var connections = await connect()
        var connectedAt = ContinuousClock.now
        var reading = ControlReading()
        var earlier: MeshStatus?
        while !signals.isAsked {
            // A cluster that did not answer is asked again, and not in every second.
            if clusters.contains(where: { connections.engine(of: $0) == nil }), ContinuousClock.now - connectedAt > .seconds(5) {
                await connections.close()
                connections = await connect()
                connectedAt = .now
            }
            await reading.readOn(clusters, over: connections)
            let status = MeshStatus(mesh.name, of: clusters, reading, selection: selection, now: .present)
            if status != earlier { show(status, earlier: earlier, draws: draws) }
            earlier = status
            for _ in 0..<10 where !signals.isAsked { try? await Task.sleep(for: .milliseconds(100)) }
        }
        await connections.close()
    }

    private func connect() async -> MeshConnections {
        await MeshConnections.open(mesh, in: folder, running: .find(in: folder), logger: common.logger)
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
