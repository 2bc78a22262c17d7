/// Where the last readers stopped: most go on from there, and then no index need be asked.
struct ReadPlaces {
    private struct Entry {
        var offset: Int64
        var place: LogPlace
    }

    private var entries: [Entry] = []
    private var oldest = 0

    private static let capacity = 8

    func place(of offset: Int64) -> LogPlace? {
        for entry in entries where entry.offset == offset {
            return entry.place
        }
        return nil
    }

    /// The batch with `offset` as its first begins there. `from` is the offset that this reader began at.
    mutating func note(_ offset: Int64, at place: LogPlace, from previous: Int64) {
        if let index = entries.firstIndex(where: { $0.offset == offset || $0.offset == previous }) {
            entries[index] = Entry(offset: offset, place: place)
        } else if entries.count < Self.capacity {
            entries.append(Entry(offset: offset, place: place))
        } else {
            entries[oldest] = Entry(offset: offset, place: place)
            oldest = (oldest + 1) % Self.capacity
        }
    }

    mutating func forgetAll() {
        entries.removeAll()
        oldest = 0
    }
}
