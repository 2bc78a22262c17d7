import ManifestLoading

/// Names for documents of one kind: each once, of the letters that names may have.
struct NameTable {
    private var taken: Set<String>

    /// So short that a file can be called so, with an ending.
    private static let longest = 200

    init(taken: some Sequence<String>) { self.taken = Set(taken) }

    func isFree(_ name: String) -> Bool { !taken.contains(name) }

    /// The wish itself where it is a name and free, else something close to it.
    mutating func take(_ wish: String) -> String {
        let base = Self.nameLike(wish)
        var name = base
        var count = 2
        while !taken.insert(name).inserted {
            name = "\(base)-\(count)"
            count += 1
        }
        return name
    }

    static func nameLike(_ wish: String) -> String {
        let letters = wish.lowercased().unicodeScalars.map { scalar -> Character in
            let isUsual = scalar.isASCII && (("a"..."z").contains(scalar) || ("0"..."9").contains(scalar) || "._-".unicodeScalars.contains(scalar))
            return isUsual ? Character(scalar) : "-"
        }
        let isEdge: (Character) -> Bool = { "._-".contains($0) }
        var name = letters.prefix(longest).drop(while: isEdge)
        while let last = name.last, isEdge(last) { name.removeLast() }
        return name.isEmpty ? "unnamed" : String(name)
    }
}
