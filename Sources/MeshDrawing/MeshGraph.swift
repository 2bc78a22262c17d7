/// A mesh as things and what connects them: the picture that `heddle graph` draws. Nodes and edges are in a stable order.
package struct MeshGraph: Sendable, Hashable {
    package struct Node: Sendable, Hashable, Comparable {
        package enum Kind: String, Sendable, Hashable, CaseIterable { case cluster, contract, application, topic }

        package var kind: Kind
        package var name: String
        /// Of a topic.
        package var cluster: String?
        /// It follows from an Application, and has no document of its own.
        package var isDerived: Bool

        package init(_ kind: Kind, _ name: String, on cluster: String? = nil, isDerived: Bool = false) {
            self.kind = kind
            self.name = name
            self.cluster = cluster
            self.isDerived = isDerived
        }

        /// `topic/eu/orders.created`, `application/checkout`: what addresses read where there is one.
        package var id: String { [kind.rawValue, cluster, name].compactMap { $0 }.joined(separator: "/") }

        package static func < (left: Self, right: Self) -> Bool {
            (left.kind.rank, left.cluster ?? "", left.name) < (right.kind.rank, right.cluster ?? "", right.name)
        }
    }

    package struct Edge: Sendable, Hashable, Comparable {
        package enum Kind: String, Sendable, Hashable, CaseIterable {
            /// From an application to a topic.
            case produces
            /// From a topic to an application.
            case consumes
            /// From an application to the topic where what failed waits, or ends.
            case retry, deadLetter = "dead-letter"
            /// From a topic to the contract of its key or value.
            case key, value
            /// From a contract to one that its schema speaks of.
            case references
        }

        package var from: String
        package var to: String
        package var kind: Kind

        package init(_ kind: Kind, from: String, to: String) {
            self.from = from
            self.to = to
            self.kind = kind
        }

        package static func < (left: Self, right: Self) -> Bool {
            (left.from, left.to, left.kind.rawValue) < (right.from, right.to, right.kind.rawValue)
        }
    }

    package private(set) var nodes: [Node]
    package private(set) var edges: [Edge]

    /// Edges to or from what is no node are left out.
    package init(nodes: some Sequence<Node>, edges: some Sequence<Edge>) {
        var byId: [String: Node] = [:]
        for node in nodes { byId[node.id] = node }
        self.nodes = byId.values.sorted()
        self.edges = Set(edges).filter { byId[$0.from] != nil && byId[$0.to] != nil }.sorted()
    }

    /// What is called `name`, and what is one step away: `topic/eu/orders.created`, or `KIND/NAME`, which may be several. A
    /// cluster's neighbours are its topics. nil where nothing is called so.
    package func focused(on name: String) -> MeshGraph? {
        let parts = name.split(separator: "/", maxSplits: 1, omittingEmptySubsequences: false)
        guard parts.count == 2 else { return nil }
        let centre = nodes.filter { node in
            node.id == name || (node.kind.rawValue == parts[0].lowercased() && node.name == parts[1])
        }
        guard !centre.isEmpty else { return nil }
        var kept = Set(centre.map(\.id))
        let touching = edges.filter { kept.contains($0.from) || kept.contains($0.to) }
        for edge in touching { kept.formUnion([edge.from, edge.to]) }
        let clusters = Set(centre.filter { $0.kind == .cluster }.map(\.name))
        let members = nodes.filter { node in node.cluster.map(clusters.contains) ?? false }
        kept.formUnion(members.map(\.id))
        // A topic is drawn inside of its cluster.
        for node in nodes where kept.contains(node.id) { if let cluster = node.cluster { kept.insert(Node(.cluster, cluster).id) } }
        return MeshGraph(nodes: nodes.filter { kept.contains($0.id) }, edges: touching)
    }
}

extension MeshGraph.Node.Kind {
    fileprivate var rank: Int { Self.allCases.firstIndex(of: self) ?? 0 }
}
