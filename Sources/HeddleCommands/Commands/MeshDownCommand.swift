import ArgumentParser
import Foundation

struct MeshDownCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "down", abstract: "Stops the mesh that runs from this folder, cleanly.",
        discussion: "EXAMPLE\n  heddle mesh down")

    @Argument(help: ArgumentHelp("A mesh folder; the present one when left out.", valueName: "path")) var path: String?
    @OptionGroup var common: CommonOptions

    /// A clean stop writes what is not on disk yet; more than this is a fault worth looking at.
    private static let patience = Duration.seconds(60)

    func run() async throws {
        let start = path.map { URL(fileURLWithPath: $0, relativeTo: common.startingFolder) } ?? common.startingFolder
        let folder = try MeshFolder.containing(start)
        let lock = RunningMesh.lockFile(of: folder)
        guard FileLock.isHeld(lock) else {
            common.console.say("no mesh runs from '\(folder.root.path)'")
            return
        }
        guard let running = RunningMesh.find(in: folder) else {
            throw CommandFailure(.refused, "the mesh is just starting or stopping", remedy: "try again in a moment")
        }
        kill(running.processId, SIGTERM)
        let deadline = ContinuousClock.now + Self.patience
        while FileLock.isHeld(lock) {
            guard ContinuousClock.now < deadline else {
                throw CommandFailure(
                    .unreachable, "process \(running.processId) has not ended after \(Self.patience)",
                    remedy: "look at '\(RunningMesh.logFile(of: folder).path)'; 'kill -9 \(running.processId)' loses nothing that was acknowledged under durability: fsync")
            }
            try await Task.sleep(for: .milliseconds(10))
        }
        common.console.print("stopped \(running.clusters.map(\.name).joined(separator: ", "))")
    }
}
