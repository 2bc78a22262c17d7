/// Bytes that an encoder appends to. Reuse one: after `removeAll()` it keeps its memory, and encoding into it allocates nothing.
///
///     var writer = ByteWriter()
///     try order.encode(into: &writer)
///     send(writer.bytes)
public struct ByteWriter: ~Copyable {
    @usableFromInline var base: UnsafeMutableRawPointer
    @usableFromInline var capacity: Int
    /// Bytes written since the start.
    public internal(set) var count: Int {
        @inlinable get { written }
        @inlinable set { written = newValue }
    }
    @usableFromInline var written = 0
    /// Whether entries of maps are written in the order of their keys, where the format has none: equal values are then equal bytes.
    public var sortsMaps = false

    public init(capacity: Int = 512) {
        self.capacity = max(capacity, 16)
        base = .allocate(byteCount: self.capacity, alignment: 8)
    }

    deinit { base.deallocate() }

    @inlinable
    public mutating func removeAll() { written = 0 }

    /// Room for that many further bytes: what is then written through `unsafeEnd` is made known by `advance`.
    @inlinable @inline(__always)
    public mutating func reserve(_ further: Int) {
        if capacity &- written < further { grow(by: further) }
    }

    @inline(never) @usableFromInline
    mutating func grow(by further: Int) {
        let larger = max(capacity * 2, written + further)
        let moved = UnsafeMutableRawPointer.allocate(byteCount: larger, alignment: 8)
        moved.copyMemory(from: base, byteCount: written)
        base.deallocate()
        base = moved
        capacity = larger
    }

    @inlinable @inline(__always)
    public mutating func append(_ byte: UInt8) {
        reserve(1)
        base.storeBytes(of: byte, toByteOffset: written, as: UInt8.self)
        written &+= 1
    }

    @inlinable
    public mutating func append(_ bytes: RawSpan) {
        let added = bytes.byteCount
        reserve(added)
        bytes.withUnsafeBytes { source in
            if let start = source.baseAddress { (base + written).copyMemory(from: start, byteCount: added) }
        }
        written &+= added
    }

    @inlinable
    public mutating func append(_ bytes: [UInt8]) { append(bytes.span.bytes) }

    /// What was written, without a copy.
    public var bytes: RawSpan {
        @_lifetime(borrow self)
        borrowing get {
            let span = RawSpan(_unsafeStart: UnsafeRawPointer(base), byteCount: written)
            return _overrideLifetime(span, borrowing: self)
        }
    }

    /// A copy of what was written.
    public borrowing func copyBytes() -> [UInt8] {
        [UInt8](unsafeUninitializedCapacity: written) { target, count in
            if written > 0 { UnsafeMutableRawPointer(target.baseAddress!).copyMemory(from: base, byteCount: written) }
            count = written
        }
    }
}
