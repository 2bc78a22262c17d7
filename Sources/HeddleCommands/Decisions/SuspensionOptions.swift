import ArgumentParser
import MeshModel

/// What `suspend` and `resume` are told.
struct SuspensionOptions: ParsableArguments {
    @OptionGroup var target: SuspensionTarget
    @Option(help: ArgumentHelp("Why, for whoever wonders, and for the audit.", valueName: "text")) var reason: String?
    @Option(help: "text or json.") var format: TextOrJSON = .text
    @OptionGroup var manifests: ManifestOptions
    @OptionGroup var common: CommonOptions

    /// Opens the mesh for a decision, and closes it whatever comes of that.
    func decide(_ body: (DesiredMesh, SuspensionTarget.Subject, MeshDecisions) async throws -> Void) async throws {
        let folder = try MeshFolder.containing(common.startingFolder)
        // In an incident the manifests may well have errors: hands off is said all the same.
        let mesh = try (try? readManifests(of: folder, options: manifests))?.mesh ?? requireClusters(in: folder, options: manifests, console: common.console)
        let subject = try target.subject(in: mesh)
        var reached = mesh
        reached.clusters = mesh.clusters.filter { subject.clusters.contains($0.key) }
        let connections = await MeshConnections.open(reached, in: folder, running: .find(in: folder), logger: common.logger)
        let outcome: Result<Void, any Error>
        do {
            outcome = .success(try await body(mesh, subject, MeshDecisions(mesh: mesh, connections: connections, console: common.console)))
        } catch {
            outcome = .failure(error)
        }
        await connections.close()
        try outcome.get()
    }
}
