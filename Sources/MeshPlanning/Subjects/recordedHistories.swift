import ContractModel
import MeshModel

/// An observation that was recorded with every version of its subjects, as if the registry had been asked now about what is
/// declared now: `SubjectHistory.declaredVersion` then answers for this declaration, and not for the one of that time.
///
/// A registry tells which version a schema is; here what is written alike is taken for the same. Where a registry would be more
/// generous, the plan offline shows a change that online is none.
package func withRecordedHistories(_ observed: ObservedCluster, for desired: DesiredCluster) -> ObservedCluster {
    var told = observed
    for name in observed.subjects?.keys ?? [:].keys { told.subjects?[name]?.history = nil }
    let scene = SubjectScene(mesh: "", desired: desired.subjects, observed: observed)
    for question in schemaQuestions(of: desired, in: told) {
        let name = question.schema.subject
        guard let history = observed.subjects?[name]?.history, let wanted = desired.subjects[name] else { continue }
        let text = scene.text(of: wanted)
        let same = history.versions.last { version in
            version.format == wanted.format
                && isSame(text, SchemaText(version.schema, referenced: version.referenced), wanted.format)
        }
        told.subjects?[name]?.history = SubjectHistory(
            versions: question.everyVersion ? history.versions : Array(history.versions.suffix(1)), declaredVersion: same?.version)
    }
    return told
}

private func isSame(_ left: SchemaText, _ right: SchemaText, _ format: ContractFormat) -> Bool {
    guard canonicalSchema(format, left) == canonicalSchema(format, right), left.referenced.count == right.referenced.count else { return false }
    return left.referenced.allSatisfy { name, text in
        right.referenced[name].map { other in
            canonicalSchema(format, SchemaText(text, referenced: left.referenced)) == canonicalSchema(format, SchemaText(other, referenced: right.referenced))
        } ?? false
    }
}
