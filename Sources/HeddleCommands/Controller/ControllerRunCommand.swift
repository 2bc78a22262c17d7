import ArgumentParser
import EngineInterface
import Foundation
import Logging
import MeshModel
import ReconcilerCore
import ReconcilerService

struct ControllerRunCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "run", abstract: "Applies what is merged, finds drift and mends it, until it is stopped.",
        discussion: """
            EXAMPLE
              heddle controller run                                      # the manifests of this folder
              heddle controller run --git git@github.com:acme/mesh.git --ref main --path meshes/shop --env prod
              heddle controller run --prune --notify https://hooks.example.org/mesh
              heddle status --watch                                      # elsewhere: what it says

            Changes that are safe or notable are made at once; disruptive and destructive ones wait for 'heddle approve PLAN'.
            What another hand changed is put back, reported or let be, as the mesh's 'drift' says. Manifests with errors are
            told of, and the last good revision stays in force. Of several controllers one works and the others stand by.

            With OTEL_EXPORTER_OTLP_ENDPOINT set, each round is traced over OTLP/HTTP.
            """)

    @OptionGroup var origin: ControllerSourceOptions
    @OptionGroup var manner: ControllerOptions
    @OptionGroup var interface: ControllerInterfaceOptions
    @OptionGroup var manifests: ManifestOptions
    @OptionGroup var common: CommonOptions

    func run() async throws {
        let source = try origin.source(manifests, common)
        let settings = try manner.settings()
        let author = ApplyAuthor.present()
        let identity = ControllerIdentity(
            author: author, holder: "\(author.user)@\(author.host) (pid \(getpid()))", process: .present(), version: heddleVersion, isGone: { $0.isGone })
        let logger = serverLogger
        let folder = (try? MeshFolder.containing(common.startingFolder)) ?? MeshFolder(root: common.startingFolder)
        let world = ControllerWorld(
            manifests: source, engines: ControllerEngines(folder: folder, logger: logger), control: ControllerRecords(logger: logger),
            audit: ControllerAudit(), identity: identity, clock: { .present })
        let signals = await StopSignals.trap()
        let loop = ControllerLoop(Reconciler(settings: settings, seed: .random(in: .min ... .max)), name: settings.name, world: world, logger: logger)
        await withTaskGroup(of: Void.self) { group in
            group.addTask {
                await signals.wait()
                loop.stop()
            }
            await loop.run()
            group.cancelAll()
        }
        common.console.say("stopped")
    }

    private var serverLogger: Logger {
        var logger = common.logger
        if !common.verbose, !common.quiet { logger.logLevel = .notice }
        return logger
    }
}
