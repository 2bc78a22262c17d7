import ArgumentParser
import Foundation

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
        _ = try origin.source(manifests, common)
        _ = try manner.settings()
        throw CommandFailure(.bug, "not assembled yet")
    }
}
