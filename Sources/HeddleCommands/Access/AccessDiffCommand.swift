import AccessAnalysis
import ArgumentParser
import Determinism
import MeshModel

struct AccessDiffCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "diff", abstract: "Who may do in effect what he could not before, and the other way round.",
        discussion: """
            EXAMPLE
              heddle access diff main
              heddle access diff origin/main --no-new-access      # a gate for pull requests
              heddle access diff v1.4.0 v1.5.0 --format markdown > comment.md

            Each side is a git revision, a folder with a heddle.yaml, or WORKTREE: the folder as it is. Not rules are compared but
            what they come to: a rule that another covers changes nothing, and a denial that is taken away may give much. With
            --no-new-access it exits with 1 where anybody gains anything.
            """)

    @Argument(help: ArgumentHelp("A revision or a folder.", valueName: "old")) var old: String
    @Argument(help: ArgumentHelp("A revision or a folder; the folder as it is when left out.", valueName: "new")) var new: String?
    @Flag(help: "Exit with 1 where anybody gains anything.") var noNewAccess = false
    @Option(help: ArgumentHelp("Only this cluster.", valueName: "name")) var cluster: String?
    @Option(help: "text, json or markdown.") var format: TextJSONOrMarkdown = .text
    @OptionGroup var manifests: ManifestOptions
    @OptionGroup var common: CommonOptions

    func run() throws {
        let console = common.console
        let before = try MeshSide.read(old, manifests, common)
        let after = try MeshSide.read(new ?? "WORKTREE", manifests, common)
        var (oldMesh, newMesh) = (try before.require(console).1, try after.require(console).1)
        if let cluster {
            guard oldMesh.clusters[cluster] != nil || newMesh.clusters[cluster] != nil else { return try newMesh.keep(cluster: cluster) }
            oldMesh.clusters = oldMesh.clusters.filter { $0.key == cluster }
            newMesh.clusters = newMesh.clusters.filter { $0.key == cluster }
        }
        let differences = Set(oldMesh.clusters.keys).union(newMesh.clusters.keys).sorted().map { name in
            compareAccess(from: side(name, oldMesh), to: side(name, newMesh))
        }
        let report = AccessDiffReport(mesh: newMesh.name, from: before.name, to: after.name, clusters: differences)
        switch format {
        case .text: console.print(report.text(Paint(isOn: console.colours(.output))))
        case .json: console.print(try renderJSON(AccessDiffJSON(report, environment: manifests.env)))
        case .markdown: console.write(report.markdown(environment: manifests.env), to: .output)
        }
        if noNewAccess, report.clusters.contains(where: { !$0.gained.isEmpty }) { throw ExitStatus.no.code }
    }

    /// Where a cluster is not there, nobody may do anything.
    private func side(_ name: String, _ mesh: DesiredMesh) -> ClusterAccess {
        mesh.clusters[name].map { ClusterAccess($0, at: .present) }
            ?? ClusterAccess(cluster: name, rules: [], declared: [:], isLive: false, topics: [], defaults: AccessDefaults(allowsByDefault: false))
    }
}
