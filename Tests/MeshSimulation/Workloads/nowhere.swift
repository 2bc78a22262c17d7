import Diagnostics
import MeshModel

/// A cluster of which nothing is declared.
func nowhere(_ name: String) -> DesiredCluster {
    let range = SourceRange(file: SourceFile(path: "clusters.yaml", text: ""), start: .start, end: .start)
    return DesiredCluster(
        name: name, resource: Resource(metadata: Metadata(name: Located(name)), spec: ClusterSpec(engine: Located(.embedded)), range: range))
}
