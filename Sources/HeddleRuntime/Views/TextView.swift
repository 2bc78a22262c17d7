/// Text where it lies in an input: compared without a copy, owned by asking for `string`.
///
///     if view.customerId == "c-17" { … }
///
/// That it is UTF-8 is checked by `string` alone.
public struct TextView: ~Escapable {
    public let bytes: RawSpan

    @inlinable
    @_lifetime(copy bytes)
    public init(_ bytes: RawSpan) { self.bytes = bytes }

    @inlinable public var byteCount: Int { bytes.byteCount }
    @inlinable public var isEmpty: Bool { bytes.byteCount == 0 }

    /// - Throws: `invalidText` for what is no UTF-8.
    public var string: String {
        get throws(CodecError) {
            var reader = ByteReader(bytes)
            return try reader.readText(bytes.byteCount)
        }
    }

    /// Whether both are the same bytes: no letter is taken for another that looks like it.
    public static func == (left: borrowing TextView, right: borrowing TextView) -> Bool { left.bytes.hasSameBytes(as: right.bytes) }

    public static func == (left: borrowing TextView, right: StaticString) -> Bool {
        guard right.hasPointerRepresentation else { return false }
        let known = UnsafeRawBufferPointer(start: right.utf8Start, count: right.utf8CodeUnitCount)
        return left.bytes.hasSameBytes(as: known.bytes)
    }

    @_disfavoredOverload
    public static func == (left: borrowing TextView, right: borrowing String) -> Bool {
        left.bytes.hasSameBytes(as: right.utf8.span.bytes)
    }

    @_disfavoredOverload
    public static func == (left: borrowing String, right: borrowing TextView) -> Bool { right == left }
}

extension RawSpan {
    func hasSameBytes(as other: RawSpan) -> Bool {
        guard byteCount == other.byteCount else { return false }
        return withUnsafeBytes { left in other.withUnsafeBytes { right in left.elementsEqual(right) } }
    }
}
