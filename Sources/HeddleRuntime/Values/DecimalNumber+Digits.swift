extension DecimalNumber {
    /// The digits of the whole number, without its sign; `0` alone for zero.
    public var digits: String {
        switch storage {
        case .short(let value): String(value.magnitude)
        case .long(let bytes): Self.digits(ofMagnitude: isNegative ? Self.negated(bytes) : bytes)
        }
    }

    /// Schoolbook division by a thousand million; numbers of thousands of digits are rare enough.
    private static func digits(ofMagnitude bytes: [UInt8]) -> String {
        var limbs: [UInt32] = []
        var end = bytes.count
        while end > 0 {
            let start = max(0, end - 4)
            limbs.append(bytes[start..<end].reduce(0) { $0 << 8 | UInt32($1) })
            end = start
        }
        var groups: [UInt32] = []
        while !limbs.isEmpty {
            var rest: UInt64 = 0
            for index in limbs.indices.reversed() {
                let (quotient, remainder) = (rest << 32 | UInt64(limbs[index])).quotientAndRemainder(dividingBy: 1_000_000_000)
                limbs[index] = UInt32(quotient)
                rest = remainder
            }
            groups.append(UInt32(rest))
            while limbs.last == 0 { limbs.removeLast() }
        }
        guard let highest = groups.last else { return "0" }
        return groups.dropLast().reversed().reduce(into: String(highest)) { text, group in
            let digits = String(group)
            text += String(repeating: "0", count: 9 - digits.count) + digits
        }
    }

    static func negated(_ bytes: [UInt8]) -> [UInt8] {
        var result = bytes.map { ~$0 }
        for index in result.indices.reversed() {
            result[index] &+= 1
            if result[index] != 0 { return result }
        }
        // Only zero comes here, or the least number, whose magnitude needs the sign's bit.
        return result
    }

    /// - Parameter digits: decimal ones alone.
    static func bytes(ofDigits digits: some Sequence<UInt8>, isNegative: Bool) -> [UInt8] {
        var limbs: [UInt32] = [0]
        for digit in digits {
            var carry = UInt64(digit - UInt8(ascii: "0"))
            for index in limbs.indices {
                let sum = UInt64(limbs[index]) * 10 + carry
                limbs[index] = UInt32(truncatingIfNeeded: sum)
                carry = sum >> 32
            }
            if carry > 0 { limbs.append(UInt32(carry)) }
        }
        // A zero byte before it keeps the sign's bit free.
        var magnitude: [UInt8] = [0]
        for limb in limbs.reversed() { withUnsafeBytes(of: limb.bigEndian) { magnitude += $0 } }
        return isNegative ? negated(magnitude) : magnitude
    }
}

extension DecimalNumber: CustomStringConvertible, LosslessStringConvertible {
    /// `-10.50`: plain digits, as many behind the point as the scale says.
    public var description: String {
        var digits = digits
        let sign = isNegative ? "-" : ""
        if scale <= 0 { return sign + digits + (digits == "0" ? "" : String(repeating: "0", count: -scale)) }
        if digits.utf8.count <= scale { digits = String(repeating: "0", count: scale + 1 - digits.utf8.count) + digits }
        return "\(sign)\(digits.dropLast(scale)).\(digits.suffix(scale))"
    }

    /// `-10.50`, `+3`, `.5`: a sign, digits, and a point among them. Exponents are refused.
    public init?(_ description: String) {
        var text = description.utf8[...]
        let isNegative = text.first == UInt8(ascii: "-")
        if isNegative || text.first == UInt8(ascii: "+") { text.removeFirst() }
        let point = text.firstIndex(of: UInt8(ascii: "."))
        let scale = point.map { text.distance(from: $0, to: text.endIndex) - 1 } ?? 0
        let digits = text.prefix(upTo: point ?? text.endIndex) + (point.map { Array(text[text.index(after: $0)...]) } ?? [])
        guard !digits.isEmpty, digits.allSatisfy({ (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }) else { return nil }
        if digits.count <= 38 {
            let value = digits.reduce(Int128(0)) { $0 * 10 + Int128($1 - UInt8(ascii: "0")) }
            self.init(unscaled: isNegative ? -value : value, scale: scale)
        } else {
            self.init(bigEndian: Self.bytes(ofDigits: digits, isNegative: isNegative), scale: scale)
        }
    }
}

extension DecimalNumber: Codable {
    /// As text: JSON's numbers lose digits in many readers.
    public func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(description)
    }

    public init(from decoder: any Decoder) throws {
        let container = try decoder.singleValueContainer()
        guard let value = Self(try container.decode(String.self)) else {
            throw DecodingError.dataCorruptedError(in: container, debugDescription: "a decimal number is expected")
        }
        self = value
    }
}
