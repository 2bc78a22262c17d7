import Determinism
import Testing

@Suite struct `A seeded generator` {
    @Test func `gives the numbers that its reference implementation gives`() {
        // xoshiro256** after SplitMix64 from seed 0, by the authors' C code.
        var generator = SeededGenerator(seed: 0)
        let numbers = (0..<3).map { _ in generator.next() }
        #expect(numbers == [0x99EC_5F36_CB75_F2B4, 0xBF6E_1F78_4956_452A, 0x1A5F_849D_4933_E6E0])
    }

    @Test func `repeats itself from the same seed and not from another`() {
        func draw(_ seed: UInt64) -> [UInt64] {
            var generator = SeededGenerator(seed: seed)
            return (0..<100).map { _ in generator.next() }
        }
        #expect(draw(7) == draw(7))
        #expect(draw(7) != draw(8))
        #expect(Set(draw(7)).count == 100)
    }

    @Test func `a part of its own does not move with the whole`() {
        var whole = SeededGenerator(seed: 3)
        var part = whole.split()
        var same = SeededGenerator(seed: 3)
        var samePart = same.split()
        _ = (0..<10).map { _ in whole.next() }
        #expect(part.next() == samePart.next())
    }

    @Test func `random ids are UUIDs of version 4`() {
        var generator = SeededGenerator(seed: 1)
        for _ in 0..<100 {
            let id = RandomID(using: &generator)
            let text = Array(id.description)
            #expect(text.count == 36)
            #expect(text[14] == "4")
            #expect("89ab".contains(text[19]))
            #expect([8, 13, 18, 23].allSatisfy { text[$0] == "-" })
        }
        let known = RandomID(high: 0xf81d_4fae_7dec_41d0, low: 0xa765_00a0_c91e_6bf6)
        #expect(known.description == "f81d4fae-7dec-41d0-a765-00a0c91e6bf6")
    }
}
