import ArgumentParser
import Diagnostics
import Foundation
import ManifestLoading
import MeshHosting
import MeshImporting
import MeshModel

struct ImportCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "import", abstract: "Manifests of what is in a running cluster.",
        discussion: """
            EXAMPLE
              heddle import --cluster eu --owner team-checkout --prefix orders.
              heddle import --cluster eu --dry-run
              heddle import --bootstrap kafka-1:9092 --registry http://schemas:8081 --cluster eu -o shop

            Topics, contracts, applications, principals and access that no manifest declares yet are written to new files: no
            file is ever overwritten. Rules that are what an application needs become an Application, the rest Access. The
            manifests are loaded and planned at once, to show that a plan takes over what is there and changes nothing; then
            'heddle apply' makes it Heddle's.

            What belongs to the engine, to another mesh or to Heddle itself is left out, as is what manifests have no words
            for; it is told on standard error. With --bootstrap a whole new mesh is written, for a cluster that asks for
            neither TLS nor a login; for others write the Cluster first, as 'heddle init' shows, and import into that mesh.
            """)

    @Option(help: ArgumentHelp("The cluster, as the mesh's manifests call it, or as they shall.", valueName: "name"))
    var cluster: String
    @Option(
        name: [.customShort("o"), .customLong("output")],
        help: ArgumentHelp("The folder for the manifests; the one that the mesh keeps them in when left out. With --bootstrap the mesh's own.", valueName: "dir"))
    var output: String?
    @Option(help: ArgumentHelp("Only topics whose names begin so, and the access to them; may be repeated.", valueName: "prefix"))
    var prefix: [String] = []
    @Option(help: ArgumentHelp("Who answers for what is imported.", valueName: "team"))
    var owner: String = ImportRequest.unowned
    @Flag(name: .customLong("no-access"), help: "Leave all rules out, and so applications and principals.")
    var withoutAccess = false
    @Flag(help: "Print what would be written, and write nothing.")
    var dryRun = false
    @Option(help: ArgumentHelp("Begin a new mesh with the cluster that is met here; may be repeated.", valueName: "host:port"))
    var bootstrap: [String] = []
    @Option(help: ArgumentHelp("With --bootstrap: the URL of the cluster's schema registry.", valueName: "url"))
    var registry: String?
    @Option(help: "text or json.") var format: TextOrJSON = .text
    @OptionGroup var manifests: ManifestOptions
    @OptionGroup var common: CommonOptions

    func run() async throws {
        try check()
        let target = try await bootstrap.isEmpty ? openMesh() : beginMesh()
        let request = ImportRequest(
            cluster: cluster, observed: target.observed, loaded: target.loaded, desired: target.desired, owner: owner, prefixes: prefix,
            includesAccess: !withoutAccess)
        let imported = importCluster(request)
        let files = target.newFiles + layOutFiles(imported, request, target.layout)
        let report = ImportReport(mesh: target.loaded.mesh.name, cluster: cluster, isDryRun: dryRun, imported: imported, files: files)
        if !dryRun { try write(files, to: target.folder.root) }
        let proof = proveImport(
            files, of: request, in: OverlaidManifestSource(base: DiskManifestSource(root: target.folder.root), files: dryRun ? files : []),
            root: MeshFolder.rootFile, environment: manifests.env, variables: try manifests.variables())
        try report.show(proof, as: format, console: common.console)
        guard proof.holds else {
            throw CommandFailure(
                .no, "a plan of these manifests would not leave the cluster as it is",
                remedy: dryRun ? "nothing was written" : "the files stay; mend or remove what is named above, then run 'heddle plan'")
        }
    }

    private func check() throws {
        if let problem = TextForm.name.problem(cluster) {
            throw CommandFailure(.usage, "'\(cluster)' \(problem.message)", remedy: problem.suggestion)
        }
        if TextForm.nonEmpty.problem(owner) != nil { throw CommandFailure(.usage, "'--owner' is empty", remedy: "name a team, or leave it out") }
        if prefix.contains("") { throw CommandFailure(.usage, "'--prefix' is empty", remedy: "leave it out to import every topic") }
        if registry != nil, bootstrap.isEmpty {
            throw CommandFailure(.usage, "'--registry' is for a new mesh", remedy: "give the cluster's manifest a registry")
        }
    }

    private func write(_ files: [ImportedFile], to root: URL) throws {
        for file in files {
            let url = root.appendingPathComponent(file.path)
            do {
                try FileManager.default.createDirectory(at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
                // Whatever has come to stand there in the meantime stays.
                try Data(file.text.utf8).write(to: url, options: .withoutOverwriting)
            } catch {
                throw CommandFailure(.usage, "'\(url.path)' cannot be written: \(systemReason(error))")
            }
        }
    }
}
