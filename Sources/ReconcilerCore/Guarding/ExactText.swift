import EngineInterface
import MeshModel
import MeshPlanning

/// Text that is the same where what would be done is the same, and only there: every part is preceded by its length.
///
/// Left out is what changes from round to round without meaning anything else: at which commit the manifests stood, and when a
/// quarantine would begin.
struct ExactText {
    private(set) var text = ""

    mutating func add(_ part: String) { text += "\(part.utf8.count):\(part)" }
    mutating func add(_ part: String?) { if let part { add(part) } else { text += "-" } }
    mutating func add(_ number: Int?) { add(number.map(String.init)) }
    mutating func add(_ flag: Bool) { text += flag ? "+" : "-" }

    mutating func add(_ pairs: [String: String]) {
        add(pairs.count)
        for (key, value) in pairs.sorted(by: { $0.key < $1.key }) {
            add(key)
            add(value)
        }
    }

    mutating func add(_ change: Change) {
        add(change.address.description)
        add(change.subject)
        add(change.action.rawValue)
        add(change.needsNaming)
        add(change.operations.count)
        for operation in change.operations { add(operation) }
        for note in [change.intent, change.outcome, change.withdrawal] {
            guard let note else {
                text += "-"
                continue
            }
            add(note)
        }
    }

    private mutating func add(_ operation: EngineOperation) {
        switch operation {
        case .createTopic(let name, let partitions, let replication, let config):
            text += "c"
            add(name)
            add(partitions)
            add(replication)
            add(config)
        case .setPartitions(let topic, let total):
            text += "p"
            add(topic)
            add(total)
        case .alterConfig(let topic, let set, let unset):
            text += "a"
            add(topic)
            add(set)
            add(unset.sorted().joined(separator: "\n"))
        case .deleteTopic(let name):
            text += "d"
            add(name)
        case .setReplication(let topic, let assignment, let throttle):
            text += "r"
            add(topic)
            add(assignment.map { $0.map(String.init).joined(separator: ",") }.joined(separator: ";"))
            add(throttle)
        case .grant(let rule):
            text += "g"
            add(rule)
        case .revoke(let rule):
            text += "v"
            add(rule)
        case .registerSchema(let schema):
            text += "s"
            add(schema.subject)
            add(schema.format.rawValue)
            add(schema.schema)
            for reference in schema.references {
                add(reference.name)
                add(reference.subject)
            }
        case .setCompatibility(let subject, let mode):
            text += "m"
            add(subject)
            add(mode?.rawValue)
        case .deleteSubject(let subject):
            text += "x"
            add(subject)
        }
    }

    private mutating func add(_ rule: AccessRule) {
        add(rule.addressName)
        // Two rules may print alike: `*` as a name, and as every name.
        if case .literal = rule.pattern { text += "l" } else if case .prefix = rule.pattern { text += "p" } else { text += "*" }
    }

    private mutating func add(_ note: LedgerUpdate) {
        switch note {
        case .topic(let name, let entry):
            text += "T"
            add(name)
            guard let entry else { return add(nil as String?) }
            add(entry.phase.rawValue)
            add(entry.stewardship)
            add(entry.partitions)
            add(entry.replication)
            add(entry.config)
            add(entry.quarantine?.stage.rawValue)
            for denial in (entry.quarantine?.denials ?? []).sorted() { add(denial) }
        case .access(let rule, let entry):
            text += "A"
            add(rule)
            guard let entry else { return add(nil as String?) }
            add(entry.phase.rawValue)
            add(entry.stewardship)
        case .subject(let name, let entry):
            text += "S"
            add(name)
            guard let entry else { return add(nil as String?) }
            add(entry.phase.rawValue)
            add(entry.stewardship)
            add(entry.contract)
            add(entry.format.rawValue)
            add(entry.model)
            add(entry.text)
            add(entry.compatibility?.rawValue)
        case .claim(let mesh, let claim):
            text += "M"
            add(mesh)
            guard let claim else { return add(nil as String?) }
            add(claim.repository)
            add(claim.prefixes.joined(separator: "\n"))
            add(claim.kinds?.joined(separator: "\n"))
        }
    }

    private mutating func add(_ stewardship: Stewardship) {
        add(stewardship.mesh)
        add(stewardship.owner)
        add(stewardship.deletionProtection)
        add(stewardship.deletion.map { "\($0.drain.count) \($0.quarantine.count)" })
    }
}
