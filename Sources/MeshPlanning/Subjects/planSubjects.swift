import EngineInterface
import MeshModel

/// Plans a cluster's schema registry: what each subject refers to before the subject itself.
func planSubjects(_ desired: DesiredCluster, observed: ObservedCluster, in cluster: ClusterScene) -> [ResourceVerdict] {
    var scene = SubjectScene(
        mesh: cluster.mesh, desired: desired.subjects, observed: observed, source: cluster.source, prunes: cluster.options.prunes)
    let registering = ReferenceOrder(desired.subjects.mapValues { $0.references.map(\.subject) })
    let standing = ReferenceOrder(scene.observed.mapValues { $0.references.map(\.subject) })
    let deepest = scene.observed.keys.map(standing.depth).max() ?? 0
    let names = Set(desired.subjects.keys).union(observed.ledger.subjects.keys)
        .map { (name: $0, order: desired.subjects[$0] == nil ? deepest - standing.depth(of: $0) : registering.depth(of: $0)) }
        .sorted { ($0.order, $0.name) < ($1.order, $1.name) }
    return names.compactMap { name, order in
        let comparison = SubjectComparison(name, recorded: observed.ledger.subjects[name], order: order, in: scene)
        guard cluster.isTargeted(comparison.address) else { return nil }
        guard observed.subjects != nil else { return comparison.withoutRegistry() }
        let verdict = comparison.verdict()
        if verdict.change?.registers == true { scene.renewed.insert(name) }
        return verdict
    }
}

/// The subjects whose history must be asked for before the plan can be judged: those that are there, and whose schema is
/// not the declared one.
///
///     observe → schemaQuestions → Engine.history → ObservedSubject.history → planMesh
package func schemaQuestions(of desired: DesiredCluster, in observed: ObservedCluster) -> [SubjectQuestion] {
    var scene = SubjectScene(mesh: "", desired: desired.subjects, observed: observed)
    let order = ReferenceOrder(desired.subjects.mapValues { $0.references.map(\.subject) })
    let names = desired.subjects.keys.sorted { (order.depth(of: $0), $0) < (order.depth(of: $1), $1) }
    var questions: [SubjectQuestion] = []
    for name in names {
        guard let wanted = desired.subjects[name] else { continue }
        guard let present = scene.observed[name] else {
            scene.renewed.insert(name)
            continue
        }
        if case .none = SchemaDifference(of: present, to: wanted, recorded: nil, in: scene) { continue }
        scene.renewed.insert(name)
        let isOurs = observed.ledger.subjects[name] != nil || wanted.adopts
        guard isOurs, present.history == nil else { continue }
        let mode = CompatibilityDifference(
            desired: wanted.compatibility, applied: observed.ledger.subjects[name]?.compatibility, observed: present.compatibility,
            fallback: scene.defaultMode
        ).effective
        questions.append(
            SubjectQuestion(
                SubjectSchema(subject: name, format: wanted.format, schema: wanted.text, references: wanted.references),
                everyVersion: mode.isTransitive))
    }
    return questions
}

extension Change {
    fileprivate var registers: Bool {
        operations.contains { if case .registerSchema = $0 { true } else { false } }
    }
}
