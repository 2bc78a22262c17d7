import Determinism
import Diagnostics
import ExpressionLanguage
import MeshModel

/// Asks one policy of one thing after another, and keeps count of the exemptions that were needed.
struct Examiner {
    let policy: CompiledPolicy
    private let shared: [String: ExpressionValue]
    private let today: CalendarDate
    private var usedExemptions: Set<Int> = []

    init(policy: CompiledPolicy, mesh: ExpressionValue, environment: String, today: CalendarDate) {
        self.policy = policy
        self.today = today
        shared = ["mesh": mesh, "environment": .string(environment), "settings": policy.settings]
    }

    mutating func ask(_ subject: PolicySubject, _ findings: inout PolicyFindings) {
        if let breach = breach(of: subject) { findings.append(breach) }
    }

    /// nil where all is well, or an exemption holds.
    mutating func breach(of subject: PolicySubject) -> Diagnostic? {
        var variables = shared.merging(subject.variables) { $1 }
        if let value = subject.value { variables["resource"] = value }
        do throws(EvaluationError) {
            if let condition = policy.condition, try !condition.holds(variables) { return nil }
            if try policy.rule.holds(variables) { return nil }
        } catch {
            return Diagnostic(
                policy.severity, code: "policy/undecided", "policy '\(policy.name)' cannot be decided for \(subject.noun): \(error.message)",
                at: error.range ?? policy.range, secondary: subject.range.map { [.init("asked of this", at: $0)] } ?? [],
                suggestion: "guard the expression, as in has(x.y) or size(x) > 0")
        }
        var notes: [String] = []
        for (index, exemption) in policy.resource.spec.exemptions.enumerated() where exemption.resource.value.matchesName(subject.name) {
            usedExemptions.insert(index)
            if exemption.expires.value >= today { return nil }
            notes.append("an exemption for it expired on \(exemption.expires.value): \(exemption.reason.value) (\(exemption.owner.value))")
        }
        let said = policy.message?.text(variables)
        return Diagnostic(
            policy.severity, code: "policy/broken", "\(subject.noun) breaks the policy '\(policy.name)'\(said.map { ": \($0)" } ?? "")",
            at: subject.range ?? policy.range,
            secondary: subject.range == nil ? [] : policy.range.map { [.init("the policy", at: $0)] } ?? [], notes: notes,
            suggestion: policy.resource.spec.remedy)
    }

    /// Exemptions that nothing needs any more: they would silently cover the next resource of that name.
    func remarksOnExemptions() -> [Diagnostic] {
        policy.resource.spec.exemptions.enumerated().filter { !usedExemptions.contains($0.offset) }.map { _, exemption in
            Diagnostic(
                .warning, code: "policy/unused-exemption",
                "nothing called '\(exemption.resource.value)' breaks the policy '\(policy.name)'", at: exemption.resource.range,
                suggestion: "remove the exemption")
        }
    }
}

extension String {
    /// Whether a name is this one, in which `*` stands for any characters. Linear in both, whatever they hold.
    func matchesName(_ name: String) -> Bool {
        let pattern = Array(utf8)
        let text = Array(name.utf8)
        var (p, t) = (0, 0)
        var star: (pattern: Int, text: Int)?
        while t < text.count {
            if p < pattern.count, pattern[p] == UInt8(ascii: "*") {
                star = (p, t)
                p += 1
            } else if p < pattern.count, pattern[p] == text[t] {
                p += 1
                t += 1
            } else if let last = star {
                star = (last.pattern, last.text + 1)
                p = last.pattern + 1
                t = last.text + 1
            } else {
                return false
            }
        }
        return pattern[p...].allSatisfy { $0 == UInt8(ascii: "*") }
    }
}
