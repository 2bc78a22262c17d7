import ArgumentParser
import Foundation
import Logging
import MeshModel

struct MeshUpCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "up", abstract: "Runs every embedded cluster of the manifests in one process.",
        discussion: """
            EXAMPLE
              heddle mesh up                       # until Ctrl-C
              heddle mesh up --detach              # in the background; 'heddle mesh down' stops it

            Each cluster listens on its own addresses and keeps its records in its own folder. SIGINT and SIGTERM stop it
            cleanly: what was acknowledged is on disk.
            """)

    @Argument(help: ArgumentHelp("A mesh folder; the present one when left out.", valueName: "path")) var path: String?
    @Flag(help: "Run in the background, and return once every cluster answers.") var detach = false
    @OptionGroup var manifests: ManifestOptions
    @OptionGroup var common: CommonOptions

    func run() async throws {
        let start = path.map { URL(fileURLWithPath: $0, relativeTo: common.startingFolder) } ?? common.startingFolder
        let folder = try MeshFolder.containing(start)
        let mesh = try requireMesh(in: folder, options: manifests, console: common.console)
        let clusters = mesh.clusters.values.filter { $0.spec.engine.value == .embedded }.sorted { $0.name < $1.name }
        guard !clusters.isEmpty else {
            throw CommandFailure(.usage, "the mesh '\(mesh.name)' has no embedded cluster", remedy: "declare a Cluster with engine: embedded")
        }
        if detach {
            try await runDetached(folder)
        } else {
            try await runHere(clusters, of: mesh.name, in: folder)
        }
    }

    private func runHere(_ clusters: [DesiredCluster], of mesh: String, in folder: MeshFolder) async throws {
        let console = common.console
        guard let lock = try FileLock(RunningMesh.lockFile(of: folder)) else { throw alreadyRuns(in: folder) }
        defer { withExtendedLifetime(lock) {} }
        RunningMesh.remove(in: folder)
        let signals = await StopSignals.trap()
        let hosted = try await HostedClusters.start(clusters.map { try hostedCluster($0, in: folder) }, logger: serverLogger)
        let running = RunningMesh(mesh: mesh, processId: ProcessInfo.processInfo.processIdentifier, clusters: hosted.descriptions)
        do {
            try running.write(in: folder)
        } catch {
            await hosted.stop()
            throw error
        }
        console.print(MeshText.howToConnect(running))
        console.say("Ctrl-C stops it.")
        let failure = await hosted.run(until: signals)
        RunningMesh.remove(in: folder)
        if let failure { throw stoppedByItself(failure) }
        console.say("stopped")
    }

    private func runDetached(_ folder: MeshFolder) async throws {
        guard !FileLock.isHeld(RunningMesh.lockFile(of: folder)) else { throw alreadyRuns(in: folder) }
        var arguments = ["mesh", "up", "-C", folder.root.path, "--color", "never"]
        if let environment = manifests.env { arguments += ["--env", environment] }
        arguments += manifests.assignments.flatMap { ["--var", $0] }
        if common.verbose { arguments.append("--verbose") }
        let log = RunningMesh.logFile(of: folder)
        let child = try BackgroundProcess.start(arguments, log: log)
        while true {
            if let running = RunningMesh.find(in: folder), running.processId == child.processId {
                common.console.print(MeshText.howToConnect(running))
                return
            }
            if child.hasEnded {
                let said = (try? String(contentsOf: log, encoding: .utf8)) ?? ""
                throw CommandFailure(.unreachable, "the mesh did not start\n" + said.trimmingCharacters(in: .newlines))
            }
            try await Task.sleep(for: .milliseconds(10))
        }
    }

    private func alreadyRuns(in folder: MeshFolder) -> CommandFailure {
        let who = RunningMesh.find(in: folder).map { " (process \($0.processId))" } ?? ""
        return CommandFailure(.refused, "a mesh already runs from '\(folder.root.path)'\(who)", remedy: "stop it with 'heddle mesh down'")
    }

    private var serverLogger: Logger {
        var logger = common.logger
        if !common.verbose, !common.quiet { logger.logLevel = .notice }
        return logger
    }
}
