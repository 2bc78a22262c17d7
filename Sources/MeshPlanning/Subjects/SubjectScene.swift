import ContractModel
import Diagnostics
import MeshModel

/// Everything about a cluster's registry that the planning of one subject may have to look at.
struct SubjectScene {
    var mesh: String
    var desired: [String: DesiredSubject]
    var observed: [String: ObservedSubject]
    /// Holds where a subject has no mode of its own. Registries that say nothing do as Confluent's.
    var defaultMode: CompatibilityMode
    var source: SourceStamp?
    var prunes: Bool
    /// Subjects that get a new version in this plan; known for all that a subject refers to when its turn comes.
    var renewed: Set<String> = []

    init(mesh: String, desired: [String: DesiredSubject], observed: ObservedCluster, source: SourceStamp? = nil, prunes: Bool = false) {
        self.mesh = mesh
        self.desired = desired
        self.observed = observed.subjects ?? [:]
        defaultMode = observed.registryCompatibility ?? .backward
        self.source = source
        self.prunes = prunes
    }

    // MARK: Schemas with what they refer to

    func text(of subject: DesiredSubject) -> SchemaText {
        var referenced: [String: String] = [:]
        collect(subject.references, into: &referenced)
        return SchemaText(subject.text, referenced: referenced)
    }

    func text(of subject: ObservedSubject) -> SchemaText {
        var referenced: [String: String] = [:]
        collect(subject.references.map { SubjectReference(name: $0.name, subject: $0.subject) }, into: &referenced)
        return SchemaText(subject.schema, referenced: referenced)
    }

    /// A subject that the manifests declare counts as declared, any other as it stands.
    private func collect(_ references: [SubjectReference], into texts: inout [String: String]) {
        for reference in references where texts[reference.name] == nil {
            if let target = desired[reference.subject] {
                texts[reference.name] = target.text
                collect(target.references, into: &texts)
            } else if let target = observed[reference.subject] {
                texts[reference.name] = target.schema
                collect(target.references.map { SubjectReference(name: $0.name, subject: $0.subject) }, into: &texts)
            }
        }
    }

    func model(of subject: DesiredSubject) -> SchemaModel {
        SchemaModel(
            format: subject.format, canonical: canonicalSchema(subject.format, text(of: subject)),
            references: Dictionary(subject.references.map { ($0.name, $0.subject) }) { first, _ in first })
    }

    /// nil: a format that Heddle does not know.
    func model(of subject: ObservedSubject) -> SchemaModel? {
        subject.format.map { format in
            SchemaModel(
                format: format, canonical: canonicalSchema(format, text(of: subject)),
                references: Dictionary(subject.references.map { ($0.name, $0.subject) }) { first, _ in first })
        }
    }

    /// Whether a reference names another version than the one that is to be its subject's latest.
    func isStale(_ reference: ObservedReference) -> Bool {
        if renewed.contains(reference.subject) { return true }
        guard let target = observed[reference.subject] else { return false }
        // Where another hand put a version on top of the declared one, the declared one is still meant.
        return reference.version != target.history?.declaredVersion ?? target.latestVersion
    }
}

/// The order in which subjects can be registered: each after those that it refers to. Deletion goes the other way.
struct ReferenceOrder {
    private var depths: [String: Int] = [:]
    private let references: [String: [String]]

    /// - Parameter references: subject → the subjects that it refers to. Circles, which no registry can hold, are cut.
    init(_ references: [String: [String]]) {
        self.references = references
        var open: Set<String> = []
        for name in references.keys.sorted() { measure(name, &open) }
    }

    /// 0: it refers to none.
    func depth(of subject: String) -> Int { depths[subject] ?? 0 }

    @discardableResult
    private mutating func measure(_ name: String, _ open: inout Set<String>) -> Int {
        if let depth = depths[name] { return depth }
        guard open.count < 200, open.insert(name).inserted else { return 0 }
        let depth = (references[name] ?? []).map { measure($0, &open) + 1 }.max() ?? 0
        open.remove(name)
        depths[name] = depth
        return depth
    }
}
