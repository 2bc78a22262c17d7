/// Other scripts in ASCII (RFC 3492).
enum Punycode {
    private static let base = 36
    private static let initialBias = 72
    private static let initialScalar = 0x80

    private static func adapt(_ delta: Int, count: Int, isFirst: Bool) -> Int {
        var delta = isFirst ? delta / 700 : delta / 2
        delta += delta / count
        var k = 0
        while delta > (base - 1) * 26 / 2 {
            delta /= base - 1
            k += base
        }
        return k + base * delta / (delta + 38)
    }

    private static func threshold(_ k: Int, _ bias: Int) -> Int { min(max(k - bias, 1), 26) }

    /// Nil where the text is not Punycode.
    static func decode(_ text: Substring) -> [Unicode.Scalar]? {
        guard text.utf8.count <= 255, text.utf8.allSatisfy({ $0 < 0x80 }) else { return nil }
        var output: [Unicode.Scalar] = []
        var rest = Array(text.utf8)[...]
        if let hyphen = rest.lastIndex(of: UInt8(ascii: "-")) {
            output = rest[..<hyphen].map { Unicode.Scalar($0) }
            rest = rest[(hyphen + 1)...]
        }
        var next = initialScalar
        var bias = initialBias
        var place = 0
        while !rest.isEmpty {
            let before = place
            var weight = 1
            var k = base
            while true {
                guard let byte = rest.popFirst(), let digit = value(of: byte) else { return nil }
                let (product, overflows) = digit.multipliedReportingOverflow(by: weight)
                let (sum, overflowsToo) = place.addingReportingOverflow(product)
                guard !overflows, !overflowsToo, sum < 0x7FFF_FFFF else { return nil }
                place = sum
                let limit = threshold(k, bias)
                if digit < limit { break }
                weight *= base - limit
                guard weight < 0x7FFF_FFFF else { return nil }
                k += base
            }
            let count = output.count + 1
            bias = adapt(place - before, count: count, isFirst: before == 0)
            next += place / count
            place %= count
            guard next <= 0x10FFFF, let scalar = Unicode.Scalar(UInt32(next)) else { return nil }
            output.insert(scalar, at: place)
            place += 1
        }
        return output
    }

    /// Nil where the label is too long to be one.
    static func encode(_ label: [Unicode.Scalar]) -> String? {
        guard label.count <= 255 else { return nil }
        var output = label.filter(\.isASCII).map { UInt8(truncatingIfNeeded: $0.value) }
        let basicCount = output.count
        var handled = basicCount
        if basicCount > 0 { output.append(UInt8(ascii: "-")) }
        var next = initialScalar
        var bias = initialBias
        var delta = 0
        while handled < label.count {
            guard let smallest = label.lazy.map({ Int($0.value) }).filter({ $0 >= next }).min() else { return nil }
            delta += (smallest - next) * (handled + 1)
            next = smallest
            for scalar in label {
                if scalar.value < next { delta += 1 }
                guard scalar.value == next else { continue }
                var rest = delta
                var k = base
                while true {
                    let limit = threshold(k, bias)
                    if rest < limit { break }
                    output.append(digit(limit + (rest - limit) % (base - limit)))
                    rest = (rest - limit) / (base - limit)
                    k += base
                }
                output.append(digit(rest))
                bias = adapt(delta, count: handled + 1, isFirst: handled == basicCount)
                delta = 0
                handled += 1
            }
            delta += 1
            next += 1
        }
        return String(decoding: output, as: UTF8.self)
    }

    private static func value(of byte: UInt8) -> Int? {
        switch byte {
        case UInt8(ascii: "a")...UInt8(ascii: "z"): Int(byte - UInt8(ascii: "a"))
        case UInt8(ascii: "A")...UInt8(ascii: "Z"): Int(byte - UInt8(ascii: "A"))
        case UInt8(ascii: "0")...UInt8(ascii: "9"): Int(byte - UInt8(ascii: "0")) + 26
        default: nil
        }
    }

    private static func digit(_ value: Int) -> UInt8 {
        value < 26 ? UInt8(ascii: "a") + UInt8(value) : UInt8(ascii: "0") + UInt8(value - 26)
    }
}
