/// Avro 1.12, "Decimal": the whole number as bytes, its scale in the schema alone.
extension ByteWriter {
    /// As many bytes as it takes, with their number before them.
    public mutating func writeAvroDecimal(_ value: borrowing DecimalNumber, precision: Int, scale: Int) throws(CodecError) {
        let fitting = try fit(value, precision, scale)
        guard case .short(let number) = fitting.storage else { return writeAvroBytes(fitting.bigEndianBytes) }
        let width = DecimalNumber.width(of: number)
        writeAvroIndex(width)
        append(number, width: width)
    }

    public mutating func writeAvroDecimal(
        _ value: borrowing DecimalNumber, precision: Int, scale: Int, size: Int
    ) throws(CodecError) {
        let fitting = try fit(value, precision, scale)
        let width: Int
        switch fitting.storage {
        case .short(let number): width = DecimalNumber.width(of: number)
        case .long(let bytes): width = bytes.count
        }
        guard width <= size else { throw CodecError(.outOfRange("the number takes \(width) bytes, and there are \(size)")) }
        for _ in width..<size { append(fitting.isNegative ? 0xFF : 0) }
        switch fitting.storage {
        case .short(let number): append(number, width: width)
        case .long(let bytes): append(bytes)
        }
    }

    private mutating func append(_ number: Int128, width: Int) {
        reserve(16)
        withUnsafeBytes(of: number.bigEndian) { source in
            (base + written).copyMemory(from: source.baseAddress! + (16 - width), byteCount: width)
        }
        written &+= width
    }

    private func fit(_ value: borrowing DecimalNumber, _ precision: Int, _ scale: Int) throws(CodecError) -> DecimalNumber {
        guard let fitting = value.rescaled(to: scale) else {
            throw CodecError(.outOfRange("the number has more than \(scale) digits behind the point"))
        }
        let fits: Bool
        if case .short(let number) = fitting.storage, precision < powersOfTen.count {
            fits = number.magnitude < powersOfTen[precision]
        } else {
            fits = fitting.digits.utf8.count <= precision
        }
        guard fits else { throw CodecError(.outOfRange("the number has more than \(precision) digits")) }
        return fitting
    }
}

private let powersOfTen: [UInt128] = (0..<38).reduce(into: [1]) { powers, _ in powers.append(powers[powers.count - 1] * 10) }

extension ByteReader {
    /// More digits than the schema's precision are read all the same: writers do not all check.
    @_lifetime(self: copy self)
    public mutating func readAvroDecimal(scale: Int) throws(CodecError) -> DecimalNumber {
        try readAvroDecimal(scale: scale, size: try readAvroLength())
    }

    @_lifetime(self: copy self)
    public mutating func readAvroDecimal(scale: Int, size: Int) throws(CodecError) -> DecimalNumber {
        guard size <= remaining else { throw endOfInput() }
        guard size <= 16 else { return DecimalNumber(bigEndian: try readAvroFixed(size: size), scale: scale) }
        var value: Int128 = size > 0 && next.load(as: UInt8.self) >= 0x80 ? -1 : 0
        for index in 0..<size { value = value &<< 8 | Int128(next.load(fromByteOffset: index, as: UInt8.self)) }
        next += size
        return DecimalNumber(unscaled: value, scale: scale)
    }
}
