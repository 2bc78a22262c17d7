import Diagnostics
import LocatedYAML
import MeshModel

/// Turns documents into typed resources, one after another, and keeps their names apart.
struct DocumentLoader<Source: ManifestSource> {
    private var loaded: LoadedMesh
    private var setting: MeshSetting
    var reader: ManifestReader<Source>
    private var names: [ManifestKind: [String: SourceRange]] = [:]
    private var omittedDiagnostics = 0

    init(mesh: Resource<MeshSpec>, setting: MeshSetting, reader: ManifestReader<Source>) {
        loaded = LoadedMesh(mesh: mesh)
        self.setting = setting
        self.reader = reader
    }

    /// - Parameter isRoot: these are heddle.yaml's, whose first Mesh document has been loaded before.
    mutating func load(_ documents: [YAMLDocument], isRoot: Bool) {
        var meshIsExpected = isRoot
        for document in documents {
            if document.root["kind"]?.scalar?.text == ManifestKind.mesh.rawValue {
                if !meshIsExpected { reportSecondMesh(document.root) }
                meshIsExpected = false
                continue
            }
            load(document)
        }
    }

    private mutating func load(_ document: YAMLDocument) {
        var found: [Diagnostic] = []
        var checker = ManifestChecker()
        let root = setting.prepare(document.root, &found)
        checker.unknownValues = Set(found.compactMap(\.range))
        let checked = checker.checkDocument(YAMLDocument(root: root, isWhole: document.isWhole))
        found += checker.diagnostics
        if let checked { add(checked, isWhole: document.isWhole, &found) }
        keep(found)
    }

    private mutating func add(_ document: ManifestDocument, isWhole: Bool, _ diagnostics: inout [Diagnostic]) {
        guard let metadata = document.metadata, let nameRange = metadata.name.range else { return }
        let name = metadata.name.value
        if let first = names[document.kind]?[name] {
            diagnostics.append(
                Diagnostic(
                    code: "manifest/duplicate-name",
                    "there are two documents of kind '\(document.kind.rawValue)' called '\(name)'", at: nameRange,
                    secondary: [.init("the first", at: first)], suggestion: "rename one of them, or remove it"))
            return
        }
        names[document.kind, default: [:]][name] = nameRange
        let isComplete = decode(document, metadata, &diagnostics)
        if !isComplete || !document.isUsable || !isWhole {
            loaded.gaps.documents[document.kind.rawValue, default: []].insert(name)
        }
    }

    private mutating func decode(_ document: ManifestDocument, _ metadata: Metadata, _ diagnostics: inout [Diagnostic]) -> Bool {
        let spec = document.spec
        func resource<Spec>(_ spec: Spec) -> Resource<Spec> { Resource(metadata: metadata, spec: spec, range: document.range) }
        switch document.kind {
        case .mesh: return true
        case .cluster:
            let cluster = decodeCluster(spec, named: metadata.name.value, at: document.range, diagnostics: &diagnostics)
            guard let cluster else { return false }
            loaded.clusters.append(resource(cluster))
        case .contract:
            let contract = decodeContract(
                spec, named: metadata.name.value,
                read: { path, _ in reader.readSchema(path, beside: document.range.file.path) }, diagnostics: &diagnostics)
            guard let contract else { return false }
            loaded.contracts.append(resource(contract))
        case .topic:
            if spec == nil, !document.isUsable { return false }
            loaded.topics.append(resource(decodeTopic(spec, at: document.range, diagnostics: &diagnostics)))
        case .principal:
            if spec == nil, !document.isUsable { return false }
            loaded.principals.append(resource(decodePrincipal(spec)))
        case .application:
            guard let application = decodeApplication(spec, diagnostics: &diagnostics) else { return false }
            loaded.applications.append(resource(application))
        case .access:
            guard let access = decodeAccess(spec, diagnostics: &diagnostics) else { return false }
            loaded.access.append(resource(access))
        case .policy:
            guard let policy = decodePolicy(spec, diagnostics: &diagnostics) else { return false }
            loaded.policies.append(resource(policy))
        }
        return true
    }

    private mutating func reportSecondMesh(_ root: YAMLNode) {
        let first = loaded.mesh.range
        reader.report(
            Diagnostic(
                code: "manifest/second-mesh", "a mesh has one document of kind 'Mesh'", at: root["kind"]?.range ?? root.range,
                secondary: [.init("it is here", at: first)], suggestion: "move what it says there"))
    }

    private mutating func keep(_ found: [Diagnostic]) {
        let room = max(0, reader.limits.maximumDiagnostics - reader.diagnostics.count)
        reader.diagnostics += found.prefix(room)
        omittedDiagnostics += max(0, found.count - room)
    }

    mutating func finish(environment: String?) -> (mesh: LoadedMesh?, diagnostics: [Diagnostic]) {
        reader.diagnostics += setting.patches.unusedWarnings()
        if omittedDiagnostics > 0 {
            reader.report(
                Diagnostic(code: "manifest/too-many-errors", "further errors and warnings are not shown: \(omittedDiagnostics)"))
        }
        loaded.environment = environment
        loaded.files = reader.files
        loaded.gaps.files = reader.brokenFiles
        loaded.hasErrors = reader.diagnostics.contains { $0.severity == .error }
        return (loaded, reader.diagnostics)
    }
}
