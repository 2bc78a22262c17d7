import ContractModel

/// docs/reference/compatibility.md: rule × mode, a table a format, and where we differ from the engines that are known.
func compatibilityPage(_ tables: [CompatibilityTable]) -> String {
    var text = """
        # Compatibility

        What breaks whom when a contract changes. This page is made from `Specs/compatibility/`, and a test compares every pair in
        `Fixtures/compatibility/` to hold it to what `heddle contract compare` says; `swift run heddle-dev generate` writes it.

        | mode | who must be able to read | against |
        |---|---|---|
        | `none` | nobody: every change is allowed | |
        | `backward` | readers with the new version: data of the old one | the latest earlier version |
        | `forward` | readers with the old version: data of the new one | the latest earlier version |
        | `full` | both | the latest earlier version |
        | `backward-transitive`, `forward-transitive`, `full-transitive` | the same | every earlier version |

        The rules do not change with transitive modes: each earlier version is compared for itself, and what breaks against any of
        them breaks. It takes them to see what two harmless steps do together: a field with a default is removed, and comes back
        with another type. The first version of a contract is always compatible.

        Each row tells what its rule says of one change, the one in its fixture. **breaks**: not compatible in this mode. *told*: worth
        knowing, and allowed. —: nothing. Where another rule breaks there, it is named. `heddle explain RULE` tells more.


        """
    text += tables.map { "- [\($0.title)](#\(anchor($0.title)))\n" }.joined()
    for table in tables { text += section(table) }
    return text
}

private func section(_ table: CompatibilityTable) -> String {
    let departed = Set(table.differences.flatMap(\.rules))
    var text = "\n## \(table.title)\n\n"
    text += table.text.map { $0 + "\n\n" }.joined()
    text += table.references.map { "`\($0.key)`: \($0.name).\n" }.joined()
    if !departed.isEmpty { text += "¹: see [where we differ](#where-we-differ-\(anchor(table.title))).\n" }
    let levels = levelNames.filter { level in table.rules.contains { $0.levels?[level] != nil } }
    let columns = levels.isEmpty ? ["backward", "forward", "full"] : levels
    text += "\n| rule | change | " + (columns + table.references.map(\.key)).map { "`\($0)`" }.joined(separator: " | ") + " |\n"
    text += "|---|---|" + String(repeating: "---|", count: columns.count + table.references.count) + "\n"
    for rule in table.rules {
        let name = "[\(shortName(rule.rule))](../../Specs/diagnostics/\(rule.rule).md)" + (departed.contains(rule.rule) ? "¹" : "")
        let cells = levels.isEmpty ? modeCells(rule) : levels.map { levelCell(rule.levels?[$0]) }
        let others = table.references.map { names(rule.references?[$0.key]) }
        text += "| " + ([name, rule.change] + cells + others).map(cell).joined(separator: " | ") + " |\n"
    }
    guard !table.differences.isEmpty else { return text }
    text += "\n### Where we differ: \(table.title)\n\n| what | there | here | why | rules |\n|---|---|---|---|---|\n"
    for difference in table.differences {
        let rules = difference.rules.map { "`\(shortName($0))`" }.joined(separator: ", ")
        text += "| " + [difference.what, difference.there, difference.here, difference.why, rules].map(cell).joined(separator: " | ") + " |\n"
    }
    return text
}

private let levelNames = ["wire", "wire-json", "source"]

private func modeCells(_ rule: CompatibilityTable.Rule) -> [String] {
    guard let verdict = rule.verdict else { return ["", "", ""] }
    var backward = phrase(verdict.newReaders, verdict.also?.newReaders)
    if let lenient = rule.lenient { backward += ", lenient: *\(lenient.rawValue)*" }
    let full = verdict.isCompatible(.full).map { $0 ? "ok" : "**breaks**" } ?? "no verdict"
    return [backward, phrase(verdict.oldReaders, verdict.also?.oldReaders), full]
}

/// Both directions in one cell, since they are mostly alike.
private func levelCell(_ verdict: CompatibilityTable.Verdict?) -> String {
    guard let verdict else { return "" }
    let (new, old) = (phrase(verdict.newReaders, verdict.also?.newReaders), phrase(verdict.oldReaders, verdict.also?.oldReaders))
    return new == old ? new : "backward \(new), forward \(old)"
}

private func phrase(_ word: CompatibilityTable.Verdict.Word, _ others: [String]?) -> String {
    switch word {
    case .breaks: return "**breaks**"
    case .unreadable: return "no verdict"
    case .told, .nothing:
        let own = word == .told ? "*told*" : "—"
        guard let others, !others.isEmpty else { return own }
        let breaking = "**breaks** by " + others.map { "`\(shortName($0))`" }.joined(separator: ", ")
        return word == .told ? "*told*, " + breaking : breaking
    }
}

/// `avro/name-changed` → `name-changed`: the section says the rest.
private func shortName(_ rule: String) -> String { rule.split(separator: "/").last.map(String.init) ?? rule }

private func names(_ text: String?) -> String { text ?? "—" }

/// As GitHub makes it from a heading.
private func anchor(_ title: String) -> String { title.lowercased().replacing(" ", with: "-") }

/// A `|` would end the cell, and a `<` open a tag.
private func cell(_ text: String) -> String { text.replacing("|", with: "\\|").replacing("<", with: "\\<") }
