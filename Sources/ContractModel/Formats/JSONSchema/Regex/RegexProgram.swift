/// A regular expression as steps of a machine. Addresses are indices into the steps.
struct RegexProgram: Sendable {
    enum Step: Sendable, Hashable {
        case scalar(UInt32)
        case set(Int)
        /// Both ways, the first one preferred.
        case split(Int, Int)
        case jump(Int)
        case textStart
        case textEnd
        case wordBoundary(isNegated: Bool)
        case look(Int, isBehind: Bool, isNegated: Bool)
        case open(Int)
        case close(Int)
        case backreference(Int)
        /// A round of a loop begins: groups within forget what they held.
        case forget(Range<Int>)
        /// Remembers the place in a slot, and gives up where a round got no further.
        case roundStart(Int)
        case roundEnd(Int)
        case match
    }

    var steps: [Step] = []
    var sets: [RegexSet] = []
    fileprivate var setNumbers: [RegexSet: Int] = [:]
    /// Slots for rounds of loops.
    var roundCount = 0
    var isBackward = false

    var first: Step? { steps.first }
}

/// Lays terms out as steps. Repetitions are written out, so a pattern can become long: there is a limit.
struct RegexCompiler {
    private(set) var lookarounds: [RegexProgram] = []
    private(set) var hasBackreferences = false
    /// Steps of all programs together.
    private(set) var length = 0
    private static let maximumLength = 60_000

    mutating func compile(_ term: RegexTerm, backward: Bool) throws(RegexProblem) -> RegexProgram {
        var program = RegexProgram()
        program.isBackward = backward
        try emit(term, into: &program)
        program.steps.append(.match)
        program.setNumbers = [:]
        return program
    }

    private mutating func add(_ step: RegexProgram.Step, to program: inout RegexProgram) throws(RegexProblem) {
        length += 1
        if length > Self.maximumLength { throw RegexProblem(reason: "the pattern repeats too much to be supported", offset: 0) }
        program.steps.append(step)
    }

    private mutating func emit(_ term: RegexTerm, into program: inout RegexProgram) throws(RegexProblem) {
        switch term {
        case .scalar(let scalar): try add(.scalar(scalar), to: &program)
        case .set(let set):
            let index = program.setNumbers[set] ?? program.sets.count
            if index == program.sets.count {
                program.sets.append(set)
                program.setNumbers[set] = index
            }
            try add(.set(index), to: &program)
        case .sequence(let terms):
            for term in program.isBackward ? terms.reversed() : terms { try emit(term, into: &program) }
        case .alternatives(let terms): try emitAlternatives(terms, into: &program)
        case .repeated(let term, let minimum, let maximum, let isLazy, let captures):
            for _ in 0..<minimum {
                let before = program.steps.count
                if !captures.isEmpty { try add(.forget(captures), to: &program) }
                try emit(term, into: &program)
                // What is no step once is none a hundred thousand times.
                if program.steps.count == before { break }
            }
            try emitOptional(term, count: maximum.map { $0 - minimum }, isLazy: isLazy, captures: captures, into: &program)
        case .capture(let index, let term):
            try add(program.isBackward ? .close(index) : .open(index), to: &program)
            try emit(term, into: &program)
            try add(program.isBackward ? .open(index) : .close(index), to: &program)
        case .textStart: try add(.textStart, to: &program)
        case .textEnd: try add(.textEnd, to: &program)
        case .wordBoundary(let isNegated): try add(.wordBoundary(isNegated: isNegated), to: &program)
        case .look(let term, let isBehind, let isNegated):
            let inner = try compile(term, backward: isBehind)
            lookarounds.append(inner)
            try add(.look(lookarounds.count - 1, isBehind: isBehind, isNegated: isNegated), to: &program)
        case .backreference(let index):
            if program.isBackward { throw RegexProblem(reason: "a back-reference in a lookbehind is not supported", offset: 0) }
            hasBackreferences = true
            try add(.backreference(index), to: &program)
        }
    }

    private mutating func emitAlternatives(_ terms: [RegexTerm], into program: inout RegexProgram) throws(RegexProblem) {
        var jumps: [Int] = []
        for (index, term) in terms.enumerated() {
            guard index < terms.count - 1 else {
                try emit(term, into: &program)
                break
            }
            let split = program.steps.count
            try add(.split(split + 1, 0), to: &program)
            try emit(term, into: &program)
            jumps.append(program.steps.count)
            try add(.jump(0), to: &program)
            program.steps[split] = .split(split + 1, program.steps.count)
        }
        for jump in jumps { program.steps[jump] = .jump(program.steps.count) }
    }

    /// So many rounds that may be left out; any number where `count` is nil.
    private mutating func emitOptional(
        _ term: RegexTerm, count: Int?, isLazy: Bool, captures: Range<Int>, into program: inout RegexProgram
    ) throws(RegexProblem) {
        var splits: [Int] = []
        for _ in 0..<(count ?? 1) {
            splits.append(program.steps.count)
            try add(.split(0, 0), to: &program)
            let round = program.roundCount
            program.roundCount += 1
            try add(.roundStart(round), to: &program)
            if !captures.isEmpty { try add(.forget(captures), to: &program) }
            try emit(term, into: &program)
            try add(.roundEnd(round), to: &program)
            if count == nil, let loop = splits.last { try add(.jump(loop), to: &program) }
        }
        let end = program.steps.count
        for split in splits { program.steps[split] = isLazy ? .split(end, split + 1) : .split(split + 1, end) }
    }
}
