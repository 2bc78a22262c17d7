import ManifestWriting
import MeshModel

/// Contracts for the subjects that topics use, and for those that these refer to.
func importSubjects(for topics: [ChosenTopic], _ request: ImportRequest, _ leftOut: inout [LeftOut]) -> ImportedSubjects {
    let linked = readSubjects(request, &leftOut)
    let uses = findUses(of: linked, by: topics)
    var used: Set<String> = []
    for use in uses.values.flatMap(\.values) { collect(use.subject, linked, &used) }
    for name in linked.keys.sorted() where !used.contains(name) {
        let isDeclared = request.declared?.subjects[name] != nil
        leftOut.append(
            LeftOut(
                .subject, name, isDeclared ? .declared : .unused, isDeclared ? "the manifests declare it" : "no topic that is imported uses it"))
    }
    var writer = ContractWriter(request, uses)
    for name in used.sorted() { writer.name(name) }
    return ImportedSubjects(
        payloads: uses.mapValues { sides in
            sides.mapValues { ImportedPayload(contract: writer.contracts[$0.subject] ?? $0.subject, strategy: $0.strategy, subject: $0.subject) }
        },
        documents: writer.documents())
}

struct SubjectChoice {
    var subject: String
    var strategy: SubjectNameStrategy
}

/// Under which subject each topic's keys and values are: the one that its brokers check by, the one of its name, or the only
/// one that has the topic's name before its record's.
private func findUses(of linked: [String: LinkedContract], by topics: [ChosenTopic]) -> [String: [RecordSide: SubjectChoice]] {
    var ofRecords: [String: [String]] = [:]
    for (name, contract) in linked {
        guard let record = contract.recordName, name.hasSuffix("-\(record)") else { continue }
        ofRecords[String(name.dropLast(record.count + 1)), default: []].append(name)
    }
    var uses: [String: [RecordSide: SubjectChoice]] = [:]
    for topic in topics {
        for side in RecordSide.allCases {
            let checked = topic.own("heddle.\(side.rawValue).subjects").flatMap { linked[$0] == nil ? nil : $0 }
            let named = "\(topic.name)-\(side.rawValue)"
            let candidates = [checked, named] + (side == .value && ofRecords[topic.name]?.count == 1 ? ofRecords[topic.name] ?? [] : [])
            uses[topic.name, default: [:]][side] = candidates.lazy.compactMap { choice($0, of: side, topic.name, linked) }.first
        }
    }
    return uses.filter { !$0.value.isEmpty }
}

private func choice(
    _ subject: String?, of side: RecordSide, _ topic: String, _ linked: [String: LinkedContract]
) -> SubjectChoice? {
    guard let subject, let contract = linked[subject] else { return nil }
    return SubjectNameStrategy.allCases.first { $0.subject(of: side, topic: topic, recordName: contract.recordName) == subject }
        .map { SubjectChoice(subject: subject, strategy: $0) }
}

private func collect(_ subject: String, _ linked: [String: LinkedContract], _ used: inout Set<String>) {
    var open = [subject]
    while let next = open.popLast() {
        guard used.insert(next).inserted else { continue }
        open += linked[next]?.spec.references.map(\.name.value) ?? []
    }
}

/// One Contract for all subjects that hold the same and are treated alike.
private struct ContractWriter {
    private struct Content: Hashable {
        var format: String
        var text: String
        var references: [String]
        var compatibility: String?
        var isProtected: Bool
    }

    let request: ImportRequest
    private(set) var contracts: [String: String] = [:]
    /// Subject → the first topic whose values are under it.
    private let topics: [String: String]
    private var names: NameTable
    private var byContent: [Content: String] = [:]
    /// Contract → its subjects, those that get a document.
    private var subjects: [String: [String]] = [:]

    init(_ request: ImportRequest, _ uses: [String: [RecordSide: SubjectChoice]]) {
        self.request = request
        topics = Dictionary(
            uses.compactMap { topic, sides in sides[.value].map { ($0.subject, topic) } }, uniquingKeysWith: { min($0, $1) })
        names = NameTable(taken: request.loaded.contracts.map(\.name))
    }

    mutating func name(_ subject: String) {
        if let there = request.declared?.subjects[subject] {
            contracts[subject] = there.contract
            return
        }
        guard let observed = request.observed.subjects?[subject] else { return }
        let content = Content(
            format: observed.format?.rawValue ?? "", text: observed.schema, references: observed.references.map(\.subject),
            compatibility: observed.compatibility?.rawValue, isProtected: isProtected(subject))
        let contract = byContent[content] ?? names.take(wish(subject))
        byContent[content] = contract
        contracts[subject] = contract
        subjects[contract, default: []].append(subject)
    }

    /// The topic's name for its values.
    private func wish(_ subject: String) -> String {
        if let topic = topics[subject] { return topic }
        for ending in [".proto", ".avsc", ".json", ".xsd"] where subject.hasSuffix(ending) { return String(subject.dropLast(ending.count)) }
        return subject
    }

    func documents() -> [ImportedDocument] {
        subjects.sorted { $0.key < $1.key }.compactMap { contract, subjects in
            guard let first = subjects.first, let observed = request.observed.subjects?[first], let format = observed.format else { return nil }
            var spec: [(String, YAMLDraft)] = [("format", text(format.rawValue))]
            if let mode = observed.compatibility { spec.append(("compatibility", text(mode.rawValue))) }
            if !observed.references.isEmpty {
                spec.append(
                    (
                        "references",
                        .sequence(
                            observed.references.map {
                                .mapping([("name", text($0.name)), ("contract", text(contracts[$0.subject] ?? $0.subject))], layout: .flow)
                            })
                    ))
            }
            return ImportedDocument(
                name: contract,
                draft: ManifestDraft(
                    kind: .contract, metadata: adoptedMetadata(contract, owner: request.owner, isProtected: subjects.contains(where: isProtected)), spec: .mapping(spec),
                    comments: subjects.compactMap(earlierVersions)),
                schema: .init(format: format, text: observed.schema))
        }
    }

    private func isProtected(_ subject: String) -> Bool { request.observed.ledger.subjects[subject]?.stewardship.deletionProtection == true }

    private func earlierVersions(of subject: String) -> String? {
        guard let observed = request.observed.subjects?[subject], observed.versions.count > 1 else { return nil }
        let earlier = observed.versions.filter { $0 != observed.latestVersion }.sorted()
        guard let first = earlier.first, let last = earlier.last else { return nil }
        return "Version \(observed.latestVersion) of the subject '\(subject)'; the registry keeps "
            + (earlier.count == 1 ? "version \(first) too." : "versions \(first) to \(last) too.")
    }
}
