import ContractModel
import Diagnostics
import LocatedJSON

/// All that the log says, in a form that can be asked. The same records give the same state, whoever wrote them.
package struct RegistryState: Sendable, Equatable {
    struct Entry: Sendable, Equatable {
        var version: SchemaVersion
        /// Of the content, by which the same schema is found elsewhere.
        var outline: SchemaOutline
    }

    private(set) var subjects: [SubjectName: [Int: Entry]] = [:]
    private(set) var configs: [SubjectName?: RegistryConfig] = [:]
    private(set) var modes: [SubjectName?: RegistryMode] = [:]
    private(set) var contexts: [String: ContextState] = [:]
    /// The contexts that records declare, beside the default one.
    private(set) var declaredContexts: Set<String> = []

    struct ContextState: Sendable, Equatable {
        /// Where a schema is, deleted softly or not.
        var places: [Int: Set<SchemaVersion.Key>] = [:]
        var ids: [SchemaOutline: Set<Int>] = [:]
        var idsByGUID: [String: Set<Int>] = [:]
        /// Ids are not given twice, even when their schema is gone.
        var highestID = 0
        /// Versions that are not deleted, by what they refer to.
        var referrers: [SchemaVersion.Key: Set<SchemaVersion.Key>] = [:]

        /// An id whose last place is gone.
        mutating func forget(_ id: Int, _ last: Entry) {
            places[id] = nil
            ids[last.outline]?.remove(id)
            if ids[last.outline]?.isEmpty == true { ids[last.outline] = nil }
            let guid = last.version.content.guid
            idsByGUID[guid]?.remove(id)
            if idsByGUID[guid]?.isEmpty == true { idsByGUID[guid] = nil }
        }
    }

    package init() {}

    /// - Throws: why a record is passed over; the state is then as before.
    package mutating func apply(_ record: RegistryRecord) throws(RecordProblem) {
        switch record {
        case .schema(let version):
            guard !hasOtherSchema(version) else {
                throw RecordProblem(
                    "the record of version \(version.version) of subject '\(version.subject)' gives it id \(version.id), "
                        + "which another schema has")
            }
            remove(version.key)
            insert(version)
        case .schemaTombstone(let key): remove(key)
        case .config(let scope, let config): configs[scope] = config
        case .mode(let scope, let mode): modes[scope] = mode
        case .deleteSubject(let subject, let last):
            for entry in (subjects[subject] ?? [:]).values where entry.version.version <= last && !entry.version.isDeleted {
                remove(entry.version.key)
                var deleted = entry.version
                deleted.isDeleted = true
                insert(deleted, outline: entry.outline)
            }
        case .clearSubject(let scope):
            for key in deletedVersions(within: scope) { remove(key) }
        case .context(let name):
            if name != SubjectName.defaultContext { declaredContexts.insert(name) }
        case .nothing: break
        }
    }

    private mutating func insert(_ version: SchemaVersion, outline: SchemaOutline? = nil) {
        let outline = outline ?? SchemaOutline(of: version.content)
        subjects[version.subject, default: [:]][version.version] = Entry(version: version, outline: outline)
        let context = version.subject.context
        contexts[context, default: .init()].places[version.id, default: []].insert(version.key)
        contexts[context, default: .init()].ids[outline, default: []].insert(version.id)
        contexts[context, default: .init()].idsByGUID[version.content.guid, default: []].insert(version.id)
        contexts[context, default: .init()].highestID = max(contexts[context]?.highestID ?? 0, version.id)
        guard !version.isDeleted else { return }
        for reference in version.content.references {
            let target = SchemaVersion.Key(subject: reference.subject.inContext(of: version.subject), version: reference.version)
            contexts[target.subject.context, default: .init()].referrers[target, default: []].insert(version.key)
        }
    }

    private mutating func remove(_ key: SchemaVersion.Key) {
        guard let entry = subjects[key.subject]?.removeValue(forKey: key.version) else { return }
        if subjects[key.subject]?.isEmpty == true { subjects[key.subject] = nil }
        let context = key.subject.context
        let id = entry.version.id
        contexts[context]?.places[id]?.remove(key)
        if contexts[context]?.places[id]?.isEmpty == true {
            contexts[context]?.forget(id, entry)
        }
        for reference in entry.version.content.references {
            let target = SchemaVersion.Key(subject: reference.subject.inContext(of: key.subject), version: reference.version)
            contexts[target.subject.context]?.referrers[target]?.remove(key)
            if contexts[target.subject.context]?.referrers[target]?.isEmpty == true {
                contexts[target.subject.context]?.referrers[target] = nil
            }
        }
    }

    /// Whether the id is that of a schema that reads otherwise. The version's own former record does not count.
    private func hasOtherSchema(_ version: SchemaVersion) -> Bool {
        let places = contexts[version.subject.context]?.places[version.id] ?? []
        return places.contains { place in
            guard place != version.key, let other = subjects[place.subject]?[place.version] else { return false }
            return !other.version.content.isSameWriting(as: version.content)
        }
    }
}

extension SchemaContent {
    /// The same text in the same language.
    func isSameWriting(as other: SchemaContent) -> Bool { type == other.type && text.isSameText(as: other.text) }
}
