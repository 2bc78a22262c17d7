/// Gives out producer ids. Ids are taken from blocks whose end is kept durably before any id of the block
/// is used, so that a restart skips the rest of a block instead of giving an id twice.
struct ProducerIDAllocator {
    static let blockSize: Int64 = 1000

    /// The next id to give.
    private var next: Int64
    /// All ids below are kept as taken.
    private(set) var reserved: Int64

    init(reserved: Int64 = 0) {
        next = reserved
        self.reserved = reserved
    }

    /// The new end of the reserved range that must be kept before the next id is given, if any.
    var reservationNeeded: Int64? {
        next < reserved ? nil : reserved + Self.blockSize
    }

    mutating func reserve(upTo end: Int64) {
        reserved = max(reserved, end)
    }

    mutating func take() -> Int64 {
        precondition(next < reserved, "a producer id is given only from a reserved block")
        defer { next += 1 }
        return next
    }
}
