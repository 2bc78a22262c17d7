/// Prefixes of names, of which one look finds those that a name has, however many there are.
struct PrefixSet {
    private let prefixes: Set<Substring>
    /// Of the prefixes in UTF-8, each once, ascending.
    private let lengths: [Int]

    init(_ prefixes: some Collection<String>) {
        self.prefixes = Set(prefixes.map { $0[...] })
        lengths = Set(prefixes.map(\.utf8.count)).sorted()
    }

    func hasPrefix(of name: String) -> Bool { !found(in: name).isEmpty }

    /// The prefixes that a name has, the shortest first.
    func found(in name: String) -> [Substring] {
        let bytes = name.utf8
        return lengths.prefix { $0 <= bytes.count }.compactMap { length in
            let prefix = name[..<bytes.index(bytes.startIndex, offsetBy: length)]
            return prefixes.contains(prefix) ? prefix : nil
        }
    }
}
