/// Things that are told of once as long as they stay the same, and again when they have changed or have come back.
struct SeenOnce<Key: Hashable & Sendable>: Sendable {
    private var texts: [Key: String] = [:]

    /// - Parameter present: all that there is now.
    /// - Returns: those that are new or say something else than before.
    mutating func update(_ present: [Key: String]) -> Set<Key> {
        let new = present.filter { texts[$0.key] != $0.value }
        texts = present
        return Set(new.keys)
    }

    /// As if it had been told.
    mutating func know(_ key: Key, _ text: String) { texts[key] = text }
}
