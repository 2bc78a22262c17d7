/// Two versions of a text as `diff -u` shows them, three lines of context round each change; empty where they are the same.
func unifiedDiff(_ old: [UInt8], _ new: [UInt8], name: String) -> String {
    let before = DiffLines(old)
    let after = DiffLines(new)
    var steps: [(sign: Character, line: Substring, old: Int, new: Int)] = []
    let change = after.lines.difference(from: before.lines)
    var removed: Set<Int> = []
    var inserted: Set<Int> = []
    for step in change {
        switch step {
        case .remove(let offset, _, _): removed.insert(offset)
        case .insert(let offset, _, _): inserted.insert(offset)
        }
    }
    var left = 0
    var right = 0
    while left < before.lines.count || right < after.lines.count {
        if left < before.lines.count, removed.contains(left) {
            steps.append(("-", before.lines[left], left, right))
            left += 1
        } else if right < after.lines.count, inserted.contains(right) {
            steps.append(("+", after.lines[right], left, right))
            right += 1
        } else {
            steps.append((" ", before.lines[left], left, right))
            left += 1
            right += 1
        }
    }
    var text = ""
    for hunk in hunks(steps.map { $0.sign != " " }) {
        let lines = steps[hunk]
        guard let first = lines.first else { continue }
        let olds = lines.count { $0.sign != "+" }
        let news = lines.count { $0.sign != "-" }
        text += "@@ -\(olds == 0 ? first.old : first.old + 1),\(olds) +\(news == 0 ? first.new : first.new + 1),\(news) @@\n"
        for line in lines { text += "\(line.sign)\(line.line)\n" }
    }
    return text.isEmpty ? "" : "--- \(name)\n+++ \(name)\n" + text
}

private struct DiffLines {
    /// A last line without its line break says so, as `diff` does.
    var lines: [Substring]

    init(_ bytes: [UInt8]) {
        lines = String(decoding: bytes, as: UTF8.self).split(omittingEmptySubsequences: false) { $0 == "\n" }
        if lines.last?.isEmpty == true {
            lines.removeLast()
        } else if let last = lines.popLast() {
            lines.append(last + "\n\\ No newline at end of file")
        }
    }
}

/// Stretches round what changed, with context, those that touch made one.
private func hunks(_ isChanged: [Bool]) -> [Range<Int>] {
    var hunks: [Range<Int>] = []
    for index in isChanged.indices where isChanged[index] {
        let range = max(0, index - 3)..<min(isChanged.count, index + 4)
        if let last = hunks.last, last.upperBound >= range.lowerBound {
            hunks[hunks.count - 1] = last.lowerBound..<range.upperBound
        } else {
            hunks.append(range)
        }
    }
    return hunks
}
