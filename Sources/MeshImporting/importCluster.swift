import ManifestLoading
import MeshModel

/// The manifests of what is in a cluster and in no manifest yet.
///
/// They adopt: a plan made from them takes over what is there, and changes nothing. The same observation gives the same
/// manifests, to the letter.
package func importCluster(_ request: ImportRequest) -> ClusterImport {
    var leftOut: [LeftOut] = []
    let topics = chooseTopics(request, &leftOut)
    let subjects = importSubjects(for: topics, request, &leftOut)
    let access = importAccess(for: topics, subjects, request, &leftOut)
    let declared = topics.filter { access.derivedTopics[$0.name] == nil }
        .map { topicDocument($0, subjects.payloads[$0.name] ?? [:], request, &leftOut) }
    leftOut.sort { ($0.sort.rawValue, $0.name, $0.reason.rawValue) < ($1.sort.rawValue, $1.name, $1.reason.rawValue) }
    return ClusterImport(
        documents: declared + subjects.documents + access.principals + access.applications + access.grants, leftOut: leftOut)
}
