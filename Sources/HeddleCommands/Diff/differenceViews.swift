import ContractChecking
import MeshModel
import MeshPlanning

/// For people.
struct DifferenceText {
    var paint: Paint

    func render(_ difference: MeshDifference) -> String {
        var parts = ["from \(difference.from) to \(difference.to)", ""]
        if difference.plan.isEmpty, difference.plan.clusters.allSatisfy(\.notices.isEmpty) {
            parts.append("Nothing would change in the mesh.")
        } else {
            parts.append(PlanText(paint: paint).render(difference.plan))
        }
        if !difference.documents.isEmpty {
            parts += ["", paint.bold("documents")]
            for change in difference.documents { parts += lines(change) }
        }
        let contracts = difference.contracts
        if contracts.contracts.contains(where: { $0.state != .unchanged }) || !contracts.removed.isEmpty {
            parts += ["", paint.bold("contracts")]
            for contract in contracts.contracts where contract.state != .unchanged { parts.append("  \(contract.name)  \(contract.statement)") }
            for finding in contracts.findings where finding.isBreaking {
                parts.append("  \(paint.red("x")) \(finding.contract)  \(finding.message) [\(finding.rule)]")
            }
            for removed in contracts.removed { parts.append("  \(removed.name)  removed") }
        }
        return parts.joined(separator: "\n")
    }

    private func lines(_ change: DocumentChange) -> [String] {
        let sign =
            switch change.action {
            case .added: paint.green("+")
            case .removed: paint.red("-")
            case .changed: paint.yellow("~")
            }
        return ["  \(sign) \(change.kind) \(change.name)"]
            + change.fields.map { "      \($0.path)  \($0.old ?? paint.dim("(absent)")) → \($0.new ?? paint.dim("(absent)"))" }
    }
}

/// For machines. The shape is Specs/plan/v1/diff.schema.json; it changes only by adding.
struct DifferenceJSON: Encodable {
    var formatVersion = "1.0"
    var from: String
    var to: String
    var plan: PlanJSON
    var documents: [Document]
    var contracts: CheckJSON

    struct Document: Encodable {
        var kind: String
        var name: String
        var action: String
        var fields: [Field]
    }

    struct Field: Encodable {
        var path: String
        var old: String?
        var new: String?
    }

    init(_ difference: MeshDifference) {
        from = difference.from
        to = difference.to
        plan = PlanJSON(difference.plan)
        documents = difference.documents.map { change in
            Document(
                kind: change.kind, name: change.name, action: change.action.rawValue,
                fields: change.fields.map { Field(path: $0.path, old: $0.old, new: $0.new) })
        }
        contracts = CheckJSON(difference.contracts)
    }
}

/// For a comment.
func renderMarkdown(_ difference: MeshDifference) -> String {
    let plan = difference.plan
    let view = PlanMarkdown(
        title: "\(Markdown.code(plan.mesh)) from \(Markdown.prose(difference.from)) to \(Markdown.prose(difference.to))",
        marker: Markdown.marker("diff", plan.mesh, plan.environment ?? ""))
    let foot = "<sub>compared without a mesh: records were not counted, so whatever may lose some counts as destructive</sub>"
    return view.render(plan, foot: foot) { page in
        page.add(
            before: "\n<details><summary>\(difference.documents.count) documents</summary>\n\n",
            rows: difference.documents.map { change in
                let fields = change.fields.prefix(12).map {
                    "\(Markdown.code($0.path)) \($0.old.map { Markdown.code($0) } ?? "none") → \($0.new.map { Markdown.code($0) } ?? "none")"
                }
                return "- \(change.action.rawValue) \(change.kind) \(Markdown.code(change.name))\(fields.isEmpty ? "" : ": ")\(fields.joined(separator: "; "))\n"
            }, after: "\n</details>\n")
        let contracts = difference.contracts
        let changed = contracts.contracts.filter { $0.state != .unchanged }
        page.add(
            before: "\n### Contracts\n\n",
            rows: contracts.findings.filter(\.isBreaking).map { "- ❌ \(Markdown.code($0.contract)): \(Markdown.prose($0.message)) (\(Markdown.code($0.rule)))\n" }
                + changed.map { "- \(Markdown.code($0.name)): \(Markdown.prose($0.statement))\n" }
                + contracts.removed.map { "- \(Markdown.code($0.name)): removed\n" }, after: "\n")
    }
}
