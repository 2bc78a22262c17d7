import Determinism
import Testing

@Suite struct `Bytes as text` {
    @Test func `bytes and their digits are one another's`() {
        var generator = SeededGenerator(seed: 7)
        for count in 0..<40 {
            let bytes = (0..<count).map { _ in UInt8.random(in: .min ... .max, using: &generator) }
            #expect(fromHexadecimal(hexadecimal(bytes).utf8) == bytes)
        }
        #expect(hexadecimal([0x00, 0x0F, 0xA0, 0xFF]) == "000fa0ff")
    }

    @Test func `digits are read in pairs, and large ones where they may be`() {
        for text in ["0", "abc", "0g", "@0", "+1", "ä"] { #expect(fromHexadecimal(text.utf8, capitals: true) == nil, "\(text)") }
        #expect(fromHexadecimal("0aF0".utf8) == nil)
        #expect(fromHexadecimal("0aF0".utf8, capitals: true) == [0x0A, 0xF0])
    }

    @Test func `a random id has its dashes where RFC 9562 has them`() {
        #expect(RandomID(high: 0xF81D_4FAE_7DEC_11D0, low: 0xA765_00A0_C91E_6BF6).description == "f81d4fae-7dec-11d0-a765-00a0c91e6bf6")
        #expect(RandomID(high: 0, low: 1).description == "00000000-0000-0000-0000-000000000001")
    }

    @Test func `what is not unreserved is written with percent signs`() {
        #expect(percentEncoded("a b/ü&\"") == "a%20b%2F%C3%BC%26%22")
        #expect(percentEncoded("AZaz09-._~") == "AZaz09-._~")
    }

    @Test func `percent signs are read back, and those that stand for nothing are refused`() {
        #expect(percentDecoded("a%20b%2F%C3%bc+") == "a b/ü+")
        #expect(percentDecoded("a+b", plusIsSpace: true) == "a b")
        for text in ["%", "%4", "%zz", "%ff", "%C3"] { #expect(percentDecoded(text) == nil, "\(text)") }
    }
}
