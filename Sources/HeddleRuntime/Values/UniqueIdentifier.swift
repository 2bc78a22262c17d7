/// A UUID (RFC 9562) as its sixteen bytes. Texts of it are written in small letters.
public struct UniqueIdentifier: Sendable, Hashable {
    /// The first eight bytes, the first of them the most significant.
    public var high: UInt64
    public var low: UInt64

    @inlinable
    public init(high: UInt64, low: UInt64) {
        self.high = high
        self.low = low
    }

    /// Of a text such as `0190a7c2-7b1e-7c3a-9d55-2f6d1a0b4c11`, in letters of any case; nil for any other.
    public init?(_ text: String) {
        var copy = text
        guard let value = copy.withUTF8({ Self(UnsafeRawBufferPointer($0)) }) else { return nil }
        self = value
    }

    @inline(__always)
    init?(_ text: UnsafeRawBufferPointer) {
        guard text.count == 36, let start = text.baseAddress else { return nil }
        var halves: (UInt64, UInt64) = (0, 0)
        var wrong: UInt8 = 0
        @inline(__always) func take(_ range: Range<Int>, into half: inout UInt64) {
            for index in range {
                let byte = start.load(fromByteOffset: index, as: UInt8.self)
                let digit = hexValues.utf8Start[Int(byte & 127)] | byte &>> 1 & 0x40
                wrong |= digit
                half = half &<< 4 | UInt64(digit & 15)
            }
        }
        take(0..<8, into: &halves.0)
        take(9..<13, into: &halves.0)
        take(14..<18, into: &halves.0)
        take(19..<23, into: &halves.1)
        take(24..<36, into: &halves.1)
        let dash = UInt8(ascii: "-")
        guard wrong & 0x40 == 0, text[8] == dash, text[13] == dash, text[18] == dash, text[23] == dash else { return nil }
        self.init(high: halves.0, low: halves.1)
    }
}

/// By byte: the value of a hexadecimal digit, or `@` (bit 6) for what is none. A table in the read-only part of the program.
private let hexValues: StaticString =
    "@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@\u{0}\u{1}\u{2}\u{3}\u{4}\u{5}\u{6}\u{7}\u{8}\u{9}@@@@@@@\u{A}\u{B}\u{C}\u{D}\u{E}\u{F}@@@@@@@@@@@@@@@@@@@@@@@@@@\u{A}\u{B}\u{C}\u{D}\u{E}\u{F}@@@@@@@@@@@@@@@@@@@@@@@@@"

extension UniqueIdentifier: CustomStringConvertible, LosslessStringConvertible, Codable {
    public var description: String {
        String(unsafeUninitializedCapacity: 36) { buffer in
            write(to: UnsafeMutableRawPointer(buffer.baseAddress!))
            return 36
        }
    }

    /// Thirty-six bytes.
    @inline(__always)
    func write(to target: UnsafeMutableRawPointer) {
        @inline(__always) func put(_ half: UInt64, _ shift: UInt64, _ count: Int, at place: Int) {
            // Four digits at a time: each nibble in a byte of its own, then to letters all at once.
            for step in 0..<(count / 4) {
                let four = half &>> (shift &- UInt64(step &* 16)) & 0xFFFF
                var spread = UInt32(truncatingIfNeeded: (four & 0xF000) &>> 12 | (four & 0x0F00) | (four & 0x00F0) &<< 12 | (four & 0x000F) &<< 24)
                let letters = ((spread &+ 0x0606_0606) &>> 4) & 0x0101_0101
                spread = spread &+ 0x3030_3030 &+ letters &* 39
                target.storeBytes(of: spread.littleEndian, toByteOffset: place &+ step &* 4, as: UInt32.self)
            }
        }
        put(high, 48, 8, at: 0)
        put(high, 16, 4, at: 9)
        put(high, 0, 4, at: 14)
        put(low, 48, 4, at: 19)
        put(low, 32, 12, at: 24)
        for index in 0..<4 { target.storeBytes(of: UInt8(ascii: "-"), toByteOffset: 8 &+ 5 &* index, as: UInt8.self) }
    }

    public init(from decoder: any Decoder) throws {
        let container = try decoder.singleValueContainer()
        guard let value = Self(try container.decode(String.self)) else {
            throw DecodingError.dataCorruptedError(in: container, debugDescription: "expected a UUID")
        }
        self = value
    }

    public func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(description)
    }
}
