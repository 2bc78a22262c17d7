import ContractModel
import EngineInterface
import MeshModel

/// A schema registry in memory: versions only grow, and a schema that a subject has is not registered again.
package struct SimulatedRegistry: Sendable {
    package struct Entry: Sendable {
        package var id: Int
        package var schema: SubjectSchema
        package var references: [ObservedReference]
    }

    package private(set) var entries: [String: [Entry]] = [:]
    package private(set) var modes: [String: CompatibilityMode] = [:]
    private var nextId = 1

    package init() {}

    package var subjects: [String: ObservedSubject] {
        entries.reduce(into: [:]) { subjects, item in
            guard let latest = item.value.last else { return }
            subjects[item.key] = ObservedSubject(
                latestVersion: item.value.count, id: latest.id, format: latest.schema.format, schema: latest.schema.schema,
                references: latest.references, compatibility: modes[item.key], versions: Array(1...item.value.count))
        }
    }

    package mutating func apply(_ operation: EngineOperation) -> EngineOutcome {
        switch operation {
        case .registerSchema(let schema):
            var references: [ObservedReference] = []
            for reference in schema.references {
                guard let count = entries[reference.subject]?.count else {
                    return .failed(EngineFailure(.refused, "no '\(reference.subject)'", code: "422"))
                }
                references.append(ObservedReference(name: reference.name, subject: reference.subject, version: count))
            }
            guard version(of: schema, references) == nil else { return .done }
            entries[schema.subject, default: []].append(Entry(id: nextId, schema: schema, references: references))
            nextId += 1
        case .setCompatibility(let subject, let mode): modes[subject] = mode
        case .deleteSubject(let subject):
            guard !entries.contains(where: { $0.key != subject && $0.value.contains { $0.references.contains { $0.subject == subject } } }) else {
                return .failed(EngineFailure(.refused, "it is referred to", code: "42206"))
            }
            entries[subject] = nil
            modes[subject] = nil
        default: break
        }
        return .done
    }

    package func history(of question: SubjectQuestion) -> SubjectHistory {
        let all = entries[question.schema.subject] ?? []
        let references = question.schema.references.map {
            ObservedReference(name: $0.name, subject: $0.subject, version: entries[$0.subject]?.count ?? 0)
        }
        return SubjectHistory(
            versions: all.enumerated().map { index, entry in
                .init(
                    version: index + 1, format: entry.schema.format, schema: entry.schema.schema,
                    referenced: Dictionary(uniqueKeysWithValues: entry.references.map { ($0.name, entries[$0.subject]?[$0.version - 1].schema.schema ?? "") }))
            },
            declaredVersion: version(of: question.schema, references))
    }

    private func version(of schema: SubjectSchema, _ references: [ObservedReference]) -> Int? {
        entries[schema.subject]?.firstIndex { $0.schema == schema && $0.references == references }.map { $0 + 1 }
    }
}
