/// A place among all names in the order of their bytes: a name, or where the names after some others begin.
struct NameBound: Sendable, Hashable, Comparable {
    let bytes: [UInt8]

    init(_ bytes: [UInt8]) { self.bytes = bytes }
    init(_ name: String) { bytes = Array(name.utf8) }

    /// The first place behind this one name.
    var afterItself: NameBound { NameBound(bytes + [0]) }

    /// The first place behind all names that begin with this one; nil behind the last: every name begins with nothing.
    var afterAllThatBeginSo: NameBound? {
        guard let last = bytes.last else { return nil }
        // UTF-8 has no byte above 0xF4, so that one more always fits.
        var next = bytes
        next[next.count - 1] = last + 1
        return NameBound(next)
    }

    func begins(with prefix: NameBound) -> Bool {
        bytes.count >= prefix.bytes.count && bytes.withUnsafeBufferPointer { own in
            prefix.bytes.withUnsafeBufferPointer { other in
                for index in other.indices where own[index] != other[index] { return false }
                return true
            }
        }
    }

    /// Below zero where this stands before the other, zero where they are the same.
    func order(to other: NameBound) -> Int {
        bytes.withUnsafeBufferPointer { own in
            other.bytes.withUnsafeBufferPointer { others in
                let shared = min(own.count, others.count)
                for index in 0..<shared where own[index] != others[index] { return Int(own[index]) - Int(others[index]) }
                return own.count - others.count
            }
        }
    }

    static func < (left: NameBound, right: NameBound) -> Bool { left.order(to: right) < 0 }
}
