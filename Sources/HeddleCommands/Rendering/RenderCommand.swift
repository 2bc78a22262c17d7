import ArgumentParser
import Diagnostics
import ManifestLoading
import ManifestWriting
import MeshModel
import MeshResolution

struct RenderCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "render", abstract: "The manifests as they hold, with the origin of each value.",
        discussion: """
            EXAMPLE
              heddle render --env prod
              heddle render --env prod Topic/orders.created
              heddle render --env prod --no-origins > flat/heddle.yaml

            Patches, variables and defaults are put in, and behind each value stands where it comes from. What follows from
            Applications, topics and rules, is listed at the end. With --no-origins the output is manifests that declare the
            same mesh. Secrets stay references.
            """)

    @Argument(help: ArgumentHelp("Only these: KIND/NAME, or addresses such as topic/eu/orders.created.", valueName: "address|kind/name"))
    var selection: [String] = []
    @Option(help: "yaml or json.") var format: RenderFormat = .yaml
    @Flag(name: .customLong("no-origins"), help: "Nothing but the manifests.") var withoutOrigins = false
    @OptionGroup var manifests: ManifestOptions
    @OptionGroup var common: CommonOptions

    func run() throws {
        let console = common.console
        let folder = try MeshFolder.containing(common.startingFolder)
        let loaded = try requireLoadedMesh(in: folder, options: manifests, console: console)
        let prepared = prepareDocuments(of: loaded.mesh, variables: try manifests.variables())
        let rendered = renderMesh(prepared, environment: manifests.env)
        let derived = DerivedResources(loaded.desired)
        let selected = try RenderSelection(selection, documents: rendered.documents, derived: derived)
        switch format {
        case .yaml:
            let texts = selected.documents.map { $0.yaml(withOrigins: !withoutOrigins) }
            console.write(texts.joined(separator: "---\n"), to: .output)
            if !withoutOrigins { console.write(selected.derived.comment(isFirst: texts.isEmpty), to: .output) }
        case .json:
            console.print(try renderJSON(RenderJSON(selected, mesh: loaded.desired.name, environment: manifests.env)))
        }
    }
}

enum RenderFormat: String, ExpressibleByArgument, CaseIterable { case yaml, json }
