/// SHA-256 in small hexadecimal digits. Source: FIPS 180-4, section 6.2.
package func textDigest(_ message: [UInt8]) -> String {
    var state: [UInt32] = primes(8).map { fraction(of: $0, root: 2) }
    let constants = primes(64).map { fraction(of: $0, root: 3) }
    var padded = message + [0x80]
    padded += [UInt8](repeating: 0, count: (120 - padded.count % 64) % 64)
    let bits = UInt64(message.count) * 8
    padded += (0..<8).map { UInt8(truncatingIfNeeded: bits >> UInt64(56 - 8 * $0)) }
    for block in stride(from: 0, to: padded.count, by: 64) {
        var words = (0..<16).map { word in (0..<4).reduce(UInt32(0)) { $0 << 8 | UInt32(padded[block + 4 * word + $1]) } }
        for index in 16..<64 {
            let (early, late) = (words[index - 15], words[index - 2])
            let first = rotate(early, 7) ^ rotate(early, 18) ^ early >> 3
            let second = rotate(late, 17) ^ rotate(late, 19) ^ late >> 10
            words.append(words[index - 16] &+ first &+ words[index - 7] &+ second)
        }
        var s = state
        for index in 0..<64 {
            let sum = rotate(s[4], 6) ^ rotate(s[4], 11) ^ rotate(s[4], 25)
            let choice = s[4] & s[5] ^ ~s[4] & s[6]
            let first = s[7] &+ sum &+ choice &+ constants[index] &+ words[index]
            let majority = s[0] & s[1] ^ s[0] & s[2] ^ s[1] & s[2]
            let second = (rotate(s[0], 2) ^ rotate(s[0], 13) ^ rotate(s[0], 22)) &+ majority
            s = [first &+ second, s[0], s[1], s[2], s[3] &+ first, s[4], s[5], s[6]]
        }
        for index in 0..<8 { state[index] &+= s[index] }
    }
    return state.map { word in
        let digits = String(word, radix: 16)
        return String(repeating: "0", count: 8 - digits.count) + digits
    }.joined()
}

private func rotate(_ word: UInt32, _ count: UInt32) -> UInt32 { word >> count | word << (32 - count) }

private func primes(_ count: Int) -> [UInt64] {
    var found: [UInt64] = []
    var candidate: UInt64 = 2
    while found.count < count {
        if !found.contains(where: { candidate % $0 == 0 }) { found.append(candidate) }
        candidate += 1
    }
    return found
}

/// The first 32 bits of a root's fraction: the root of n·2^(32·degree), whose low word it is; found by bits, in whole numbers.
private func fraction(of number: UInt64, root degree: Int) -> UInt32 {
    var low: UInt64 = 0
    for bit in (0..<36).reversed() {
        let next = low | 1 << UInt64(bit)
        if isPower(next, degree, atMost: number) { low = next }
    }
    return UInt32(truncatingIfNeeded: low)
}

/// Whether base^degree ≤ number·2^(32·degree), in words of 32 bits.
private func isPower(_ base: UInt64, _ degree: Int, atMost number: UInt64) -> Bool {
    var product: [UInt64] = [1, 0, 0, 0, 0]
    for _ in 0..<degree {
        var carry: UInt64 = 0
        for index in product.indices {
            let (high, low) = product[index].multipliedFullWidth(by: base)
            let (sum, overflow) = low.addingReportingOverflow(carry)
            product[index] = sum & 0xFFFF_FFFF
            carry = sum >> 32 | (high + (overflow ? 1 : 0)) << 32
        }
    }
    var limit: [UInt64] = [0, 0, 0, 0, 0]
    limit[degree] = number
    for index in product.indices.reversed() where product[index] != limit[index] { return product[index] < limit[index] }
    return true
}
