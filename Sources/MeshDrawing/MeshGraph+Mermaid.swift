extension MeshGraph {
    /// A Mermaid flowchart (https://mermaid.js.org/syntax/flowchart.html), one subgraph a cluster.
    package func mermaid() -> String {
        var lines = ["flowchart LR"]
        let names = shortNames
        for cluster in nodes where cluster.kind == .cluster {
            lines.append("  subgraph \(names[cluster.id] ?? "")[\"\(mermaidText(cluster.name))\"]")
            for topic in nodes where topic.cluster == cluster.name { lines.append("    \(mermaidNode(topic, names))") }
            lines.append("  end")
        }
        for node in nodes where node.kind != .cluster && node.cluster == nil { lines.append("  \(mermaidNode(node, names))") }
        for edge in edges {
            let arrow = edge.kind.isFlow ? "-->" : "-.->"
            lines.append("  \(names[edge.from] ?? "") \(arrow)|\(edge.kind.rawValue)| \(names[edge.to] ?? "")")
        }
        return lines.joined(separator: "\n") + "\n"
    }

    /// Names of nodes inside a drawing: nothing that a person wrote, which would have to be escaped in every place.
    var shortNames: [String: String] {
        Dictionary(nodes.enumerated().map { ($1.id, "n\($0)") }, uniquingKeysWith: { first, _ in first })
    }
}

extension MeshGraph.Edge.Kind {
    /// Records go along it.
    var isFlow: Bool {
        switch self {
        case .produces, .consumes, .retry, .deadLetter: true
        case .key, .value, .references: false
        }
    }
}

private func mermaidNode(_ node: MeshGraph.Node, _ names: [String: String]) -> String {
    let name = names[node.id] ?? ""
    let text = mermaidText(node.name)
    return switch node.kind {
    case .topic: node.isDerived ? "\(name)([\"\(text)\"])" : "\(name)[(\"\(text)\")]"
    case .application: "\(name)[\"\(text)\"]"
    case .contract: "\(name)[/\"\(text)\"/]"
    case .cluster: "\(name)[\"\(text)\"]"
    }
}

/// Inside quotes, with Mermaid's entity codes for all that could end them or be taken for Markdown or HTML.
private func mermaidText(_ text: String) -> String {
    text.unicodeScalars.map { scalar in
        switch scalar {
        case "a"..."z", "A"..."Z", "0"..."9", ".", "-", " ", ":", "/": String(scalar)
        case "_": "_"
        default: scalar.value < 0x20 || scalar.value == 0x7F ? " " : scalar.isASCII ? "#\(scalar.value);" : String(scalar)
        }
    }.joined()
}
