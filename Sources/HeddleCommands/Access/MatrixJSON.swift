import AccessAnalysis

/// `heddle access matrix`. The shape is Specs/access/v1/matrix.schema.json; it changes only by adding.
struct MatrixJSON: Encodable {
    var formatVersion = "1.0"
    var clusters: [Cluster]

    struct Cluster: Encodable {
        var cluster: String
        var defaults: AccessDefaultsJSON
        var principals: [String]
        var rows: [Row]
    }

    struct Row: Encodable {
        var resource: String
        /// In the order of `principals`; empty where nothing may be done, `~` behind a letter that holds in part.
        var marks: [String]
    }

    init(_ scene: QueriedMesh, _ tables: [(cluster: ClusterAccess, table: AccessTable)]) {
        clusters = tables.map { cluster, table in
            Cluster(
                cluster: cluster.cluster, defaults: AccessDefaultsJSON(cluster, scene), principals: table.principals.map(\.name),
                rows: zip(table.resources, table.marks).map { resource, marks in
                    Row(resource: resource.description, marks: marks.map { $0.isEmpty ? "" : $0.text })
                })
        }
    }
}
