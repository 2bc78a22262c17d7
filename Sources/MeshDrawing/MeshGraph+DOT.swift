extension MeshGraph {
    /// Graphviz's language (https://graphviz.org/doc/info/lang.html), one cluster of nodes a cluster.
    package func dot() -> String {
        var lines = ["digraph mesh {", "  rankdir=LR;", "  node [fontname=\"Helvetica\"];", "  edge [fontname=\"Helvetica\", fontsize=10];"]
        let names = shortNames
        for cluster in nodes where cluster.kind == .cluster {
            lines.append("  subgraph cluster_\(names[cluster.id] ?? "") {")
            lines.append("    label=\(dotText(cluster.name));")
            let topics = nodes.filter { $0.cluster == cluster.name }
            // Graphviz does not draw a cluster without nodes.
            if topics.isEmpty { lines.append("    \(names[cluster.id] ?? "") [label=\"\", shape=none];") }
            for topic in topics { lines.append("    \(dotNode(topic, names))") }
            lines.append("  }")
        }
        for node in nodes where node.kind != .cluster && node.cluster == nil { lines.append("  \(dotNode(node, names))") }
        for edge in edges {
            let style = edge.kind.isFlow ? "" : ", style=dashed"
            lines.append("  \(names[edge.from] ?? "") -> \(names[edge.to] ?? "") [label=\(dotText(edge.kind.rawValue))\(style)];")
        }
        return lines.joined(separator: "\n") + "\n}\n"
    }
}

private func dotNode(_ node: MeshGraph.Node, _ names: [String: String]) -> String {
    let shape =
        switch node.kind {
        case .topic: "cylinder"
        case .application: "box"
        case .contract: "note"
        case .cluster: "box3d"
        }
    return "\(names[node.id] ?? "") [label=\(dotText(node.name)), shape=\(shape)\(node.isDerived ? ", style=dashed" : "")];"
}

/// In quotes, where a backslash would begin one of Graphviz's own escapes.
private func dotText(_ text: String) -> String {
    let escaped = text.unicodeScalars.map { scalar in
        switch scalar {
        case "\"": "\\\""
        case "\\": "\\\\"
        case "\n": "\\n"
        default: scalar.value < 0x20 || scalar.value == 0x7F ? " " : String(scalar)
        }
    }
    return "\"\(escaped.joined())\""
}
