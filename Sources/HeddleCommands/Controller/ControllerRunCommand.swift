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
        let logger = serverLogger
        let telemetry = ControllerTelemetry(controller: settings.name, version: heddleVersion, traces: traces(settings.name, logger), logger: logger)
        let notifier = try interface.notifier(controller: settings.name, common, logger: logger) { telemetry.count($0) }
        let folder = (try? MeshFolder.containing(common.startingFolder)) ?? MeshFolder(root: common.startingFolder)
        let author = ApplyAuthor.present()
        let identity = ControllerIdentity(
            author: author, holder: settings.name, process: .present(), version: heddleVersion, isGone: { $0.isGone })
        let world = ControllerWorld(
            manifests: source, engines: ControllerEngines(folder: folder, logger: logger), control: ControllerRecords(logger: logger),
            audit: ControllerAudit(name: settings.name), notifications: notifier, observers: [telemetry], identity: identity, clock: { .present })
        let signals = await StopSignals.trap()
        let loop = ControllerLoop(Reconciler(settings: settings, seed: .random(in: .min ... .max)), name: settings.name, world: world, logger: logger)
        let console = common.console
        console.print("controller is up, process \(getpid())")
        let service = ControllerService(loop: loop, interface: try served(loop, telemetry), logger: logger) { address in
            console.print("  http://\(address)")
        }
        do {
            try await run(service, telemetry, notifier, until: signals)
        } catch let error as InterfaceStartError {
            throw CommandFailure(.unreachable, error.description, remedy: "say another address with --listen, or --no-listen")
        }
        console.say("stopped")
    }

    private func run(_ service: ControllerService, _ telemetry: ControllerTelemetry, _ notifier: WebhookNotifier, until signals: StopSignals) async throws {
        try await withThrowingTaskGroup(of: Void.self) { group in
            group.addTask { await telemetry.run() }
            group.addTask { await notifier.run() }
            group.addTask {
                await signals.wait()
                service.stop()
            }
            defer { group.cancelAll() }
            try await service.run()
            notifier.stop()
            telemetry.stop()
        }
    }

    /// Where OpenTelemetry's own variables say.
    private func traces(_ name: String, _ logger: Logger) -> OTLPSettings? {
        let (settings, problems) = OTLPSettings.read(
            ProcessInfo.processInfo.environment, service: "heddle-controller", version: heddleVersion, instance: name)
        for problem in problems { logger.warning("\(problem)") }
        return settings
    }

    private func served(_ loop: ControllerLoop, _ telemetry: ControllerTelemetry) throws -> InterfaceConfiguration? {
        guard let address = try interface.address() else { return nil }
        return InterfaceConfiguration(
            listen: address, webhookSecret: try interface.webhookSecret(common), version: heddleVersion,
            metrics: { telemetry.exposition(of: loop.board.present.clusters.sorted { $0.key < $1.key }.map(\.value)) })
    }

    private var serverLogger: Logger {
        var logger = common.logger
        if !common.verbose, !common.quiet { logger.logLevel = .notice }
        return logger
    }
}
