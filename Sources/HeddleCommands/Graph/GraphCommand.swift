import ArgumentParser
import Diagnostics
import MeshDrawing

struct GraphCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "graph", abstract: "A picture of the mesh: who writes what, who reads it, by which contract.",
        discussion: """
            EXAMPLE
              heddle graph                                     # Mermaid, which GitHub shows in Markdown
              heddle graph --format dot | dot -Tsvg > mesh.svg
              heddle graph --focus Topic/orders.created        # with what touches it

            Clusters, their topics, applications and contracts. Nothing but the manifests is read.
            """)

    @Option(help: "mermaid, dot or json.") var format: GraphFormat = .mermaid
    @Option(help: ArgumentHelp("Only this, and what is one step away; may be repeated.", valueName: "address|kind/name"))
    var focus: [String] = []
    @OptionGroup var manifests: ManifestOptions
    @OptionGroup var common: CommonOptions

    func run() throws {
        let console = common.console
        let folder = try MeshFolder.containing(common.startingFolder)
        let loaded = try requireLoadedMesh(in: folder, options: manifests, console: console)
        let graph = try focused(graphMesh(loaded.mesh, loaded.desired))
        switch format {
        case .mermaid: console.write(graph.mermaid(), to: .output)
        case .dot: console.write(graph.dot(), to: .output)
        case .json: console.print(try renderJSON(GraphJSON(graph, mesh: loaded.desired.name, environment: manifests.env)))
        }
    }

    private func focused(_ graph: MeshGraph) throws -> MeshGraph {
        guard !focus.isEmpty else { return graph }
        var nodes: [MeshGraph.Node] = []
        var edges: [MeshGraph.Edge] = []
        for name in focus {
            guard let part = graph.focused(on: name) else {
                throw CommandFailure(
                    .usage, "the mesh has no '\(name)'",
                    remedy: closestMatch(to: name, among: graph.nodes.map(\.id)).map { "did you mean '\($0)'?" }
                        ?? "say KIND/NAME (Topic/orders.created), or an address (topic/eu/orders.created)")
            }
            nodes += part.nodes
            edges += part.edges
        }
        return MeshGraph(nodes: nodes, edges: edges)
    }
}

enum GraphFormat: String, ExpressibleByArgument, CaseIterable { case mermaid, dot, json }

/// The graph as machines read it. The shape is Specs/graph/v1/graph.schema.json; it changes only by adding.
struct GraphJSON: Encodable {
    var formatVersion = "1.0"
    var mesh: String
    var environment: String?
    var nodes: [Node]
    var edges: [Edge]

    struct Node: Encodable {
        var id: String
        var kind: String
        var name: String
        var cluster: String?
        var derived: Bool
    }

    struct Edge: Encodable {
        var from: String
        var to: String
        var kind: String
    }

    init(_ graph: MeshGraph, mesh: String, environment: String?) {
        self.mesh = mesh
        self.environment = environment
        nodes = graph.nodes.map { Node(id: $0.id, kind: $0.kind.rawValue, name: $0.name, cluster: $0.cluster, derived: $0.isDerived) }
        edges = graph.edges.map { Edge(from: $0.from, to: $0.to, kind: $0.kind.rawValue) }
    }
}
