/// Walks all ways through a program at once, one character after the other (Thompson 1968): the work is at most the
/// program's length times the text's. For patterns without back-references, where only whether they match counts.
struct RegexSimulation {
    let regex: ECMARegex
    let text: [UInt32]
    var steps: Int

    /// Whether the program matches from `start` on: there, or, searching, anywhere behind it. A backward program is walked
    /// toward the text's start.
    mutating func find(_ program: RegexProgram, at start: Int, isSearch: Bool) throws(RegexExhausted) -> Bool {
        // Making room for the states is work, too, and a lookaround makes it at every place.
        steps -= program.steps.count / 16
        if steps < 0 { throw RegexExhausted() }
        var current = StateSet(count: program.steps.count)
        var next = StateSet(count: program.steps.count)
        var position = start
        var isFirst = true
        while true {
            if isFirst || isSearch, try enter(0, of: program, at: position, into: &current) { return true }
            isFirst = false
            let index = program.isBackward ? position - 1 : position
            guard text.indices.contains(index), !current.waiting.isEmpty || isSearch else { return false }
            let scalar = text[index]
            position += program.isBackward ? -1 : 1
            steps -= current.waiting.count + 1
            if steps < 0 { throw RegexExhausted() }
            for state in current.waiting {
                let goesOn =
                    switch program.steps[state] {
                    case .scalar(let wanted): wanted == scalar
                    case .set(let set): program.sets[set].contains(scalar)
                    default: false
                    }
                if goesOn, try enter(state + 1, of: program, at: position, into: &next) { return true }
            }
            swap(&current, &next)
            next.clear()
        }
    }

    /// Follows all that takes no character. True where the program's end is reached.
    private mutating func enter(_ state: Int, of program: RegexProgram, at position: Int, into set: inout StateSet)
        throws(RegexExhausted) -> Bool
    {
        var open = [state]
        while let state = open.popLast() {
            guard set.insert(state) else { continue }
            steps -= 1
            if steps < 0 { throw RegexExhausted() }
            switch program.steps[state] {
            case .match: return true
            case .scalar, .set: set.waiting.append(state)
            case .jump(let target): open.append(target)
            case .split(let first, let second):
                open.append(second)
                open.append(first)
            case .textStart: if position == 0 { open.append(state + 1) }
            case .textEnd: if position == text.count { open.append(state + 1) }
            case .wordBoundary(let isNegated): if isWordBoundary(position) != isNegated { open.append(state + 1) }
            case .look(let index, _, let isNegated):
                if try find(regex.lookarounds[index], at: position, isSearch: false) != isNegated { open.append(state + 1) }
            case .open, .close, .forget, .roundStart, .roundEnd: open.append(state + 1)
            case .backreference: break
            }
        }
        return false
    }

    private func isWordBoundary(_ position: Int) -> Bool {
        let before = position > 0 && RegexEscapeSet.isWord(text[position - 1])
        let after = position < text.count && RegexEscapeSet.isWord(text[position])
        return before != after
    }
}

/// The states reached at one place of the text.
private struct StateSet {
    /// Those that wait for a character.
    var waiting: [Int] = []
    private var marks: [UInt32]
    private var round: UInt32 = 1

    init(count: Int) { marks = Array(repeating: 0, count: count) }

    mutating func insert(_ state: Int) -> Bool {
        if marks[state] == round { return false }
        marks[state] = round
        return true
    }

    mutating func clear() {
        waiting.removeAll(keepingCapacity: true)
        round &+= 1
        if round == 0 {
            for index in marks.indices { marks[index] = 0 }
            round = 1
        }
    }
}
