import Determinism
import Diagnostics
import ExpressionLanguage
import MeshModel

/// Asks a mesh's policies of its resources.
///
/// - Parameters:
///   - today: exemptions hold up to and including the day on which they expire.
///   - maximumDiagnostics: what goes beyond is counted.
/// - Returns: `policy/broken` for each resource that breaks one, and what is wrong with exemptions.
package func checkPolicies(_ book: PolicyBook, on mesh: PolicyMesh, today: CalendarDate, maximumDiagnostics: Int = 1000) -> [Diagnostic] {
    guard !book.isEmpty else { return [] }
    var findings = PolicyFindings(maximum: maximumDiagnostics)
    let meshValue = Shapes.mesh.value(of: mesh)
    for policy in book.policies where policy.target != .change {
        var examiner = Examiner(policy: policy, mesh: meshValue, environment: mesh.environment, today: today)
        for subject in subjects(of: policy.target, in: mesh) { examiner.ask(subject, &findings) }
        findings.append(contentsOf: examiner.remarksOnExemptions())
    }
    return findings.finished()
}

/// A thing of which a policy is asked.
struct PolicySubject {
    /// `topic 'orders'`.
    var noun: String
    var name: String
    var range: SourceRange?
    var value: ExpressionValue?
    /// Those of a change besides: `change`, `old`, `new`.
    var variables: [String: ExpressionValue] = [:]
}

private func subjects(of target: PolicySpec.Target, in mesh: PolicyMesh) -> [PolicySubject] {
    func subject<Spec>(_ noun: String, _ resource: Resource<Spec>, _ value: ExpressionValue) -> PolicySubject {
        PolicySubject(noun: "\(noun) '\(resource.name)'", name: resource.name, range: resource.metadata.name.range ?? resource.range, value: value)
    }
    return switch target {
    case .topic:
        mesh.topics.map {
            PolicySubject(
                noun: "topic '\($0.desired.name)'", name: $0.desired.name, range: $0.manifest?.metadata.name.range ?? $0.desired.origin.range,
                value: Shapes.topic.value(of: $0))
        }
    case .contract: mesh.contracts.map { subject("contract", $0.resource, Shapes.contract.value(of: $0)) }
    case .application: mesh.applications.map { subject("application", $0, Shapes.application.value(of: $0)) }
    case .access: mesh.access.map { subject("access", $0, Shapes.access.value(of: $0)) }
    case .principal: mesh.principals.map { subject("principal", $0, Shapes.principal.value(of: $0)) }
    case .cluster: mesh.clusters.map { subject("cluster", $0, Shapes.cluster.value(of: $0)) }
    case .mesh: [PolicySubject(noun: "the mesh '\(mesh.name)'", name: mesh.name, range: nil, value: nil)]
    case .change: []
    }
}

/// What a policy's breaches come to, bounded.
struct PolicyFindings {
    private(set) var diagnostics: [Diagnostic] = []
    private var omitted = 0
    private let maximum: Int

    init(maximum: Int) { self.maximum = maximum }

    mutating func append(_ diagnostic: Diagnostic) {
        if diagnostics.count < maximum { diagnostics.append(diagnostic) } else { omitted += 1 }
    }

    mutating func append(contentsOf others: [Diagnostic]) { for other in others { append(other) } }

    func finished() -> [Diagnostic] {
        guard omitted > 0 else { return diagnostics }
        return diagnostics + [Diagnostic(code: "policy/broken", "further breaches of policies are not shown: \(omitted)")]
    }
}
