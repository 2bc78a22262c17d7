import Diagnostics
import LocatedYAML
import MeshModel

/// Reads a mesh: heddle.yaml, the manifests that it names, and the contracts' schemas; everything that can be wrong with
/// one document by itself is said, for all of them, in one run.
///
///     let (mesh, diagnostics) = loadMesh(folder, environment: "prod")
///
/// - Parameters:
///   - root: the file with the Mesh document, by its path in `files`.
///   - environment: whose patches and variables hold; nil for none.
///   - variables: from the command line; they win over the environment's.
/// - Returns: the documents that could be understood, nil when there is no Mesh among them; and what is wrong, in the
///   order of files.
package func loadMesh(
    _ files: some ManifestSource, root: String = "heddle.yaml", environment: String? = nil, variables: [String: String] = [:],
    limits: LoadingLimits = .init()
) -> (mesh: LoadedMesh?, diagnostics: [Diagnostic]) {
    var reader = ManifestReader(source: files, limits: limits)
    guard let documents = reader.read(root, isRoot: true) else { return (nil, reader.diagnostics) }
    guard let meshDocument = documents.first(where: { $0.root["kind"]?.scalar?.text == ManifestKind.mesh.rawValue }) else {
        reader.report(missingMesh(root, in: reader.files.last, hasErrors: !reader.diagnostics.isEmpty))
        return (nil, reader.diagnostics)
    }
    var setting = MeshSetting(
        meshDocument.root, environment: environment, variables: variables, limits: limits, &reader.diagnostics)
    let mesh = loadMeshDocument(meshDocument, &setting, &reader.diagnostics)
    var loader = DocumentLoader(mesh: mesh, setting: setting, reader: reader)
    loader.load(documents, isRoot: true)
    for path in discoverManifests(mesh.spec.manifests, in: files, root: root, diagnostics: &loader.reader.diagnostics) {
        guard let documents = loader.reader.read(path, isRoot: false) else { continue }
        loader.load(documents, isRoot: false)
    }
    return loader.finish(environment: environment)
}

/// How much of a mesh is read before it counts as an accident.
package struct LoadingLimits: Sendable, Hashable {
    package var maximumFiles = 100_000
    /// Of the schema of one contract.
    package var maximumSchemaBytes = 8 << 20
    /// Of all manifests and schemas together.
    package var maximumTotalBytes = 256 << 20
    /// Errors and warnings of the documents beyond this are counted, not kept.
    package var maximumDiagnostics = 10_000
    /// Values that an environment's patches put into documents, all together.
    package var maximumPatchedValues = 5_000_000
    package var yaml = YAMLLimits()

    package init() {}
}

/// The Mesh document itself, patched and with variables put in; something that can be gone on with, whatever it holds.
private func loadMeshDocument(
    _ document: YAMLDocument, _ setting: inout MeshSetting, _ diagnostics: inout [Diagnostic]
) -> Resource<MeshSpec> {
    var checker = ManifestChecker()
    var found: [Diagnostic] = []
    let root = setting.prepare(setting.withoutOwnFields(document.root), &found)
    checker.unknownValues = Set(found.compactMap(\.range))
    diagnostics += found
    let checked = checker.checkDocument(YAMLDocument(root: root, isWhole: document.isWhole))
    diagnostics += checker.diagnostics
    var spec = decodeMesh(checked?.spec, diagnostics: &diagnostics)
    spec.environments = setting.environments
    let range = checked?.range ?? document.root.range
    return Resource(metadata: checked?.metadata ?? Metadata(name: Located("")), spec: spec, range: range)
}

private func missingMesh(_ root: String, in file: SourceFile?, hasErrors: Bool) -> Diagnostic {
    Diagnostic(
        code: "manifest/missing-mesh", "\(root) holds no document of kind 'Mesh'" + (hasErrors ? " that can be read" : ""),
        at: file.map { SourceRange(file: $0, start: .start, end: .start) },
        suggestion: "begin it with kind: Mesh and metadata: { name: … }, or let 'heddle init' write one")
}
