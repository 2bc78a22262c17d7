/// A regular expression in RE2's syntax (github.com/google/re2/wiki/Syntax), without what would need backtracking.
///
/// Thompson's simulation: all ways are walked at once, so that a match takes at most the pattern's length times the text's,
/// whatever the two are.
struct TextPattern: Sendable {
    enum Step: Sendable {
        case scalar(UInt32)
        case set(Int)
        case split(Int, Int)
        case jump(Int)
        case assertion(PatternTerm.Assertion)
        case match
    }

    let steps: [Step]
    let sets: [ScalarSet]
    private let ignoresCase: Bool

    init(_ text: String) throws(PatternProblem) {
        var parser = PatternParser(text)
        var compiler = PatternCompiler()
        try compiler.emit(try parser.parse())
        steps = compiler.steps + [.match]
        sets = compiler.sets
        ignoresCase = sets.contains(where: \.ignoresCase)
    }

    /// Whether the pattern fits somewhere in the text. A unit is charged for each state entered.
    func matches(_ text: String, _ meter: inout EvaluationMeter) throws(EvaluationError) -> Bool {
        let scalars = text.unicodeScalars.map(\.value)
        try meter.chargeText(text.utf8.count + steps.count)
        var current = StateSet(count: steps.count)
        var next = StateSet(count: steps.count)
        for place in 0...scalars.count {
            if enter(0, at: place, of: scalars, into: &current) { return true }
            guard place < scalars.count else { break }
            try meter.charge(1 + current.entered / 4)
            let scalar = scalars[place]
            let variants = ignoresCase ? caseVariants(of: scalar) : []
            for state in current.waiting {
                let fits =
                    switch steps[state] {
                    case .scalar(let wanted): wanted == scalar
                    case .set(let index): sets[index].contains(scalar, variants: variants)
                    default: false
                    }
                if fits, enter(state + 1, at: place + 1, of: scalars, into: &next) { return true }
            }
            swap(&current, &next)
            next.clear()
        }
        return false
    }

    /// Follows all that takes no character. True where the end of the pattern is reached.
    private func enter(_ start: Int, at place: Int, of text: [UInt32], into set: inout StateSet) -> Bool {
        var open = [start]
        while let state = open.popLast() {
            guard set.insert(state) else { continue }
            switch steps[state] {
            case .match: return true
            case .scalar, .set: set.waiting.append(state)
            case .jump(let target): open.append(target)
            case .split(let first, let second):
                open.append(second)
                open.append(first)
            case .assertion(let assertion): if holds(assertion, at: place, of: text) { open.append(state + 1) }
            }
        }
        return false
    }

    private func holds(_ assertion: PatternTerm.Assertion, at place: Int, of text: [UInt32]) -> Bool {
        switch assertion {
        case .textStart: place == 0
        case .textEnd: place == text.count
        case .lineStart: place == 0 || text[place - 1] == 0x0A
        case .lineEnd: place == text.count || text[place] == 0x0A
        case .wordBoundary: isWordBoundary(place, text)
        case .noWordBoundary: !isWordBoundary(place, text)
        }
    }

    private func isWordBoundary(_ place: Int, _ text: [UInt32]) -> Bool {
        let before = place > 0 && ScalarSet.word.contains(text[place - 1])
        let after = place < text.count && ScalarSet.word.contains(text[place])
        return before != after
    }
}

/// The states reached at one place of the text.
private struct StateSet {
    /// Those that wait for a character.
    var waiting: [Int] = []
    private(set) var entered = 0
    private var marks: [UInt32]
    private var round: UInt32 = 1

    init(count: Int) { marks = Array(repeating: 0, count: count) }

    mutating func insert(_ state: Int) -> Bool {
        if marks[state] == round { return false }
        marks[state] = round
        entered += 1
        return true
    }

    mutating func clear() {
        waiting.removeAll(keepingCapacity: true)
        entered = 0
        round &+= 1
        if round == 0 {
            for index in marks.indices { marks[index] = 0 }
            round = 1
        }
    }
}

/// Lays terms out as steps. Repetitions are written out, so there is a limit.
private struct PatternCompiler {
    private(set) var steps: [TextPattern.Step] = []
    private(set) var sets: [ScalarSet] = []
    private static let maximumSteps = 20_000

    mutating func emit(_ term: PatternTerm) throws(PatternProblem) {
        switch term {
        case .scalar(let scalar): try add(.scalar(scalar))
        case .set(let set):
            sets.append(set)
            try add(.set(sets.count - 1))
        case .assertion(let assertion): try add(.assertion(assertion))
        case .sequence(let terms): for term in terms { try emit(term) }
        case .alternatives(let terms): try emit(alternatives: terms)
        case .repeated(let term, let minimum, let maximum):
            for _ in 0..<minimum {
                let before = steps.count
                try emit(term)
                if steps.count == before { return }
            }
            guard let maximum else { return try emit(loop: term) }
            var splits: [Int] = []
            for _ in minimum..<maximum {
                splits.append(steps.count)
                try add(.jump(0))
                let before = steps.count
                try emit(term)
                if steps.count == before { break }
            }
            for split in splits { steps[split] = .split(split + 1, steps.count) }
        }
    }

    private mutating func add(_ step: TextPattern.Step) throws(PatternProblem) {
        guard steps.count < Self.maximumSteps else { throw PatternProblem("it repeats too much") }
        steps.append(step)
    }

    private mutating func emit(loop term: PatternTerm) throws(PatternProblem) {
        let start = steps.count
        try add(.jump(0))
        try emit(term)
        try add(.jump(start))
        steps[start] = .split(start + 1, steps.count)
    }

    private mutating func emit(alternatives terms: [PatternTerm]) throws(PatternProblem) {
        var jumps: [Int] = []
        for term in terms.dropLast() {
            let split = steps.count
            try add(.jump(0))
            try emit(term)
            jumps.append(steps.count)
            try add(.jump(0))
            steps[split] = .split(split + 1, steps.count)
        }
        if let last = terms.last { try emit(last) }
        for jump in jumps { steps[jump] = .jump(steps.count) }
    }
}
