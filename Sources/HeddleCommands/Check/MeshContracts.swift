import ContractChecking
import ContractCompatibility
import ContractModel
import Diagnostics
import MeshModel

/// A topic's key or value.
struct TopicSide: Hashable, Comparable {
    var topic: String
    var side: TopicUse.Side

    static func < (left: Self, right: Self) -> Bool { (left.topic, left.side.rawValue) < (right.topic, right.side.rawValue) }
}

/// The contracts of a mesh as they are judged. Taken from the documents, not from the resolved mesh: nothing is parsed that
/// has not changed.
struct MeshContracts: Sendable {
    /// By name.
    private(set) var contracts: [CheckedContract] = []
    private(set) var contractOfTopic: [TopicSide: String] = [:]
    let topics: Set<String>
    /// heddle.yaml first.
    let manifests: [String]
    private var indexes: [String: Int] = [:]
    private var filesByContract: [String: [String]] = [:]

    subscript(name: String) -> CheckedContract? { indexes[name].map { contracts[$0] } }

    /// The manifest and the schemas that a contract is made of, its references' too; from the mesh's folder.
    func files(of name: String) -> [String] { filesByContract[name] ?? [] }

    init(_ mesh: LoadedMesh) {
        topics = Set(mesh.topics.map(\.name))
        manifests = mesh.files.map(\.path)
        let uses = topicUses(of: mesh)
        for topic in mesh.topics {
            for (side, payload) in [(TopicUse.Side.key, topic.spec.key), (.value, topic.spec.value)] {
                guard case .contract(let name) = payload?.value else { continue }
                contractOfTopic[TopicSide(topic: topic.name, side: side)] = name
            }
        }
        let resources = Dictionary(mesh.contracts.map { ($0.name, $0) }) { first, _ in first }
        for resource in mesh.contracts.sorted(by: { $0.name < $1.name }) {
            let spec = resource.spec
            let parts = parts(of: resource, among: resources)
            indexes[resource.name] = contracts.count
            filesByContract[resource.name] = parts.files
            contracts.append(
                CheckedContract(
                    name: resource.name, owner: resource.metadata.owner?.value, format: spec.format.value,
                    text: ContractText(spec.schema ?? SourceFile(path: spec.schemaRange.file.path, bytes: []), references: parts.references),
                    mode: spec.compatibility?.value ?? .backward, level: spec.level?.value ?? .wire, rootMessage: spec.message?.value,
                    exceptions: spec.exceptions.map {
                        CheckException(
                            rule: $0.rule.value, path: $0.path?.value, reason: $0.reason.value, expires: $0.expires.value, range: $0.rule.range)
                    },
                    declared: resource.metadata.name.range ?? resource.range, uses: uses[resource.name] ?? []))
        }
    }

    /// References lead to further ones: all of them, by the name that the schemas use.
    private func parts(
        of resource: Resource<ContractSpec>, among resources: [String: Resource<ContractSpec>]
    ) -> (references: [String: SourceFile], files: [String]) {
        var references: [String: SourceFile] = [:]
        var files: [String] = []
        var seen: Set<String> = [resource.name]
        var open = [resource]
        while let next = open.popLast() {
            files += [next.range.file.path] + (next.spec.isInline ? [] : [next.spec.schema?.path].compactMap { $0 })
            for reference in next.spec.references {
                guard let target = resources[reference.contract.value], let schema = target.spec.schema else { continue }
                if references[reference.name.value] == nil { references[reference.name.value] = schema }
                if seen.insert(target.name).inserted { open.append(target) }
            }
        }
        return (references, files)
    }
}

/// By contract: the topics that have it, and the applications on those.
private func topicUses(of mesh: LoadedMesh) -> [String: [TopicUse]] {
    var uses: [String: [TopicUse]] = [:]
    var contracts: [String: [(contract: String, side: TopicUse.Side)]] = [:]
    for topic in mesh.topics {
        for (side, payload) in [(TopicUse.Side.key, topic.spec.key), (.value, topic.spec.value)] {
            guard case .contract(let name) = payload?.value else { continue }
            contracts[topic.name, default: []].append((name, side))
            uses[name, default: []].append(TopicUse(topic: topic.name, side: side, owner: topic.metadata.owner?.value))
        }
    }
    for application in mesh.applications {
        let topics =
            application.spec.produces.map { ($0.topic.value, TopicUse.Role.produces) }
            + application.spec.consumes.map { ($0.topic.value, .consumes) }
        for (topic, role) in topics {
            for (contract, side) in contracts[topic] ?? [] {
                uses[contract, default: []].append(
                    TopicUse(
                        topic: topic, side: side, application: application.name, role: role, owner: application.metadata.owner?.value))
            }
        }
    }
    return uses
}

extension CheckedContract {
    /// As an earlier version, its files named apart from today's: `contracts/order.avsc@main`.
    func version(labelled label: String) -> ContractVersion {
        var files: [ObjectIdentifier: SourceFile] = [:]
        func named(_ file: SourceFile) -> SourceFile {
            if let known = files[ObjectIdentifier(file)] { return known }
            let renamed = SourceFile(path: "\(file.path)@\(shortName(label))", bytes: file.bytes)
            files[ObjectIdentifier(file)] = renamed
            return renamed
        }
        return ContractVersion(
            label: label, format: format,
            text: ContractText(named(text.file), references: text.references.mapValues(named)), rootMessage: rootMessage, mode: mode,
            level: level)
    }
}

/// A place in an earlier mesh.
func labelled(_ range: SourceRange, _ label: String) -> SourceRange {
    SourceRange(
        file: SourceFile(path: "\(range.file.path)@\(shortName(label))", bytes: range.file.bytes), start: range.start, end: range.end)
}

/// `commit 1a2b3c4 of 2026-10-01` is `1a2b3c4`.
private func shortName(_ label: String) -> Substring {
    guard label.hasPrefix("commit ") else { return label[...] }
    return label.dropFirst("commit ".count).prefix { $0 != " " }
}
