import Determinism

/// What may go wrong in a run, and when: one drawing for each call, so that a seed tells everything.
package struct FaultMix: Sendable {
    package enum OperationFault: Sendable, Equatable, CaseIterable {
        case refused, refusedForNow, requestLost, answerLost, twice
        /// No answer, and the effect comes after as many further calls.
        case late
        /// Accepted, and shown after as many further calls.
        case shownLate
        /// Accepted, and it never comes about.
        case vanishes
        /// Somebody else acts now.
        case interlude
    }

    package enum LedgerFault: Sendable, CaseIterable { case lost, cut, answerLost, leaseTaken }

    private var chance: SeededGenerator
    private var operations: [OperationFault] = []
    private var ledger: [LedgerFault] = []
    private var oneIn: UInt64 = 4
    private var readsFail = false
    /// Effects and ledger writes until the process is killed.
    package private(set) var effectsLeft = Int.max

    /// Nothing goes wrong.
    package static let none = FaultMix()

    private init() { chance = SeededGenerator(seed: 0) }

    package init(using chance: inout SeededGenerator) {
        self.chance = chance.split()
        operations = OperationFault.allCases.filter { _ in chance.next() % 3 == 0 }
        ledger = LedgerFault.allCases.filter { _ in chance.next() % 4 == 0 }
        oneIn = [2, 4, 8, 16][Int(chance.next() % 4)]
        readsFail = chance.next() % 6 == 0
        if chance.next() % 4 == 0 { effectsLeft = Int(chance.next() % 30) }
    }

    mutating func ofOperation() -> OperationFault? {
        guard !operations.isEmpty, chance.next() % oneIn == 0 else { return nil }
        return operations.randomElement(using: &chance)
    }

    mutating func ofLedgerWrite() -> LedgerFault? {
        guard !ledger.isEmpty, chance.next() % (oneIn * 2) == 0 else { return nil }
        return ledger.randomElement(using: &chance)
    }

    mutating func ofReading() -> Bool { readsFail && chance.next() % 4 == 0 }
    mutating func below(_ count: Int) -> Int { Int.random(in: 0..<max(1, count), using: &chance) }

    /// - Returns: whether the process lives to see it.
    mutating func spendEffect() -> Bool {
        guard effectsLeft > 0 else { return false }
        if effectsLeft != .max { effectsLeft -= 1 }
        return true
    }
}
