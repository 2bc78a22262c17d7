/// Tries one way after the other, as ECMA-262 tells it (22.2.2): for patterns with back-references, whose matching has no
/// better bound than the steps allowed.
struct RegexBacktracking {
    private let regex: ECMARegex
    private let text: [UInt32]
    private(set) var steps: Int

    init(regex: ECMARegex, text: [UInt32], steps: Int) {
        self.regex = regex
        self.text = text
        self.steps = steps
    }

    private struct Way {
        var state = 0
        var position: Int
        /// Start and end of each group, -1 where it holds nothing; group 0 is not used.
        var captures: [Int]
        var rounds: [Int]
    }

    mutating func find() throws(RegexExhausted) -> Bool {
        for start in 0...(regex.isAnchored ? 0 : text.count) {
            let captures = Array(repeating: -1, count: (regex.captureCount + 1) * 2)
            if try run(regex.main, from: start, captures: captures) != nil { return true }
        }
        return false
    }

    /// What the groups hold at the first match; nil where there is none.
    private mutating func run(_ program: RegexProgram, from start: Int, captures: [Int]) throws(RegexExhausted) -> [Int]? {
        var open = [Way(position: start, captures: captures, rounds: Array(repeating: -1, count: program.roundCount))]
        while var way = open.popLast() {
            while true {
                steps -= 1 + way.captures.count / 8
                if steps < 0 { throw RegexExhausted() }
                let state = way.state
                way.state += 1
                var goesOn = true
                switch program.steps[state] {
                case .match: return way.captures
                case .scalar(let wanted): goesOn = step(&way, in: program) == wanted
                case .set(let set): goesOn = step(&way, in: program).map { program.sets[set].contains($0) } ?? false
                case .jump(let target): way.state = target
                case .split(let first, let second):
                    var other = way
                    other.state = second
                    open.append(other)
                    // A stack of ways is memory: what was not enough steps is not enough room either.
                    if open.count * (8 + way.captures.count + way.rounds.count) > 2_000_000 { throw RegexExhausted() }
                    way.state = first
                case .textStart: goesOn = way.position == 0
                case .textEnd: goesOn = way.position == text.count
                case .wordBoundary(let isNegated): goesOn = isWordBoundary(way.position) != isNegated
                case .look(let index, _, let isNegated):
                    let found = try run(regex.lookarounds[index], from: way.position, captures: way.captures)
                    goesOn = (found != nil) != isNegated
                    if let found, !isNegated { way.captures = found }
                case .open(let group): way.captures[group * 2] = way.position
                case .close(let group): way.captures[group * 2 + 1] = way.position
                case .backreference(let group): goesOn = repeatCapture(group, in: &way)
                case .forget(let groups):
                    for slot in groups.lowerBound * 2..<groups.upperBound * 2 { way.captures[slot] = -1 }
                case .roundStart(let round): way.rounds[round] = way.position
                case .roundEnd(let round): goesOn = way.rounds[round] != way.position
                }
                if !goesOn { break }
            }
        }
        return nil
    }

    private func step(_ way: inout Way, in program: RegexProgram) -> UInt32? {
        let index = program.isBackward ? way.position - 1 : way.position
        guard text.indices.contains(index) else { return nil }
        way.position += program.isBackward ? -1 : 1
        return text[index]
    }

    /// A group that holds nothing matches nothing, which is always there.
    private mutating func repeatCapture(_ group: Int, in way: inout Way) -> Bool {
        let (start, end) = (way.captures[group * 2], way.captures[group * 2 + 1])
        guard start >= 0, end >= start else { return true }
        let length = end - start
        steps -= length / 8
        guard way.position + length <= text.count, text[start..<end].elementsEqual(text[way.position..<way.position + length])
        else { return false }
        way.position += length
        return true
    }

    private func isWordBoundary(_ position: Int) -> Bool {
        let before = position > 0 && RegexEscapeSet.isWord(text[position - 1])
        let after = position < text.count && RegexEscapeSet.isWord(text[position])
        return before != after
    }
}
