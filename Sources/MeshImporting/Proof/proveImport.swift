import Diagnostics
import ManifestLoading
import MeshModel
import MeshPlanning
import MeshResolution

/// What a plan makes of a mesh once an import is in it.
package struct ImportProof: Sendable {
    /// Where manifests and cluster differ: the address, and how.
    package var differences: [Difference]
    /// What is wrong with the manifests.
    package var diagnostics: [Diagnostic]
    /// How many resources the plan takes over.
    package var adoptions: Int

    package struct Difference: Sendable, Hashable {
        package var address: String
        package var message: String
    }

    /// The plan takes over what is there, and changes nothing.
    package var holds: Bool { differences.isEmpty && !diagnostics.contains { $0.severity == .error } }
}

/// Reads the mesh as anybody would, imported files and all, and plans it against the observation that they were made from.
///
/// What differed before the import, in resources that the manifests had already, is no fault of it.
package func proveImport(
    _ imported: [ImportedFile], of request: ImportRequest, in files: some ManifestSource, root: String, environment: String?,
    variables: [String: String]
) -> ImportProof {
    let (loaded, loadDiagnostics) = loadMesh(files, root: root, environment: environment, variables: variables)
    let (mesh, resolveDiagnostics) = loaded.map { resolveMesh($0) } ?? (nil, [])
    var proof = ImportProof(differences: [], diagnostics: loadDiagnostics + resolveDiagnostics, adoptions: 0)
    if let loaded { proof.differences = missing(imported, in: loaded) }
    guard let mesh else { return proof }
    let before = pending(plan(request.desired, environment, request)).keys
    let plan = plan(mesh, environment, request)
    for (address, message) in pending(plan).sorted(by: { $0.key < $1.key }) where !before.contains(address) {
        proof.differences.append(.init(address: address, message: message))
    }
    proof.adoptions = plan.changes.count { $0.action == .adopt }
    return proof
}

private func plan(_ mesh: DesiredMesh, _ environment: String?, _ request: ImportRequest) -> Plan {
    planMesh(mesh, environment: environment, observations: [request.cluster: .success(request.observed)])
}

/// What would be done or refused, by address.
private func pending(_ plan: Plan) -> [String: String] {
    var pending: [String: String] = [:]
    for change in plan.changes where !change.operations.isEmpty || change.risk != .safe {
        let fields = change.fields.map { "\($0.path) \($0.old ?? "none") → \($0.new ?? "none")" }.joined(separator: ", ")
        pending[change.address.description] = "the plan would \(change.action.rawValue) it" + (fields.isEmpty ? "" : ": \(fields)")
    }
    for notice in plan.refusals { pending[notice.address.description] = notice.message }
    return pending
}

/// Documents that were written and not read again: nothing in heddle.yaml names their file.
private func missing(_ imported: [ImportedFile], in loaded: LoadedMesh) -> [ImportProof.Difference] {
    let read = Set(loaded.files.map(\.path))
    return imported.filter { !$0.documents.isEmpty && !read.contains($0.path) }.map {
        ImportProof.Difference(address: $0.path, message: "no pattern in the mesh's 'manifests' names this file, so that it is not read")
    }
}
