/// Which members of an object or elements of an array have been judged by some keyword: what `unevaluatedProperties` and
/// `unevaluatedItems` leave alone. Counted by place.
struct SeenParts {
    /// Whether anybody asks.
    let isTracked: Bool
    private var marks: [UInt64] = []

    init(isTracked: Bool) { self.isTracked = isTracked }

    mutating func mark(_ place: Int) {
        guard isTracked else { return }
        while marks.count <= place / 64 { marks.append(0) }
        marks[place / 64] |= 1 << UInt64(place % 64)
    }

    mutating func markAll(_ count: Int) {
        guard isTracked, count > 0 else { return }
        while marks.count <= (count - 1) / 64 { marks.append(0) }
        for index in 0..<count / 64 { marks[index] = .max }
        if count % 64 > 0 { marks[count / 64] |= (1 << UInt64(count % 64)) - 1 }
    }

    func contains(_ place: Int) -> Bool {
        place / 64 < marks.count && marks[place / 64] & 1 << UInt64(place % 64) != 0
    }

    mutating func formUnion(_ other: SeenParts) {
        guard isTracked else { return }
        while marks.count < other.marks.count { marks.append(0) }
        for index in other.marks.indices { marks[index] |= other.marks[index] }
    }
}
