extension NameSet {
    /// The set as literals and prefixes with exceptions, ascending. The fewest words are not promised, the same set is.
    ///
    /// Names form a tree, a character a step. Below each name almost all characters lead to names that no bound tells
    /// apart; whether those are in the set decides if the name is told as a prefix with exceptions, or by its parts.
    package var terms: [NameTerm] {
        var writer = TermWriter(bounds)
        return writer.write()
    }
}

private struct TermWriter {
    /// All that begins with a name, as far as it must be told.
    private struct Branch {
        /// The name: so many first bytes of this bound. Names are long, and are copied only where they are told.
        var source: Int
        var depth: Int
        /// The bounds strictly behind the name, and before all that do not begin so.
        var slice: Range<Int>
        /// Whether the name itself is in the set.
        var isNameIn: Bool
        /// What of the branch needs no telling, as the part above has said it.
        var told: Bool
        /// Of the part above; -1 at the top.
        var parent: Int
    }

    private struct Part {
        var kind: NameTerm.Kind
        var name: [UInt8]
        var parent: Int
    }

    private let bounds: [NameBound]
    private var parts: [Part] = []
    private var pending: [Branch] = []

    init(_ bounds: [NameBound]) { self.bounds = bounds }

    mutating func write() -> [NameTerm] {
        guard let first = bounds.first else { return [] }
        let isNothingIn = first.bytes.isEmpty
        pending = [Branch(source: 0, depth: 0, slice: (isNothingIn ? 1 : 0)..<bounds.count, isNameIn: isNothingIn, told: false, parent: -1)]
        while let branch = pending.popLast() { tell(branch) }
        return assembled()
    }

    private mutating func tell(_ branch: Branch) {
        var branch = branch
        while true {
            // The names behind all bounds are those with a character that no bound knows.
            let isRestIn = branch.isNameIn != (branch.slice.count % 2 == 1)
            if isRestIn != branch.told {
                parts.append(Part(kind: .prefix, name: name(of: branch), parent: branch.parent))
                branch.parent = parts.count - 1
                branch.told = isRestIn
            }
            if branch.isNameIn != branch.told { parts.append(Part(kind: .literal, name: name(of: branch), parent: branch.parent)) }
            guard let only = divide(branch) else { return }
            branch = only
        }
    }

    /// Puts off what is below, except one part, which is answered: long names do not make deep recursion.
    private mutating func divide(_ branch: Branch) -> Branch? {
        var next: Branch?
        var index = branch.slice.lowerBound
        var isIn = branch.isNameIn
        var byte = 0
        let depth = branch.depth
        while index < branch.slice.upperBound {
            let here = Int(bounds[index].bytes[depth])
            put(from: byte, to: here, isIn: isIn, of: branch)
            let source = index
            var start = index
            if bounds[index].bytes.count == depth + 1 {
                isIn.toggle()
                start += 1
            }
            var end = start
            while end < branch.slice.upperBound, Int(bounds[end].bytes[depth]) == here { end += 1 }
            if let waiting = next { pending.append(waiting) }
            next = Branch(source: source, depth: depth + 1, slice: start..<end, isNameIn: isIn, told: branch.told, parent: branch.parent)
            if (end - start) % 2 == 1 { isIn.toggle() }
            index = end
            byte = here + 1
        }
        return next
    }

    /// Bytes that no bound begins with, between two that one does, where they are not what was told.
    private mutating func put(from: Int, to: Int, isIn: Bool, of branch: Branch) {
        guard isIn != branch.told, from < to else { return }
        let name = name(of: branch)
        for byte in from..<to { parts.append(Part(kind: .prefix, name: name + [UInt8(byte)], parent: branch.parent)) }
    }

    private func name(of branch: Branch) -> [UInt8] { Array(bounds[branch.source].bytes.prefix(branch.depth)) }

    private func assembled() -> [NameTerm] {
        var below: [[Int]] = Array(repeating: [], count: parts.count)
        var top: [Int] = []
        for (index, part) in parts.enumerated() {
            if part.parent < 0 { top.append(index) } else { below[part.parent].append(index) }
        }
        // A part comes after the one that it belongs to, so that from the end each finds its own finished.
        var finished: [NameTerm?] = Array(repeating: nil, count: parts.count)
        func sorted(_ indices: [Int]) -> [NameTerm] {
            let ordered = indices.sorted { left, right in
                let order = NameBound(parts[left].name).order(to: NameBound(parts[right].name))
                return order == 0 ? parts[left].kind == .literal && parts[right].kind == .prefix : order < 0
            }
            return ordered.compactMap { finished[$0] }
        }
        for index in parts.indices.reversed() {
            finished[index] = NameTerm(parts[index].kind, String(decoding: parts[index].name, as: UTF8.self), exceptions: sorted(below[index]))
        }
        return sorted(top)
    }
}
