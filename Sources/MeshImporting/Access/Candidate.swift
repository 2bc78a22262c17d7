import Diagnostics
import MeshModel
import MeshResolution

/// An Application that would need what a principal may do.
struct Candidate {
    private(set) var spec = ApplicationSpec(principal: Located(""))
    /// Retry and dead-letter topics that need no manifest of their own.
    private(set) var followingTopics: [String] = []

    /// How often a record is tried again where a retry topic is there: no cluster tells.
    private static let attempts = 5

    /// - Parameter principal: without `User:`.
    init(_ rights: Rights, of principal: String, known: Set<String>, _ folder: ApplicationFolder) {
        let groups = rights.groups.sorted()
        let derived = Self.derivedNames(rights, groups, folder)
        var consumed: Set<String> = []
        let topics = rights.read.intersection(known).subtracting(derived.keys).sorted()
        for (topic, group) in Self.pairs(topics, groups, derived, principal: principal) {
            consumed.formUnion(consume(topic, in: group, rights, folder))
        }
        // A retry or dead-letter topic whose consumption did not come about is one like others.
        let produced = rights.written.intersection(known).subtracting(consumed).sorted()
        produce(produced, rights.transactionalIds.sorted())
    }

    private struct Pair: Hashable {
        var topic: String
        var group: String
    }

    /// Of what may be written, the topics that are named as what follows from a consumption: name → which.
    private static func derivedNames(_ rights: Rights, _ groups: [String], _ folder: ApplicationFolder) -> [String: Pair] {
        var derived: [String: Pair] = [:]
        let owned = Set(groups)
        for name in rights.written where folder.isThere(name) {
            let isRetry = name.hasSuffix(".retry")
            guard isRetry || name.hasSuffix(".dlq") else { continue }
            // A retry topic is read as well.
            if isRetry, !rights.read.contains(name) { continue }
            let stem = name.dropLast(isRetry ? 6 : 4)
            for dot in stem.indices where stem[dot] == "." {
                let pair = Pair(topic: String(stem[..<dot]), group: String(stem[stem.index(after: dot)...]))
                guard owned.contains(pair.group), rights.read.contains(pair.topic), folder.isThere(pair.topic) else { continue }
                derived[name] = pair
                break
            }
        }
        return derived
    }

    private static func pairs(_ topics: [String], _ groups: [String], _ derived: [String: Pair], principal: String) -> [(String, String)] {
        guard let first = groups.first(where: { $0 == principal }) ?? groups.first else { return [] }
        var told: [String: Set<String>] = [:]
        for pair in derived.values { told[pair.topic, default: []].insert(pair.group) }
        return topics.flatMap { topic in (told[topic]?.sorted() ?? [first]).map { (topic, $0) } }
    }

    /// - Returns: the topics that are written because of it.
    private mutating func consume(_ topic: String, in group: String, _ rights: Rights, _ folder: ApplicationFolder) -> [String] {
        var consumption = ApplicationSpec.Consumption(topic: Located(topic), group: Located(group))
        var written: [String] = []
        let nowhere = SourceRange(file: SourceFile(path: "", text: ""), start: .start, end: .start)
        let retry = DerivedTopic.retry(topic, group: group)
        if rights.read.contains(retry), rights.written.contains(retry), folder.isThere(topic), folder.isThere(retry) {
            consumption.retry = .init(attempts: Located(Self.attempts), range: nowhere)
            written.append(retry)
            if folder.followsExactly(retry, from: topic, retention: DerivedTopic.retention) { followingTopics.append(retry) }
        }
        let deadLetter = DerivedTopic.deadLetter(topic, group: group)
        if rights.written.contains(deadLetter), folder.isThere(topic), folder.isThere(deadLetter) {
            let kept = folder.retention(of: deadLetter)
            let follows = folder.followsExactly(deadLetter, from: topic, retention: nil)
            consumption.deadLetter = .init(
                retention: kept.flatMap { $0 == DerivedTopic.retention ? nil : Located($0) }, range: nowhere)
            written.append(deadLetter)
            if follows { followingTopics.append(deadLetter) }
        }
        spec.consumes.append(consumption)
        return written
    }

    /// A transactional id goes with one production each while there are any; the last with all that remain.
    private mutating func produce(_ topics: [String], _ ids: [String]) {
        for (place, topic) in topics.enumerated() {
            let id = ids.isEmpty ? nil : ids[min(place, ids.count - 1)]
            spec.produces.append(.init(topic: Located(topic), transactionalId: id.map { Located($0) }))
        }
    }
}
