/// A decimal number without loss: a whole number and how many of its digits stand behind the point.
///
/// `1.50` and `1.5` are two values, as they are two texts; `isSameNumber(as:)` compares what they stand for.
public struct DecimalNumber: Sendable, Hashable {
    @usableFromInline
    enum Storage: Sendable, Hashable {
        case short(Int128)
        /// Two's complement, the first byte the highest, as few bytes as it takes, and more than 16.
        case long([UInt8])
    }

    @usableFromInline var storage: Storage
    /// Digits behind the point.
    public var scale: Int

    /// `DecimalNumber(unscaled: 1050, scale: 2)` is 10.50.
    @inlinable
    public init(unscaled: Int128, scale: Int = 0) {
        storage = .short(unscaled)
        self.scale = scale
    }

    /// - Parameter bytes: of the whole number, in two's complement, the first byte the highest.
    public init(bigEndian bytes: [UInt8], scale: Int) {
        self.init(bytes[...], scale: scale)
    }

    init(_ bytes: ArraySlice<UInt8>, scale: Int) {
        self.scale = scale
        var short = bytes
        while short.count > 1, let first = short.first, first == 0 || first == 0xFF, (short[short.startIndex + 1] ^ first) < 0x80 {
            short.removeFirst()
        }
        guard short.count <= 16 else {
            storage = .long(Array(short))
            return
        }
        var value: Int128 = (short.first ?? 0) >= 0x80 ? -1 : 0
        for byte in short { value = value &<< 8 | Int128(byte) }
        storage = .short(value)
    }

    /// The whole number; nil where it takes more than 128 bits.
    public var unscaled: Int128? {
        if case .short(let value) = storage { value } else { nil }
    }

    public var isNegative: Bool {
        switch storage {
        case .short(let value): value < 0
        case .long(let bytes): bytes[0] >= 0x80
        }
    }

    /// The whole number in two's complement, the first byte the highest, as few bytes as it takes.
    public var bigEndianBytes: [UInt8] {
        switch storage {
        case .long(let bytes): bytes
        case .short(let value): withUnsafeBytes(of: value.bigEndian) { Array($0.suffix(Self.width(of: value))) }
        }
    }

    /// How many bytes it takes.
    static func width(of value: Int128) -> Int {
        let magnitude = value < 0 ? ~value : value
        return (128 - magnitude.leadingZeroBitCount) / 8 + 1
    }
}
