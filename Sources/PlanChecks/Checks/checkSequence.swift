import EngineInterface
import MeshModel
import MeshPlanning

extension CheckedCluster {
    /// What the changes are to each other: none twice, none against another, each after what it needs.
    func checkSequence() -> [PlanFault] {
        checkDuplicates() + checkReplacements() + checkOrder() + checkReferences()
    }

    private struct Item: Hashable {
        var address: ResourceAddress
        var subject: String?
        var outcome: String
    }

    private func checkDuplicates() -> [PlanFault] {
        var changes: Set<Item> = []
        var operations: Set<EngineOperation> = []
        var altered: Set<String> = []
        var faults: [PlanFault] = []
        for change in plan.changes {
            // Two rules may print alike, so the rule itself is told apart.
            let rule: String = if case .access(let rule, _) = change.outcome { "\(rule)" } else { "" }
            if !changes.insert(Item(address: change.address, subject: change.subject, outcome: rule)).inserted {
                faults.append(change.fault(.twice, "it is changed twice"))
            }
            for operation in change.operations {
                let isNew =
                    switch operation {
                    case .alterConfig(let topic, _, _): altered.insert("config \(topic)").inserted
                    case .setPartitions(let topic, _): altered.insert("partitions \(topic)").inserted
                    case .createTopic(let topic, _, _, _): altered.insert("create \(topic)").inserted
                    case .registerSchema(let schema): altered.insert("schema \(schema.subject)").inserted
                    // A denial that is declared may also be what a quarantine needs.
                    case .grant where change.action == .quarantine: true
                    default: operations.insert(operation).inserted
                    }
                if !isNew { faults.append(change.fault(.twice, "done twice: \(operation.words)")) }
            }
        }
        return faults
    }

    /// Nothing that holds data is ever deleted to be made anew.
    private func checkReplacements() -> [PlanFault] {
        var created: Set<String> = []
        for operation in plan.changes.flatMap(\.operations) {
            switch operation {
            case .createTopic(let name, _, _, _): created.insert("topic \(name)")
            case .registerSchema(let schema): created.insert("subject \(schema.subject)")
            case .grant(let rule): created.insert("rule \(rule)")
            default: continue
            }
        }
        var faults: [PlanFault] = []
        for change in plan.changes {
            for operation in change.operations {
                let item: String? =
                    switch operation {
                    case .deleteTopic(let name): "topic \(name)"
                    case .deleteSubject(let subject): "subject \(subject)"
                    case .revoke(let rule): "rule \(rule)"
                    default: nil
                    }
                if let item, created.contains(item) { faults.append(change.fault(.replaced, "it is taken away and made anew in one plan")) }
            }
        }
        return faults
    }

    private func checkOrder() -> [PlanFault] {
        var faults: [PlanFault] = []
        for (first, second) in zip(plan.changes, plan.changes.dropFirst()) where (second.stage, second.order) < (first.stage, first.order) {
            faults.append(second.fault(.order, "it stands behind changes of a later stage"))
        }
        return faults
    }

    /// A schema after those that it refers to; a deletion before them.
    private func checkReferences() -> [PlanFault] {
        var registered: [String: Int] = [:]
        var deleted: [String: Int] = [:]
        for change in plan.changes {
            for operation in change.operations {
                switch operation {
                case .registerSchema(let schema): registered[schema.subject] = change.order
                case .deleteSubject(let subject): deleted[subject] = change.order
                default: continue
                }
            }
        }
        var faults: [PlanFault] = []
        for change in plan.changes {
            for operation in change.operations {
                if case .registerSchema(let schema) = operation {
                    for reference in schema.references {
                        if let order = registered[reference.subject] {
                            if order >= change.order { faults.append(change.fault(.order, "it refers to '\(reference.subject)', which is not registered before it")) }
                        } else if observed.subjects?[reference.subject] == nil, options.targets.isEmpty, !refused.contains(reference.subject) {
                            faults.append(change.fault(.dangling, "it refers to '\(reference.subject)', which is neither there nor registered"))
                        }
                        if deleted[reference.subject] != nil { faults.append(change.fault(.dangling, "it refers to '\(reference.subject)', which is deleted")) }
                    }
                }
                if case .deleteSubject(let subject) = operation {
                    for reference in observed.subjects?[subject]?.references ?? [] {
                        guard let order = deleted[reference.subject], order <= change.order, reference.subject != subject else { continue }
                        faults.append(change.fault(.order, "'\(reference.subject)' is deleted before '\(subject)', which refers to it"))
                    }
                }
            }
        }
        return faults
    }
}
