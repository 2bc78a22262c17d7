import Diagnostics
import MeshModel
import ReconcilerCore

/// What a reading of manifests means to a controller: a revision to keep, or what is wrong with it.
///
/// - Parameters:
///   - digest: of what was read.
///   - stamp: where it stands; nil outside of a repository.
func sourceOutcome(_ reading: ManifestReading, stamp: SourceStamp?, environment: String?, digest: String) -> SourceOutcome {
    guard !reading.report.hasErrors, var mesh = reading.mesh else {
        let renderer = TextRenderer(usesColor: false)
        let errors = reading.report.diagnostics.filter { $0.severity == .error }
        let shown = errors.prefix(50).map { renderer.render($0) }
        let left = errors.count - shown.count
        return .failure(
            SourceProblem(
                .invalid, "the manifests have \(errors.count) error\(errors.count == 1 ? "" : "s")",
                diagnostics: shown + (left > 0 ? ["and \(left) more"] : []), revision: stamp?.revision ?? digest))
    }
    mesh.source = stamp
    return .revision(
        SourceRevision(
            mesh: mesh, environment: environment, policies: reading.policies.map { (book: $0.book, mesh: $0.mesh) }, digest: digest))
}
