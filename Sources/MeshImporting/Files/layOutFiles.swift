import ContractModel
import ManifestLoading
import ManifestWriting
import MeshModel

package struct ImportedFile: Sendable, Hashable {
    /// As seen from the mesh's folder, with `/`.
    package var path: String
    package var text: String
    /// The documents in it; none in a schema.
    package var documents: [Name]

    package struct Name: Sendable, Hashable {
        package var kind: ManifestKind
        package var name: String
    }

    package init(path: String, text: String, documents: [Name] = []) {
        self.path = path
        self.text = text
        self.documents = documents
    }
}

/// Where files of an import may go.
package struct ImportLayout: Sendable {
    /// For manifests, as seen from the mesh's folder; empty: that folder itself.
    package var folder: String
    /// For schemas.
    package var schemaFolder: String
    /// Whether there is a file, or anything else, at a path.
    package var isTaken: @Sendable (String) -> Bool
    /// Whether manifests in folders below `folder` are read.
    package var looksDeeper = true

    package init(folder: String, schemaFolder: String, isTaken: @escaping @Sendable (String) -> Bool) {
        self.folder = folder
        self.schemaFolder = schemaFolder
        self.isTaken = isTaken
    }

    /// From how many topics on each first part of a name gets a file of its own.
    static let mostTopicsInOneFile = 200
}

/// Files that do not exist yet: one for each kind, one for each schema.
package func layOutFiles(_ imported: ClusterImport, _ request: ImportRequest, _ layout: ImportLayout) -> [ImportedFile] {
    var writer = FileWriter(request: request, layout: layout)
    let topics = imported.documents.filter { $0.kind == .topic }
    for (name, documents) in topicFiles(topics, separator: layout.looksDeeper ? "/" : "-") { writer.write(documents, to: name) }
    for (kind, name) in [(ManifestKind.contract, "contracts"), (.principal, "principals"), (.application, "applications"), (.access, "access")] {
        writer.write(imported.documents.filter { $0.kind == kind }, to: name)
    }
    return writer.files
}

/// All in one, or by the first part of their names, those that stand alone in a common file.
private func topicFiles(_ topics: [ImportedDocument], separator: String) -> [(name: String, documents: [ImportedDocument])] {
    guard topics.count > ImportLayout.mostTopicsInOneFile else { return [("topics", topics)] }
    let groups = Dictionary(grouping: topics) { NameTable.nameLike(String($0.name.prefix { !".-_".contains($0) })) }
    let alone = groups.values.filter { $0.count == 1 }.flatMap { $0 }.sorted { $0.name < $1.name }
    let files = groups.filter { $0.value.count > 1 }.sorted { $0.key < $1.key }.map { ("topics\(separator)\($0.key)", $0.value) }
    return files + (alone.isEmpty ? [] : [("topics", alone)])
}

private struct FileWriter {
    let request: ImportRequest
    let layout: ImportLayout
    private(set) var files: [ImportedFile] = []
    private var used: Set<String> = []

    init(request: ImportRequest, layout: ImportLayout) {
        self.request = request
        self.layout = layout
    }

    mutating func write(_ documents: [ImportedDocument], to name: String) {
        guard !documents.isEmpty else { return }
        let path = free(joined(layout.folder, name), ".yaml")
        var drafts = documents.map { document in
            var draft = document.draft
            if let schema = document.schema {
                let file = free(joined(layout.schemaFolder, document.name), schema.format.fileEnding)
                files.append(ImportedFile(path: file, text: schema.text))
                draft.spec = draft.spec?.adding("file", text(relativePath(to: file, from: path)))
            }
            return draft
        }
        drafts[0].comments = header(documents[0].kind) + drafts[0].comments
        files.append(
            ImportedFile(path: path, text: writeManifests(drafts), documents: documents.map { .init(kind: $0.kind, name: $0.name) }))
    }

    private func header(_ kind: ManifestKind) -> [String] {
        var lines = ["Imported from the cluster '\(request.cluster)'."]
        let hasOwner = kind == .topic || kind == .contract || kind == .application
        if hasOwner, request.owner == ImportRequest.unowned { lines.append("Please mend the owners: who answers for each of these?") }
        return lines
    }

    /// Next to what is there, the cluster's name tells them apart.
    private mutating func free(_ stem: String, _ ending: String) -> String {
        var candidate = stem + ending
        var count = 1
        while layout.isTaken(candidate) || used.contains(candidate) {
            candidate = "\(stem)-\(request.cluster)\(count == 1 ? "" : "-\(count)")\(ending)"
            count += 1
        }
        used.insert(candidate)
        return candidate
    }

    private func joined(_ folder: String, _ name: String) -> String { folder.isEmpty ? name : "\(folder)/\(name)" }
}

/// `../contracts/a.avsc`, for `contracts/a.avsc` as `manifests/b.yaml` sees it.
func relativePath(to file: String, from manifest: String) -> String {
    var target = file.split(separator: "/")[...]
    var folders = manifest.split(separator: "/").dropLast()[...]
    while let first = target.first, target.count > 1, first == folders.first {
        target.removeFirst()
        folders.removeFirst()
    }
    return (folders.map { _ in ".." } + target).joined(separator: "/")
}

extension ContractFormat {
    fileprivate var fileEnding: String {
        switch self {
        case .avro: ".avsc"
        case .jsonSchema: ".json"
        case .protobuf: ".proto"
        case .xsd: ".xsd"
        }
    }
}

extension YAMLDraft {
    fileprivate func adding(_ key: String, _ value: YAMLDraft) -> YAMLDraft {
        guard case .mapping(let entries) = content else { return self }
        var draft = self
        draft.content = .mapping(entries + [Entry(key, value)])
        return draft
    }
}
